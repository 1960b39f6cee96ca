import { PlanbotError } from '../errors.js';
import { type IngestFigures, measureIngest } from '../evaluation/ingest-bench/measure-ingest.js';
import { markdownTable } from '../evaluation/markdown-table.js';
import type { Bench } from './bench.js';

const usualPlans = 200;
const mostPlans = 10_000;
/** The collection is read in these sizes, so that growth shows. */
const parts = [20, 5, 1];

/** How fast plans are read, and how that grows with their number, beside the plain way. */
export const benchIngest: Bench = {
  description: 'reads generated plans, and the same files the plain way: time, memory, answers',
  arguments: '',
  options: [['--plans <n>', `how many plans the largest collection has (default ${usualPlans})`]],
  run: async (_, print, log, options) => {
    const plans = numberOf(options.plans ?? usualPlans);
    const figures: IngestFigures[] = [];
    for (const size of new Set(parts.map((part) => Math.ceil(plans / part)))) {
      log(`${size} plans …`);
      figures.push(await measureIngest(size));
    }
    print(ingestTable(figures));
    print('');
    print(answerTable(figures));
    print('');
    print(
      'The plain way: RecursiveCharacterTextSplitter (500 characters, 50 shared) into a LanceDB table, same embedder, no full-text index, no figures read.',
    );
  },
};

function numberOf(given: unknown): number {
  const plans = Number(given);
  if (Number.isInteger(plans) && plans > 0 && plans <= mostPlans) return plans;
  throw new PlanbotError({
    code: 'invalid_arguments',
    message: `--plans takes a whole number from 1 to ${mostPlans}, not "${String(given)}".`,
    exitCode: 2,
  });
}

function ingestTable(figures: readonly IngestFigures[]): string {
  const head = [
    'plans',
    'MB',
    'passages',
    'planbot s',
    'CPU s',
    'plans/s',
    'peak MB',
    'plain s',
    'CPU s',
    'peak MB',
  ];
  const whole = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(0));
  const rows = figures.map(({ plans, megabytes, passages, planbot, plain }) => [
    `${plans}`,
    megabytes.toFixed(1),
    `${passages}`,
    planbot.seconds.toFixed(1),
    whole(planbot.cpuSeconds),
    (plans / planbot.seconds).toFixed(1),
    whole(planbot.peakMegabytes),
    plain.seconds.toFixed(1),
    whole(plain.cpuSeconds),
    whole(plain.peakMegabytes),
    (planbot.seconds / plain.seconds).toFixed(2),
  ]);
  return markdownTable([...head, 'planbot / plain'], rows);
}

function answerTable(figures: readonly IngestFigures[]): string {
  const rows = figures.map(({ plans, answers }) => [
    `${plans}`,
    `${answers.p50} ms`,
    `${answers.p95} ms`,
    `${answers.firstSeconds.toFixed(1)} s`,
    `${answers.right} of ${answers.asked}`,
  ]);
  return markdownTable(
    ['plans', 'answer p50', 'answer p95', 'first answer of a process', 'targets right'],
    rows,
  );
}
