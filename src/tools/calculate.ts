import { z } from 'zod';
import { calculate } from '../calculator/calculate.js';
import { invalidCalculation } from '../calculator/invalid-calculation.js';
import type { CalculationOutcome, Operand } from '../calculator/operand.js';
import { operations } from '../calculator/operations.js';
import { formatQuantity } from '../quantity/format-quantity.js';
import { parseQuantity } from '../quantity/parse-quantity.js';
import { type Indicator, Language } from '../records.js';
import { type Resolution, resolveReference } from './resolve-reference.js';
import type { Tool, ToolContext } from './tool.js';

const year = z.number().int().min(1900).max(2200);

const alias = z
  .string()
  .max(200)
  .optional()
  .describe('What the expression of evaluate calls it; it is known by its own name otherwise');

const FigureInput = z.strictObject({
  figure: z.string().max(80).describe('A figure with its unit, such as 6.5万亿元 or 12%'),
  year: year.optional().describe('The year that the figure is for'),
  name: z.string().max(200).optional().describe('What the figure is of, in the words of the plan'),
  as: alias,
});

const ReferenceInput = z.strictObject({
  indicator: z.string().max(200).describe('The indicator as a plan calls it, in Chinese'),
  plan: z.string().optional().describe('Id of its plan; all plans otherwise'),
  year: year.optional().describe('The year of the figure'),
  after: year.optional().describe('Only figures for a later year'),
  kind: z.enum(['actual', 'target']).optional().describe('A figure reached, or one aimed at'),
  as: alias,
});

const RowInput = z.strictObject({
  row: z.string().max(200).describe('A row as find_indicators gives it; no other figure can be meant'),
  as: alias,
});

const schema = z.object({
  operation: z.string().describe(['lookup', ...Object.keys(operations)].join(', ')),
  inputs: z
    .array(z.union([FigureInput, RowInput, ReferenceInput]))
    .describe('In the order that the operation takes'),
  options: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  language: Language.default('zh'),
});
export type CalculationInputRequest = z.infer<typeof schema>['inputs'][number];
type Reference = z.infer<typeof ReferenceInput>;

/** What indicators are looked up in. */
type CalculationContext = Pick<ToolContext, 'indicators' | 'planIds' | 'plans'>;

/** A row that a figure was taken from, under the number that the inputs cite it by. */
export interface Cited {
  n: number;
  row: Indicator;
}

/** The outcome with the rows that its figures come from; or the rows, or names, to choose from. */
export type CalculateResult =
  | { kind: 'outcome'; outcome: CalculationOutcome; cited: Cited[] }
  | { kind: 'choice'; reference: string; rows: Indicator[] }
  | { kind: 'unknown'; reference: string; near: string[] };

/** Runs an operation of the calculator on figures and on indicators of plans. */
export const calculateTool: Tool<typeof schema, CalculateResult> = {
  name: 'calculate',
  description:
    'Works out one operation exactly, on figures or on indicators of plans. An indicator that fits several ' +
    'rows comes back as a choice, one that fits none with the names that are near. ' +
    `lookup: The figure of one indicator.\n${describeOperations()}`,
  schema,
  run: async (context, request) => runCalculation(context, request),
};

/**
 * The same where there is no index to open: figures alone need none.
 * @throws PlanbotError `calculation_invalid`
 */
export function runCalculation(
  context: CalculationContext,
  { operation, inputs, options, language }: z.infer<typeof schema>,
): CalculateResult {
  const cited: Cited[] = [];
  const operands: Operand[] = [];
  const add = (operand: Operand, as: string | undefined) =>
    operands.push(as === undefined ? operand : { ...operand, name: as });
  const names: string[] = [];
  for (const input of inputs) {
    if ('figure' in input) {
      names.push(input.name ?? '');
      add(figureOperand(input), input.as);
      continue;
    }
    const found = 'row' in input ? rowOf(context, input.row) : resolve(context, input);
    if (found.kind !== 'row') return { ...found, reference: 'row' in input ? input.row : input.indicator };
    const n = citationOf(found.row, cited);
    cited.push({ n, row: found.row });
    names.push(found.row.name);
    add(rowOperand(found.row, n), input.as);
  }
  const outcome =
    operation === 'lookup' ? lookup(operands) : calculate({ operation, operands, options, language });
  return { kind: 'outcome', outcome: underOwnNames(outcome, names), cited };
}

/** What an expression calls its operands is no name to cite them by. */
function underOwnNames(outcome: CalculationOutcome, names: readonly string[]): CalculationOutcome {
  const inputs = outcome.inputs.map((input, at) => ({ ...input, name: names[at] ?? input.name }));
  return { ...outcome, inputs };
}

function describeOperations(): string {
  return Object.entries(operations)
    .map(([name, { description }]) => `${name}: ${description}`)
    .join('\n');
}

/** Figures of one passage share its number. */
function citationOf(row: Indicator, cited: readonly Cited[]): number {
  const known = cited.find((one) => one.row.passageId === row.passageId);
  return known?.n ?? new Set(cited.map(({ n }) => n)).size + 1;
}

/** A row by its id, of a plan that the asker may see. */
function rowOf({ indicators, planIds }: CalculationContext, id: string): Resolution {
  const own = indicators.groups.filter(({ planId }) => planIds.includes(planId));
  const row = own.flatMap(({ rows }) => rows).find(({ indicatorId }) => indicatorId === id);
  return row ? { kind: 'row', row } : { kind: 'unknown', near: [] };
}

function resolve(context: CalculationContext, { plan, ...reference }: Reference) {
  const visible = context.planIds.filter((id) => plan === undefined || id === plan);
  return resolveReference({
    reference,
    index: context.indicators,
    planIds: new Set(visible),
    plans: context.plans,
  });
}

function figureOperand({ figure, year, name }: z.infer<typeof FigureInput>): Operand {
  const quantity = parseQuantity(figure);
  if (!quantity)
    throw invalidCalculation(`"${figure}" is no figure; write one such as 6.5万亿元, 12% or 200家.`);
  if (quantity.valueMax !== null)
    throw invalidCalculation(`"${figure}" is a range; give the end that is meant.`);
  const { value, unit, comparator } = quantity;
  return { name: name ?? '', value, unit, year: year ?? null, comparator, source: 'user', citation: null };
}

function rowOperand(row: Indicator, citation: number): Operand {
  const { value, valueMax, unit, year, comparator } = row;
  if (value === null || valueMax !== null)
    throw invalidCalculation(`${row.name} (${row.text}) is a range; give the end that is meant as a figure.`);
  return { name: row.name, value, unit, year, comparator, source: 'citation', citation };
}

function lookup(operands: readonly Operand[]): CalculationOutcome {
  const [only, ...others] = operands;
  if (!only || others.length > 0 || only.source !== 'citation')
    throw invalidCalculation('lookup takes one indicator of a plan and no figure.');
  const { comparator = '=', ...input } = only;
  const { name, value, unit, year, citation } = input;
  const line = (language: Language) =>
    `${year ?? ''} ${name} ${formatQuantity({ value, valueMax: null, unit, comparator }, language)}`.trim();
  return {
    operation: 'lookup',
    formula: `[${citation}]`,
    inputs: [input],
    result: { value, unit },
    comparator,
    working: { zh: line('zh'), en: line('en') },
    notes: [],
    plainNotes: [],
  };
}
