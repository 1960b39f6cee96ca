import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { messageOf, PlanbotError } from '../errors.js';
import { compareResults, renderComparison } from '../evaluation/compare-results.js';
import { evaluate } from '../evaluation/evaluate.js';
import { parseQuestions } from '../evaluation/parse-questions.js';
import type { Question } from '../evaluation/question.js';
import { renderFailures } from '../evaluation/render-failures.js';
import { renderReport } from '../evaluation/render-report.js';
import { EvaluationReport, type QuestionResult } from '../evaluation/result.js';
import { summarize } from '../evaluation/summarize.js';
import type { Ask } from '../records.js';
import { type EvalOptions, readEvalArguments } from './eval-arguments.js';
import { commandSettings, runCommand } from './run-command.js';

const progressEvery = 20;

/**
 * Asks the questions of a file and prints how the answers compare with the checked ones.
 * Returns the exit code: 1 when a question ended in an error.
 * @throws PlanbotError `batch_file_unreadable` when a file is not what it should be
 */
export async function runEval({
  ask,
  out,
  log,
  ...options
}: EvalOptions & { ask: Ask; out: (text: string) => void; log: (message: string) => void }): Promise<0 | 1> {
  const earlier = options.compare === undefined ? undefined : await readEarlier(options.compare);
  const questions = select(parseQuestions(await readText(options.questionsFile)), options);
  const results = await evaluate({
    questions,
    ask,
    onResult: (_, done) => {
      if (done % progressEvery === 0 || done === questions.length)
        log(`${done} of ${questions.length} asked`);
    },
  });
  out(options.json ? asJson(results, earlier) : asText(results, earlier, options.failures ?? false));
  return results.some((one) => one.status === 'failed') ? 1 : 0;
}

function select(questions: readonly Question[], { types, limit }: EvalOptions): Question[] {
  const selected = questions.filter((one) => types === undefined || types.includes(one.type));
  if (selected.length === 0)
    throw wrongUse('No question is left to ask: the file is empty, or none is of that type.');
  return selected.slice(0, limit);
}

function asJson(results: QuestionResult[], earlier: QuestionResult[] | undefined): string {
  const comparison = earlier ? { comparison: compareResults(earlier, results) } : {};
  return JSON.stringify({ figures: summarize(results), ...comparison, questions: results }, null, 2);
}

function asText(results: QuestionResult[], earlier: QuestionResult[] | undefined, failures: boolean): string {
  const parts = [
    renderReport(summarize(results), results),
    earlier ? renderComparison(compareResults(earlier, results)) : '',
    failures ? renderFailures(results) : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

async function readEarlier(file: string): Promise<QuestionResult[]> {
  const text = await readText(file);
  try {
    return EvaluationReport.parse(JSON.parse(text)).questions;
  } catch (error) {
    throw new PlanbotError({
      code: 'batch_file_unreadable',
      message: `${file} is not what eval --json prints; run an evaluation with --json and keep its output.`,
      cause: error,
      exitCode: 2,
    });
  }
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new PlanbotError({
      code: 'batch_file_unreadable',
      message: `${file} cannot be read: ${messageOf(error)}`,
      cause: error,
      exitCode: 2,
    });
  });
}

function wrongUse(message: string): PlanbotError {
  return new PlanbotError({ code: 'invalid_arguments', message, exitCode: 2 });
}

async function main(args: readonly string[]): Promise<number> {
  const read = readEvalArguments(args);
  if ('exitCode' in read) return read.exitCode;
  const log = (message: string) => void process.stderr.write(`${message}\n`);
  const out = (text: string) => void process.stdout.write(`${text}\n`);
  // The engine takes a moment to load; help and wrong arguments should not wait for it.
  const { openEngine } = await import('./open-engine.js');
  const engine = await openEngine({ settings: commandSettings(), log });
  try {
    return await runEval({ ...read.options, ask: engine.ask, out, log });
  } finally {
    await engine.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runCommand(() => main(process.argv.slice(2)));
