import { formatQuantity } from '../../quantity/format-quantity.js';
import type { Answer, Citation, Indicator, Language } from '../../records.js';
import type { CalculateResult } from '../../tools/calculate.js';
import type { ToolContext } from '../../tools/tool.js';
import { fillIn, textsFor } from '../views/texts.js';

type Said = Pick<Answer, 'language' | 'text'> & Partial<Answer>;

/** Rows that somebody can choose from are listed up to so many. */
const choiceLimit = 12;

/** A calculation as an answer: the working, what to know about it, and the places of the figures. */
export async function calculationAnswer(
  result: CalculateResult,
  { context, language }: { context: ToolContext; language: Language },
): Promise<Said> {
  const texts = textsFor(language).commands.calc;
  if (result.kind === 'unknown') {
    const near = result.near.length === 0 ? texts.nothingNear : result.near.join('、');
    const text = fillIn(texts.unknown, { reference: result.reference, near });
    return { status: 'refused', reason: 'not_in_plans', language, text };
  }
  if (result.kind === 'choice') {
    const rows = result.rows.slice(0, choiceLimit).map((row) => `- ${choiceOf(row, context, language)}`);
    const text = [fillIn(texts.choice, { reference: result.reference }), ...rows].join('\n');
    return { status: 'clarify', language, text, citations: [] };
  }
  const { outcome, cited } = result;
  const citations = await citationsOf(cited, context);
  const marks = citations.map(({ n }) => ` [${n}]`).join('');
  const { operation, formula, inputs, working, notes } = outcome;
  const calculations =
    operation === 'lookup' ? [] : [{ n: 1, operation, formula, inputs, result: outcome.result }];
  const text = [`${working[language]}${marks}`, ...notes].join('\n');
  return { language, text, citations, calculations };
}

/** One citation a number: rows of one passage share theirs, and the first row's quote stands for it. */
async function citationsOf(
  cited: Extract<CalculateResult, { kind: 'outcome' }>['cited'],
  { store, plans }: ToolContext,
): Promise<Citation[]> {
  const first = cited.filter((one, at) => cited.findIndex(({ n }) => n === one.n) === at);
  const passages = await store.passagesById(first.map(({ row }) => row.passageId));
  return first.flatMap(({ n, row: { planId, sectionPath, page, quote, passageId } }) => {
    const passage = passages.find((one) => one.passageId === passageId)?.text;
    const planTitle = plans.find((plan) => plan.planId === planId)?.title ?? planId;
    return passage === undefined
      ? []
      : [{ n, planId, planTitle, sectionPath, page, quote, passage, passageId }];
  });
}

function choiceOf(row: Indicator, { plans }: ToolContext, language: Language): string {
  const { planId, year, name, scope, ownScope, kind, value, text } = row;
  const title = plans.find((plan) => plan.planId === planId)?.title ?? planId;
  const amount = value === null ? text : formatQuantity({ ...row, value }, language);
  const whose = ownScope || scope === null ? name : `${scope} ${name}`;
  return fillIn(textsFor(language).commands.calc.row, {
    title,
    planId,
    name: whose,
    year: year === null ? '–' : String(year),
    amount,
    kind: textsFor(language).kinds[kind],
  });
}
