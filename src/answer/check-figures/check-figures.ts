import { findQuantities } from '../../quantity/find-quantities.js';
import { formatQuantity } from '../../quantity/format-quantity.js';
import type { Indicator, Language, Passage, Plan, Quantity } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import { type DraftClaim, emptyDraft } from '../draft.js';
import { chooseQuote } from '../llm/choose-quote.js';
import { createCatalogue } from '../understand/catalogue.js';
import { fitsIndicator } from '../verify/fits-indicator.js';
import { fitsQuantity } from '../verify/fits-quantity.js';
import { ownPlaces } from '../verify/own-places.js';
import { hasSamePolarity } from '../verify/same-polarity.js';
import { verifyDraft } from '../verify/verify-draft.js';
import { type Citations, createCitations } from './citations.js';
import type { CheckedText, FigureCheck, StatedFigure } from './figure-check.js';
import { type Candidates, findCandidates, type RowCandidate } from './find-candidates.js';
import { findStatements, type Statement } from './find-statements.js';

/** Figures that one check takes; a longer text is a document, not a message. */
const figureLimit = 30;
const statedLimit = 4;

interface Surroundings {
  context: ToolContext;
  plans: ReadonlyMap<string, Plan>;
  citations: Citations;
  language: Language;
}

/**
 * Checks each figure of a text against the plans that the asker may see. A figure stands where an indicator
 * of that name and year has it, or a passage says so, by the rules that every claim of an answer has to pass;
 * it differs where the plans give another one under that name.
 */
export async function checkFigures(
  context: ToolContext,
  { text, language }: { text: string; language: Language },
): Promise<CheckedText> {
  const visible = context.plans.filter(({ planId }) => context.planIds.includes(planId));
  const statements = findStatements(text, createCatalogue(visible));
  const citations = createCitations(visible);
  const plans = new Map(visible.map((plan) => [plan.planId, plan]));
  const checks: FigureCheck[] = [];
  for (const statement of statements.slice(0, figureLimit))
    checks.push(await checkOne(statement, { context, plans, citations, language }));
  return { checks, citations: citations.all(), unchecked: Math.max(0, statements.length - figureLimit) };
}

async function checkOne(statement: Statement, around: Surroundings): Promise<FigureCheck> {
  const { figure, planIds, unknownPlaces, years } = statement;
  const said = { figure: figure.raw, said: statement.said };
  if (planIds.length === 0 && unknownPlaces.length > 0)
    return { ...said, verdict: 'not_found', reason: 'no_such_plan', stated: [] };
  const candidates = await findCandidates(around.context, statement);
  const standing = await verified(statement, candidates, around);
  const ofYear = candidates.rows.filter(({ row }) => isOfYears(row, years));
  const state = (rows: readonly RowCandidate[]) => statedRows(rows, around);
  if (standing.rows.length > 0)
    return { ...said, verdict: 'stands', reason: null, stated: state(standing.rows) };
  const others = ofYear.filter(({ row }) => !hasFigure(row, figure));
  if (others.length > 0 && others.length === ofYear.length)
    return { ...said, verdict: 'differs', reason: null, stated: state(ofYear) };
  if (standing.passages.length > 0) {
    const stated = standing.passages.map((passage) => statedInWords(statement, passage, around));
    return { ...said, verdict: 'stands', reason: null, stated };
  }
  const near = ofYear.length > 0 ? ofYear : candidates.rows;
  return {
    ...said,
    verdict: 'not_found',
    reason: reasonOf(statement, candidates, ofYear),
    stated: state(near),
  };
}

function reasonOf(
  { name }: Statement,
  { rows }: Candidates,
  ofYear: readonly RowCandidate[],
): FigureCheck['reason'] {
  if (ofYear.length > 0) return 'not_sure';
  if (rows.length > 0) return 'no_such_year';
  return name === '' ? 'not_named' : 'not_in_plans';
}

function hasFigure({ value, valueMax, unit, comparator }: Indicator, figure: Quantity): boolean {
  return value !== null && fitsQuantity(figure, { value, valueMax, unit, comparator });
}

/** The candidates that bear a claim out, by the rules for answers. */
async function verified(
  statement: Statement,
  { rows, passages }: Candidates,
  { context, plans }: Surroundings,
): Promise<Candidates> {
  const { claim: text } = statement;
  const claims = passages.map(
    (passage): DraftClaim => ({
      text,
      support: [{ passage, quote: chooseQuote(text, passage) }],
      indicators: [],
      calculations: [],
      counts: [],
    }),
  );
  const { draft } = await verifyDraft({
    draft: emptyDraft({ claims }),
    store: context.store,
    visible: new Set(context.planIds),
    plans,
  });
  const standing = passages.filter((_, at) => draft.claims.some((one) => one === claims[at]));
  return { rows: rows.filter((one) => bears(one, statement, plans)), passages: standing.slice(0, 1) };
}

/** Whether a row of the indicator that is named has the figure for the year, of the same place and measure. */
function bears(
  { row, passage }: RowCandidate,
  { claim: text, figure, years }: Statement,
  plans: Surroundings['plans'],
): boolean {
  const figures = findQuantities(text);
  const said = figures.findLast(({ raw }) => raw === figure.raw);
  return (
    said !== undefined &&
    hasFigure(row, figure) &&
    isOfYears(row, years) &&
    fitsIndicator(said, { text, figures }, row, ownPlaces(plans.get(row.planId))) &&
    hasSamePolarity({ text, support: [{ passage, quote: row.quote }] })
  );
}

function isOfYears({ year }: Indicator, years: readonly number[]): boolean {
  return years.length === 0 || year === null || years.includes(year);
}

function statedRows(
  rows: readonly RowCandidate[],
  { plans, citations, language }: Surroundings,
): StatedFigure[] {
  const stated = rows.flatMap(({ row, passage }) => {
    if (row.value === null) return [];
    const figure = formatQuantity({ ...row, value: row.value }, language);
    return [{ row, passage, figure }];
  });
  const distinct = stated.filter(
    ({ row, figure }, at) =>
      stated.findIndex(
        (one) => one.figure === figure && one.row.year === row.year && one.row.planId === row.planId,
      ) === at,
  );
  return distinct.slice(0, statedLimit).map(({ row, passage, figure }) => ({
    name: row.name,
    figure,
    year: row.year,
    kind: row.kind,
    planId: row.planId,
    planTitle: plans.get(row.planId)?.title ?? row.planId,
    citation: citations.cite(passage, row.quote),
  }));
}

function statedInWords(
  { figure, name, claim, years }: Statement,
  passage: Passage,
  { plans, citations }: Surroundings,
): StatedFigure {
  return {
    name,
    figure: figure.raw,
    year: years.at(-1) ?? null,
    kind: null,
    planId: passage.planId,
    planTitle: plans.get(passage.planId)?.title ?? passage.planId,
    citation: citations.cite(passage, chooseQuote(claim, passage)),
  };
}
