import { calculate } from '../../calculator/calculate.js';
import { PlanbotError } from '../../errors.js';
import { Exact } from '../../quantity/exact.js';
import { convert } from '../../quantity/units.js';
import type { Calculation, Indicator } from '../../records.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { chooseMatches } from './choose-matches.js';
import { chooseRows } from './choose-rows.js';
import type { Evidence } from './evidence.js';
import { fillTemplate } from './fill-template.js';
import { type ClaimSetting, indicatorClaim } from './indicator-claims.js';
import { nameIndicator, placeOf } from './name-indicator.js';
import { operandOf } from './operands.js';

/** A comparison of figures must be what the question is about, not an indicator that it brushes. */
const leastShare = 0.3;
const extremes = /最[高低大小快慢多少]|highest|lowest|fastest|slowest|largest|smallest|most|least/i;
/** Whether a question wants the highest or lowest of several. */
export const asksForExtreme = (question: string): boolean => extremes.test(question);

const isRate = (row: Indicator) => row.measure === 'rate' || row.measure === 'share';

/** Figures side by side, each with its place, and their order where units allow one. */
export function comparisonDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const matches = chooseMatches(evidence, frame);
  const column = wholeColumn(evidence, matches[0]?.rows[0], frame);
  const rows = column ?? rowsOf(matches, frame, setting);
  if (rows.length < 2 || (!column && (matches[0]?.share ?? 0) < leastShare)) return undefined;
  const shown = column ? extremesOf(column) : rows;
  const stated = shown.flatMap((row) => indicatorClaim({ row, baseline: undefined, setting }) ?? []);
  const ranked = [rows.filter(isRate), rows.filter((row) => !isRate(row))].flatMap(
    (group, at) => rankOf(group, at + 1, frame, setting) ?? [],
  );
  return emptyDraft({
    claims: [...ranked.map(({ claim }) => claim), ...stated],
    values: shown,
    calculations: ranked.map(({ calculation }) => calculation),
    layout: 'bullets',
  });
}

function rowsOf(
  matches: ReturnType<typeof chooseMatches>,
  frame: Understanding,
  setting: ClaimSetting,
): Indicator[] {
  return matches.flatMap((match) => {
    const choice = chooseRows(
      match,
      { ...frame, kind: frame.kind === 'comparison' ? 'target' : frame.kind },
      setting.plans.get(match.planId),
    );
    return choice.outcome === 'rows' ? choice.rows : [];
  });
}

/** "Which of the growth rates is highest": every row of that measure in the table of the one that matched. */
function wholeColumn(
  evidence: Evidence,
  first: Indicator | undefined,
  frame: Understanding,
): Indicator[] | undefined {
  if (!first || frame.plans.length > 1 || !extremes.test(frame.question) || first.source !== 'table')
    return undefined;
  const rows = evidence.collection.filter(
    (row) =>
      row.passageId === first.passageId &&
      row.measure === first.measure &&
      row.year === first.year &&
      row.value !== null,
  );
  return rows.length >= 3 && rows.length <= 30 ? rows : undefined;
}

/** The highest and the lowest, with those equal to them. */
function extremesOf(rows: readonly Indicator[]): Indicator[] {
  const values = rows.flatMap((row) => row.value ?? []);
  const ends = [Math.max(...values), Math.min(...values)];
  return ends.flatMap((end) => rows.filter((row) => row.value === end));
}

/** Which comes first, in words: faster for growth, higher for the rest; empty where the first two are level. */
function verdictOf(
  rows: readonly Indicator[],
  frame: Understanding,
  setting: ClaimSetting,
): { top: string; word: string } {
  const sorted = calculatedOrder(rows);
  const [first] = sorted;
  if (!first) return { top: '', word: '' };
  const kind = rows.every((row) => row.measure === 'rate') ? 'Rate' : 'Amount';
  const isOnePlan = new Set(rows.map((row) => placeOf(row, setting.plans.get(row.planId)))).size === 1;
  const name = nameIndicator(first, frame.language);
  return {
    top: isOnePlan ? name : placeOf(first, setting.plans.get(first.planId)),
    word: fillTemplate(frame.language, rows.length === 2 ? `more${kind}` : `most${kind}`),
  };
}

/** Rows from the biggest, brought to one unit. */
function calculatedOrder(rows: readonly Indicator[]): Indicator[] {
  const first = rows[0];
  if (!first) return [];
  const amounts = rows.map((row) => ({
    row,
    amount: convert({ value: new Exact(row.value ?? 0), from: row.unit, to: first.unit }),
  }));
  return amounts.sort((a, b) => b.amount.cmp(a.amount)).map(({ row }) => row);
}

/** The order of figures of one kind, biggest first, worked out in one unit. */
function rankOf(
  rows: readonly Indicator[],
  n: number,
  frame: Understanding,
  setting: ClaimSetting,
): { claim: DraftClaim; calculation: Calculation } | undefined {
  const dated = rows.filter((row) => row.value !== null);
  if (dated.length < 2 || new Set(dated.map((row) => row.year)).size > 1) return undefined;
  const support = dated.flatMap((row) => {
    const passage = setting.passages.get(row.passageId);
    return passage ? [{ passage, quote: row.quote }] : [];
  });
  try {
    const operands = dated.map((row, at) => operandOf(row, at + 1, frame, setting));
    const { operation, formula, inputs, result, working } = calculate({
      operation: 'rank',
      operands,
      language: frame.language,
    });
    const text = fillTemplate(frame.language, 'ranked', {
      working: working[frame.language],
      ...verdictOf(dated, frame, setting),
    });
    const claim = {
      text,
      support,
      indicators: dated,
      calculations: [n],
      counts: dated.map((_, at) => at + 1),
    };
    return { claim, calculation: { n, operation, formula, inputs, result } };
  } catch (error) {
    // Figures of unlike kinds have no order; they are still stated one by one.
    if (error instanceof PlanbotError && error.code === 'calculation_invalid') return undefined;
    throw error;
  }
}
