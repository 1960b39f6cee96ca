import type { Indicator } from '../../../records.js';
import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import type { Understanding } from '../../understand/understand.js';
import { isRateOf } from '../calculation/growth-of.js';
import { chooseRows } from '../choose-rows.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';

/** A question about how much something changes, not how much there is of it. */
export const asksGrowth = /增速|增长|涨|增幅|[提增升降减](?:得|高|加|升)|grow|faster|fastest/i;
const asksLevel = /多少|几家|各定|各是|规模|how (?:many|much)|level|size/i;

/** The rows that a comparison sets side by side: amounts, or the rates where it is about growth. */
export function comparedRows(
  matches: readonly IndicatorMatch[],
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Indicator[] {
  const rows = matches.flatMap((match) => rowsOf(match, frame, setting));
  if (!asksGrowth.test(frame.question)) return rows;
  const rates = subjects(matches).map((match) => ratesOf(match, frame, evidence));
  const haveRates = rates.length > 1 && rates.every((list) => list.length > 0);
  if (!haveRates) return rows;
  // A year that only some of them have a rate for compares nothing.
  const found = rates
    .flat()
    .filter((row) => rates.every((list) => list.some((one) => one.year === row.year)));
  return asksLevel.test(frame.question) ? distinct([...rows, ...found]) : distinct(found);
}

/** A rate beside its own amount is no further thing compared. */
function subjects(matches: readonly IndicatorMatch[]): IndicatorMatch[] {
  const amounts = matches.filter(({ rows }) => rows[0]?.measure !== 'rate');
  return matches.filter(
    (match) =>
      amounts.includes(match) ||
      !amounts.some(({ rows }) => rows.some((amount) => match.rows.some((rate) => isRateOf(rate, amount)))),
  );
}

function rowsOf(match: IndicatorMatch, frame: Understanding, setting: ClaimSetting): Indicator[] {
  const kind = frame.kind === 'comparison' ? 'target' : frame.kind;
  // 分别 tells those compared apart here, not the years.
  const question = frame.question.replaceAll('分别', '');
  const choice = chooseRows(match, { ...frame, kind, question }, setting.plans.get(match.planId));
  return choice.outcome === 'rows' ? choice.rows : [];
}

/** Stated rates of the indicator, of the years asked for. */
function ratesOf(match: IndicatorMatch, { years }: Understanding, { collection }: Evidence): Indicator[] {
  const [first] = match.rows;
  const rows =
    first?.measure === 'rate'
      ? match.rows
      : collection.filter((row) => match.rows.some((amount) => isRateOf(row, amount)));
  return rows.filter(
    (row) => row.value !== null && (years.length === 0 || row.year === null || years.includes(row.year)),
  );
}

function distinct(rows: readonly Indicator[]): Indicator[] {
  return [...new Set(rows)];
}
