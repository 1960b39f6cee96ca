import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { openEngine } from './open-engine.js';
import { printAnswer } from './print-answer.js';
import { commandSettings, runCommand } from './run-command.js';
import { showProgress } from './show-progress.js';
import { tellFailure } from './tell-failure.js';

/** Earlier questions that a conversation keeps in mind. */
const remembered = 20;

async function chat(): Promise<number> {
  const log = (message: string) => void process.stderr.write(`${message}\n`);
  const engine = await openEngine({ settings: commandSettings(), log });
  const terminal = createInterface({ input: process.stdin, output: process.stderr, prompt: '> ' });
  process.stderr.write('Ask about the plans; an empty line or Ctrl-D ends. 请提问，空行结束。\n');
  let history: string[] = [];
  terminal.prompt();
  try {
    for await (const line of terminal) {
      const question = line.trim();
      if (question === '') break;
      const record = await engine.ask({ question, history, onEvent: showProgress(log) });
      tellFailure(record, log);
      process.stdout.write(`${printAnswer(record)}\n\n`);
      history = [...history, question].slice(-remembered);
      terminal.prompt();
    }
  } finally {
    terminal.close();
    await engine.close();
  }
  return 0;
}

const command = new Command('chat')
  .description('Answers questions one after the other, each in the light of those before it.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action(() => runCommand(chat));

await command.parseAsync();
