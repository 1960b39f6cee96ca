import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { QuestionType, questionTypes } from '../evaluation/question.js';
import type { AnswerRecord } from '../records.js';

/** What an evaluation is asked to do. */
export interface EvalOptions {
  /** Left out where only indicators are measured. */
  questionsFile?: string;
  /** A file of checked indicators to measure the extraction against. */
  indicators?: string;
  /** The engine that is asked; the one that the settings give where it is left out. */
  use?: AnswerRecord['engine'];
  json?: boolean;
  /** List the questions that went wrong. */
  failures?: boolean;
  /** A file that an earlier run printed with `--json`. */
  compare?: string;
  limit?: number;
  types?: readonly QuestionType[];
}

/** The options of a call, or the exit code where commander has said all there is to say. */
export type ReadArguments = { options: EvalOptions } | { exitCode: 0 | 2 };

/** Reads the arguments of `eval`; help and what is wrong with them go to stdout and stderr. */
export function readEvalArguments(args: readonly string[]): ReadArguments {
  const command = describeCommand().exitOverride();
  try {
    command.parse(args, { from: 'user' });
    checkTogether(command);
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
  const [questionsFile] = command.args;
  const { type, engine, ...rest } = command.opts<
    Omit<EvalOptions, 'questionsFile' | 'types' | 'use'> & {
      type?: QuestionType[];
      engine?: AnswerRecord['engine'];
    }
  >();
  const questions = questionsFile === undefined ? {} : { questionsFile };
  const use = engine === undefined ? {} : { use: engine };
  return { options: { ...questions, ...rest, ...use, ...(type ? { types: type } : {}) } };
}

/** Ends the call where what is given does not say what to measure. */
function checkTogether(command: Command): void {
  if (command.args.length > 0) return;
  const { indicators, ...rest } = command.opts();
  const idle = ['compare', 'limit', 'type', 'engine'].find((name) => rest[name] !== undefined);
  if (indicators === undefined)
    command.error('error: give a file of questions, --indicators with a file of indicators, or both');
  if (idle !== undefined) command.error(`error: --${idle} needs a file of questions`);
}

function describeCommand(): Command {
  return new Command('eval')
    .description('Asks the questions of a file and compares the answers with the checked ones.')
    .argument('[questions.jsonl]', 'questions with checked answers, a JSON object a line')
    .option('--indicators <checked.jsonl>', 'measure the extracted figures against checked ones')
    .addOption(
      new Option('--engine <engine>', 'ask this engine; llm needs a model').choices(['embedded', 'llm']),
    )
    .option('--json', 'print everything, an entry a question, as JSON')
    .option('--failures', 'list what went wrong, and why')
    .option('--compare <earlier.json>', 'say what got better and worse since an earlier run with --json')
    .option('--limit <n>', 'ask only the first n questions', wholeNumber)
    .option('--type <types>', 'ask only questions of these types, separated by commas', typeList);
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}

function typeList(text: string): QuestionType[] {
  const types = text.split(',').map((one) => QuestionType.safeParse(one.trim()));
  if (!types.every((one) => one.success))
    throw new InvalidArgumentError(`The types are ${questionTypes.join(', ')}.`);
  return types.flatMap((one) => one.data ?? []);
}
