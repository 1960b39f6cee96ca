import type { Indicator } from '../../../records.js';
import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import type { Understanding } from '../../understand/understand.js';
import { sameFigure } from '../choose-rows.js';
import type { ClaimSetting } from '../indicator-claims.js';

/** Rows with a figure and a year, oldest first, each figure once. */
export function datedRows(all: readonly Indicator[], wantsTarget = false): Indicator[] {
  const rows = all.filter((row) => row.value !== null && row.year !== null && row.valueMax === null);
  const rank = (row: Indicator) => (wantsTarget === (row.kind === 'target') ? 2 : 0) + firmness(row);
  const sorted = [...rows].sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || rank(b) - rank(a));
  return sorted.filter(
    (row, at) =>
      !sorted
        .slice(0, at)
        .some((one) => one.year === row.year && (sameFigure(one, row) || one.kind === row.kind)),
  );
}

/** Exact before approximate. */
function firmness(row: Indicator): number {
  return row.comparator === '~' ? 0 : 1;
}

/** Whether the figure aimed at is meant where a year has both a target and an actual figure. */
export function wantsTarget(question: string): boolean {
  return /目标|规划值|计划值|target/i.test(question);
}

/** The figure of the year asked for, or of the plan's last year. */
export function figureOf(
  match: Pick<IndicatorMatch, 'rows' | 'planId'>,
  { years, question }: Pick<Understanding, 'years' | 'question'>,
  setting: ClaimSetting,
): Indicator | undefined {
  const rows = datedRows(match.rows, wantsTarget(question));
  const asked = years.flatMap((year) => rows.find((row) => row.year === year) ?? []);
  const end = setting.plans.get(match.planId)?.periodEnd;
  return (
    asked.at(-1) ??
    rows.find((row) => row.year === end) ??
    rows.at(-1) ??
    match.rows.find((row) => row.value !== null)
  );
}
