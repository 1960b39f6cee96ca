import { tool } from 'langchain';
import type { z } from 'zod';
import { invalidCalculation } from '../../calculator/invalid-calculation.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import type { CalculationInput } from '../../records.js';
import { rowsOfPassage } from '../../retrieve/rows-of-passage.js';
import { type CalculateResult, calculateTool } from '../../tools/calculate.js';
import { figureInPassage } from '../verify/figure-in-passage.js';
import { chooseQuote } from './choose-quote.js';
import { answer } from './look-up-tools.js';
import { replyText } from './replies.js';
import type { CalculationSource, Run } from './run.js';
import { allowPassages, showRow } from './show-results.js';

type Request = z.infer<typeof calculateTool.schema>;
type Outcome = Extract<CalculateResult, { kind: 'outcome' }>;

const choiceLimit = 12;

/** The calculator as the model calls it; each result is kept under a number that claims name. */
export function createCalculateTool(run: Run) {
  return tool((input: Request) => answer(run, 'calculating', () => calculate(run, input)), {
    name: calculateTool.name,
    description: calculateTool.description,
    schema: calculateTool.schema,
  });
}

async function calculate(run: Run, request: Request) {
  const result = await calculateTool.run(run.context, { ...request, language: run.language });
  if (result.kind === 'unknown')
    return replyText('nearNames', { plan: result.reference, near: result.near.join('、') });
  if (result.kind === 'choice') {
    await allowPassages(result.rows, run);
    const choices = result.rows.slice(0, choiceLimit).map(showRow);
    return { problem: replyText('choose', { reference: result.reference }), choices };
  }
  await allowPassages(
    result.cited.map(({ row }) => row),
    run,
  );
  return keep(run, result);
}

function keep(run: Run, { outcome, cited }: Outcome) {
  const sources: CalculationSource[] = cited.flatMap(({ n, row }) => {
    const passage = run.citable.get(row.passageId);
    return passage ? [{ n, row, support: { passage, quote: row.quote } }] : [];
  });
  const inputs = outcome.inputs.map((input) => sourced(input, sources, run));
  const n = run.calculations.length + 1;
  run.calculations.push({ n, outcome: { ...outcome, inputs }, sources });
  const { formula, result, working, notes } = outcome;
  const passageIds = [...new Set(sources.map(({ support }) => support.passage.passageId))];
  return { calculation: n, formula, result, working: working[run.language], notes, passageIds };
}

/**
 * A bare figure is the asker's, or it stands under its name in a passage; else a model could bring in
 * any figure by way of the calculator.
 */
function sourced(input: CalculationInput, sources: CalculationSource[], run: Run): CalculationInput {
  if (input.source !== 'user' || isAsked(input, run.asked)) return input;
  const quantity = { value: input.value, valueMax: null, unit: input.unit, comparator: '=' } as const;
  const planOf = (planId: string) => run.context.plans.find((plan) => plan.planId === planId);
  const passage = [...run.citable.values()].find((one) =>
    figureInPassage(quantity, input.name, {
      passage: one,
      plan: planOf(one.planId),
      rows: rowsOfPassage(run.context.indicators, one.passageId),
    }),
  );
  if (!passage || input.name === '')
    throw invalidCalculation(replyText('strangeFigure', { figure: `${input.value}${input.unit}` }));
  const n = Math.max(0, ...sources.map((source) => source.n)) + 1;
  const quote = chooseQuote(`${input.name}${input.value}${input.unit}`, passage);
  sources.push({ n, support: { passage, quote } });
  return { ...input, source: 'citation', citation: n };
}

function isAsked({ value, unit }: CalculationInput, asked: string): boolean {
  const figure = { value, valueMax: null, unit, comparator: '=' } as const;
  return findQuantities(asked).some((span) => sameQuantity(figure, span));
}
