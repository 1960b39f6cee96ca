import { calculate } from '../../../calculator/calculate.js';
import { PlanbotError } from '../../../errors.js';
import { Exact } from '../../../quantity/exact.js';
import { convert } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim, type MadeClaim } from '../calculation/calculation-claim.js';
import { rowTerm } from '../calculation/row-term.js';
import { sameAmount } from '../choose-rows.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { nameIndicator, placeOf } from '../name-indicator.js';

/** The order of figures of one kind and year, biggest first, worked out in one unit; undefined where they have none. */
export function rankedClaim(
  rows: readonly Indicator[],
  frame: Understanding,
  setting: ClaimSetting,
): MadeClaim | undefined {
  if (rows.length < 2) return undefined;
  const terms = rows.map((row) => rowTerm(row, frame, setting));
  try {
    const operands = terms.map(({ operand }) => operand);
    const outcome = calculate({ operation: 'rank', operands, language: frame.language });
    const made = calculationClaim({ outcome, terms, n: 1, frame, setting });
    if (!made) return undefined;
    const text = [
      fillTemplate(frame.language, isEven(rows) ? 'even' : 'ranked', {
        working: outcome.working[frame.language],
        ...verdictOf(rows, frame, setting),
      }),
      ...definitionNotes(rows, frame, setting),
    ].join(frame.language === 'zh' ? '' : ' ');
    return { ...made, claim: { ...made.claim, text, counts: rows.map((_, at) => at + 1) } };
  } catch (error) {
    // Figures of unlike kinds have no order; they are still stated one by one.
    if (error instanceof PlanbotError && error.code === 'calculation_invalid') return undefined;
    throw error;
  }
}

/** Two figures that are the same have no first. */
function isEven(rows: readonly Indicator[]): boolean {
  const [first, ...others] = rows;
  return first !== undefined && rows.length === 2 && others.every((row) => sameAmount(first, row));
}

/** Which comes first, in words: faster for growth, higher for the rest. */
function verdictOf(
  rows: readonly Indicator[],
  frame: Understanding,
  setting: ClaimSetting,
): { top: string; word: string } {
  const [first] = inOrder(rows);
  if (!first) return { top: '', word: '' };
  const kind = rows.every((row) => row.measure === 'rate') ? 'Rate' : 'Amount';
  const isOnePlace = new Set(rows.map((row) => placeOf(row, setting.plans.get(row.planId)))).size === 1;
  const name = subjectOf(first, frame);
  return {
    top: isOnePlace ? name : placeOf(first, setting.plans.get(first.planId)),
    word: fillTemplate(frame.language, rows.length === 2 ? `more${kind}` : `most${kind}`),
  };
}

/** What grows, where the figure is its growth: 贷款余额增长 of 贷款余额年均增速. */
function subjectOf(row: Indicator, { language }: Understanding): string {
  const amount = row.name.replace(growthEnding, '');
  return language === 'zh' && row.measure === 'rate' && amount !== row.name
    ? `${amount}增长`
    : nameIndicator(row, language);
}

const growthEnding =
  /(?:[较比](?:\d{4}年末?|上年|去年))?(?:年均|同比)?(?:复合)?(?:增速|增长率|增长|增幅|涨幅|提升|提高|上升)$/;

/** Rows from the biggest, brought to one unit. */
function inOrder(rows: readonly Indicator[]): Indicator[] {
  const unit = rows[0]?.unit ?? '';
  const amounts = rows.map((row) => ({
    row,
    amount: convert({ value: new Exact(row.value ?? 0), from: row.unit, to: unit }),
  }));
  return amounts.sort((a, b) => b.amount.cmp(a.amount)).map(({ row }) => row);
}

/** Says where plans do not count quite the same thing, or one figure is only expected. */
function definitionNotes(rows: readonly Indicator[], frame: Understanding, setting: ClaimSetting): string[] {
  const { language } = frame;
  const place = (row: Indicator) => placeOf(row, setting.plans.get(row.planId));
  const isAcross = new Set(rows.map(place)).size > 1;
  const names = new Set(rows.map(({ name }) => coreName(name)));
  const firmness = new Set(rows.map(({ kind }) => (kind === 'forecast' ? 'forecast' : 'firm')));
  const listed = rows.map((row) => `${place(row)}${language === 'zh' ? '' : ' '}“${row.name}”`);
  const forecasts = rows.filter(({ kind }) => kind === 'forecast').map(place);
  const mark = language === 'zh' ? '、' : ', ';
  const years = new Set(rows.map(({ year }) => year));
  return [
    ...(years.size > 1 ? [fillTemplate(language, 'otherYears')] : []),
    ...(isAcross && names.size > 1
      ? [fillTemplate(language, 'otherDefinition', { names: listed.join(mark) })]
      : []),
    ...(firmness.size > 1 ? [fillTemplate(language, 'oneIsForecast', { places: forecasts.join(mark) })] : []),
  ];
}
