import { Command, InvalidArgumentError, Option } from 'commander';
import { operations } from '../calculator/operations.js';
import { PlanbotError } from '../errors.js';
import { type Language, languages } from '../records.js';
import { createIndicatorIndex } from '../retrieve/indicator-index.js';
import { type CalculateResult, type CalculationInputRequest, runCalculation } from '../tools/calculate.js';
import { calcInputs } from './calc-inputs.js';
import { calcJson, calcText, choiceText, unknownText } from './calc-print.js';
import { runCommand } from './run-command.js';
import { planCalled, withToolContext } from './tool-context.js';

interface Options {
  plan?: string;
  indicator?: string[];
  actual?: string;
  kind?: 'actual' | 'target';
  year?: number;
  periods?: number;
  unit?: string;
  to?: string;
  path?: string;
  order?: string;
  lang: Language;
  json?: boolean;
}

async function calc(operation: string, words: readonly string[], options: Options): Promise<number> {
  requireOperation(operation);
  const { plan, indicator: indicators, actual, kind } = options;
  const expression = operation === 'evaluate' ? words[0] : undefined;
  const figures = expression === undefined ? words : words.slice(1);
  const inputs = calcInputs(operation, { figures, plan, indicators, actual, kind });
  const request = { operation, options: operationOptions(options, expression), language: options.lang };
  const result = inputs.some((input) => 'indicator' in input)
    ? await withToolContext(async (context) =>
        runCalculation(context, { ...request, inputs: withPlanIds(inputs, context) }),
      )
    : runCalculation(
        { indicators: createIndicatorIndex([]), planIds: [], plans: [] },
        { ...request, inputs },
      );
  return print(result, options.json ?? false);
}

function requireOperation(operation: string): void {
  const names = ['lookup', ...Object.keys(operations)];
  if (names.includes(operation)) return;
  throw new PlanbotError({
    code: 'invalid_arguments',
    message: `There is no operation "${operation}". There are: ${names.join(', ')}.`,
    exitCode: 2,
  });
}

function operationOptions(options: Options, expression: string | undefined): Record<string, string | number> {
  const { year, periods, path, order } = options;
  const given = { year, periods, path, order, unit: options.unit ?? options.to, expression };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function withPlanIds(inputs: readonly CalculationInputRequest[], context: { planIds: readonly string[] }) {
  return inputs.map((input) =>
    'plan' in input && input.plan !== undefined ? { ...input, plan: planCalled(input.plan, context) } : input,
  );
}

function print(result: CalculateResult, json: boolean): number {
  if (result.kind === 'outcome') {
    process.stdout.write(`${json ? calcJson(result) : calcText(result)}\n`);
    return 0;
  }
  process.stderr.write(`${result.kind === 'choice' ? choiceText(result) : unknownText(result)}\n`);
  return 1;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
}

function helpOnOperations(): string {
  const entries = Object.entries(operations).map(
    ([name, { description, example }]) => `  ${name}\n    ${description}\n    npm run calc -- ${example}`,
  );
  const lookup =
    '  lookup\n    The figure of an indicator of a plan.\n    npm run calc -- lookup 存款余额@2025 --plan chengdu';
  return `\nOperations:\n${[lookup, ...entries].join('\n')}\n`;
}

const command = new Command('calc')
  .description(
    'Works out one operation on figures (2800亿元@2025, 12%, name=3家) or indicators (存款余额@2025, plan-id:存款余额@2025).',
  )
  .argument('<operation>', 'one of the operations below')
  .argument('[figures...]', 'figures and indicators, in the order that the operation takes')
  .option('--plan <id>', 'the plan of the indicators; the beginning of its id will do')
  .option('--indicator <name...>', 'indicators that come after the figures')
  .option('--actual <figure>', 'the figure reached so far; an indicator without a year is then the target')
  .addOption(new Option('--kind <kind>', 'indicators reached or aimed at').choices(['actual', 'target']))
  .option('--year <year>', 'the year wanted (project, interpolate)', wholeNumber)
  .option('--periods <n>', 'the number of years, where the figures carry none', wholeNumber)
  .option('--unit <unit>', 'the unit wanted')
  .option('--to <unit>', 'the same as --unit')
  .option('--path <path>', 'linear or geometric (interpolate)')
  .option('--order <order>', 'descending or ascending (rank)')
  .addOption(new Option('--lang <language>', 'language of the notes').choices(languages).default('zh'))
  .option('--json', 'print as JSON')
  .addHelpText('after', helpOnOperations())
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action((operation: string, words: string[], options: Options) =>
    runCommand(() => calc(operation, words, options)),
  );

// A figure below zero is no option: −5% with the minus sign of print reads the same.
await command.parseAsync(process.argv.map((word) => word.replace(/^-(?=\d)/, '−')));
