import { Command } from 'commander';
import { PlanbotError } from '../errors.js';
import { createEmbedder } from '../models/create-embedder.js';
import { type Indicator, indicatorKinds } from '../records.js';
import { missingIndex, openStore } from '../store/open-store.js';
import { type IndicatorFilter, listIndicators } from './list-indicators.js';
import { indicatorCsv, indicatorJson, indicatorText } from './print-indicators.js';
import { commandSettings, runCommand } from './run-command.js';

interface Options {
  plan?: string[];
  name?: string;
  year?: string;
  kind?: string;
  json?: boolean;
  csv?: boolean;
}

async function indicators(options: Options): Promise<number> {
  const print = formatOf(options);
  const filter = filterOf(options);
  const settings = commandSettings();
  const embedder = await createEmbedder(settings);
  const store = await openStore({ uri: settings.PLANBOT_INDEX, embedderId: embedder.id });
  if (!store) throw missingIndex(settings.PLANBOT_INDEX);
  try {
    const known = (await store.plans()).map((plan) => plan.planId);
    const plans = chosen(options.plan, known);
    const stored = await Promise.all(plans.map((plan) => store.indicators([plan])));
    const rows = listIndicators(stored.flat(), filter);
    process.stdout.write(`${print(rows)}\n`);
    process.stderr.write(`${rows.length === 1 ? '1 figure' : `${rows.length} figures`}\n`);
  } finally {
    store.close();
  }
  return 0;
}

function chosen(plans: readonly string[] | undefined, known: readonly string[]): readonly string[] {
  const unknown = plans?.find((plan) => !known.includes(plan));
  if (unknown !== undefined)
    throw wrongUse(`There is no plan "${unknown}" in the index. There are: ${known.join(', ') || 'none'}.`);
  return plans ?? known;
}

function filterOf({ name, year, kind }: Options): IndicatorFilter {
  const number = Number(year);
  if (year !== undefined && !/^\d{4}$/.test(year.trim()))
    throw wrongUse(`--year is a year such as 2025, not "${year}".`);
  const known = indicatorKinds.find((one) => one === kind);
  if (kind !== undefined && !known)
    throw wrongUse(`--kind is one of ${indicatorKinds.join(', ')}, not "${kind}".`);
  return {
    ...(name === undefined ? {} : { name }),
    ...(year === undefined ? {} : { year: number }),
    ...(known ? { kind: known } : {}),
  };
}

function formatOf({ json, csv }: Options): (rows: readonly Indicator[]) => string {
  if (json && csv) throw wrongUse('Choose --json or --csv, not both.');
  return json ? indicatorJson : csv ? indicatorCsv : indicatorText;
}

function wrongUse(message: string): PlanbotError {
  return new PlanbotError({ code: 'invalid_arguments', message, exitCode: 2 });
}

const command = new Command('indicators')
  .description('Lists the targets and figures of the plans, each with where it stands.')
  .option('--plan <id...>', 'only these plans')
  .option('--name <text>', 'only indicators that are called so')
  .option('--year <year>', 'only figures for this year')
  .option('--kind <kind>', indicatorKinds.join(', '))
  .option('--json', 'print as JSON')
  .option('--csv', 'print as CSV, safe to open in a spreadsheet')
  .allowExcessArguments(false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((options: Options) => runCommand(() => indicators(options)));

await command.parseAsync();
