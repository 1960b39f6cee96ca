import { readEvalArguments } from './eval-arguments.js';
import { commandSettings, runCommand } from './run-command.js';
import { runEval } from './run-eval.js';

async function main(args: readonly string[]): Promise<number> {
  const read = readEvalArguments(args);
  if ('exitCode' in read) return read.exitCode;
  const log = (message: string) => void process.stderr.write(`${message}\n`);
  const out = (text: string) => void process.stdout.write(`${text}\n`);
  // The engine takes a moment to load; help and wrong arguments should not wait for it.
  const { openEngine } = await import('./open-engine.js');
  const engine = await openEngine({ settings: commandSettings(), log });
  try {
    return await runEval({ ...read.options, engine, out, log });
  } finally {
    await engine.close();
  }
}

await runCommand(() => main(process.argv.slice(2)));
