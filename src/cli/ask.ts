import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Command } from 'commander';
import { PlanbotError } from '../errors.js';
import { AnswerRecord, type AskRequest, Language } from '../records.js';
import type { Engine } from './open-engine.js';
import { printAnswer } from './print-answer.js';
import { readBatch } from './read-batch.js';
import { commandSettings, runCommand } from './run-command.js';
import { showProgress } from './show-progress.js';
import { tellFailure } from './tell-failure.js';

interface AskOptions {
  json?: boolean;
  trace?: boolean;
  plan?: string[];
  lang?: string;
  engine?: string;
  batch?: string;
  out?: string;
}

const progress = (message: string) => process.stderr.write(`${message}\n`);

async function ask(words: string[], options: AskOptions): Promise<number> {
  const common = commonRequest(options);
  const question = words.join(' ').trim();
  if (options.batch !== undefined) {
    if (question !== '')
      throw wrongUse('--batch takes its questions from the file: leave the other one out.');
    return askBatch(options.batch, options.out, common);
  }
  if (options.out !== undefined) throw wrongUse('--out goes with --batch; a single answer goes to stdout.');
  if (question === '')
    throw wrongUse(
      'There is no question. Write it after the command: npm run ask -- "成都2025年存款余额目标是多少？"',
    );
  return withEngine(common, async (engine) => {
    const onEvent = showProgress(progress);
    const record = await engine.ask({ id: 'q1', question, onEvent, ...common });
    tellFailure(record, progress);
    process.stdout.write(`${options.json ? JSON.stringify(record, null, 2) : printAnswer(record)}\n`);
    return 0;
  });
}

/** Answers every readable line of a file, in order; a broken line is named and the others go on. */
async function askBatch(file: string, out: string | undefined, common: Partial<AskRequest>): Promise<number> {
  const { questions, broken } = await readBatch(file);
  for (const { line, reason } of broken) progress(`${file}, line ${line}: ${reason}`);
  await withEngine(common, async (engine) => {
    const output = out === undefined ? process.stdout : await openOutput(out);
    for (const { id, question, history } of questions) {
      const record = await engine.ask({ id, question, history, ...common });
      tellFailure(record, progress);
      output.write(`${JSON.stringify(record)}\n`);
    }
    if (output !== process.stdout) await new Promise<void>((resolve) => output.end(() => resolve()));
  });
  return broken.length > 0 ? 1 : 0;
}

async function withEngine<Result>(
  { plans = [] }: Partial<AskRequest>,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  // Loaded late, so that a wrong call is answered at once.
  const { openEngine } = await import('./open-engine.js');
  const engine = await openEngine({ settings: commandSettings(), log: progress });
  try {
    const known = await engine.planIds();
    const unknown = plans.find((plan) => !known.includes(plan));
    if (unknown !== undefined)
      throw wrongUse(`There is no plan "${unknown}" in the index. There are: ${known.join(', ')}.`);
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function openOutput(file: string): Promise<WriteStream> {
  const output = createWriteStream(file);
  await once(output, 'open').catch((error: unknown) => Promise.reject(unwritable(file, error)));
  return output;
}

function commonRequest(options: AskOptions): Partial<AskRequest> {
  const language = Language.safeParse(options.lang);
  if (options.lang !== undefined && !language.success)
    throw wrongUse(`--lang is zh or en, not "${options.lang}".`);
  const engine = AnswerRecord.shape.engine.safeParse(options.engine);
  if (options.engine !== undefined && !engine.success)
    throw wrongUse(`--engine is embedded or llm, not "${options.engine}".`);
  return {
    trace: options.trace ?? false,
    ...(options.plan ? { plans: options.plan } : {}),
    ...(language.success ? { language: language.data } : {}),
    ...(engine.success ? { engine: engine.data } : {}),
  };
}

function wrongUse(message: string): PlanbotError {
  return new PlanbotError({ code: 'invalid_arguments', message, exitCode: 2 });
}

function unwritable(out: string, cause: unknown): PlanbotError {
  return new PlanbotError({
    code: 'batch_file_unreadable',
    message: `The output file ${out} cannot be written. Name another with --out.`,
    cause,
  });
}

const command = new Command('ask')
  .description('Answers a question from the plans, with citations.')
  .argument('[question...]', 'the question')
  .option('--json', 'print the answer as JSON')
  .option('--trace', 'add what was retrieved and what was dropped')
  // One id each time: taking several would swallow the question after it.
  .option('--plan <id>', 'ask only this plan; may be given again', (id: string, all: string[] = []) => [
    ...all,
    id,
  ])
  .option('--lang <language>', 'zh or en; the language of the question otherwise')
  .option('--engine <engine>', 'embedded or llm; llm where a model is set up')
  .option('--batch <file>', 'a file with a question a line: {"id", "question", "history"?}')
  .option('--out <file>', 'where the answers of a batch go; stdout otherwise')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((words: string[], options: AskOptions) => runCommand(() => ask(words, options)));

await command.parseAsync();
