import type { CalculationOutcome } from '../../../calculator/operand.js';
import { formatQuantity } from '../../../quantity/format-quantity.js';
import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import type { DraftClaim } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { nameIndicator, placeOf } from '../name-indicator.js';
import { supportOf } from './calculation-claim.js';
import { isYearlyRateOf } from './growth-of.js';
import { isShareOf } from './implied-operands.js';
import type { Term } from './term.js';

/** Within this of the result a stated rate is close to it, though its digits do not round to it. */
const nearly = 0.15;

/** A calculation with its figures, and what the plans say around it. */
export interface WorkedOut {
  outcome: CalculationOutcome;
  terms: readonly Term[];
  evidence: Evidence;
  frame: Understanding;
  setting: ClaimSetting;
}

/** What the plan itself states for a rate or share that was worked out from its figures, and whether the two agree. */
export function statedRateClaim({
  outcome,
  terms,
  evidence,
  frame,
  setting,
}: WorkedOut): DraftClaim | undefined {
  const [first, second] = terms.map(({ row }) => row);
  if (!first || !second || terms.length !== 2) return undefined;
  const stated = evidence.collection.find((row) => isStatementOf(row, outcome.operation, first, second));
  if (!stated) return undefined;
  const isRounding = evidence.findings.some(
    ({ planId, about, certainty }) =>
      planId === stated.planId && certainty === 'rounding' && about === stated.name,
  );
  const verdict = verdictOf(stated, outcome.result.value);
  const template = isRounding && verdict !== 'rateAgrees' ? 'rateRounding' : verdict;
  return besideResult(stated, template, { frame, setting });
}

/** A figure of the plan with what the calculation makes of it. */
export function besideResult(
  stated: Indicator,
  template: 'rateAgrees' | 'rateNearly' | 'rateDiffers' | 'rateRounding',
  { frame, setting }: { frame: Understanding; setting: ClaimSetting },
): DraftClaim | undefined {
  const support = supportOf(stated, setting);
  const text = fillTemplate(frame.language, template, {
    place: placeOf(stated, setting.plans.get(stated.planId)),
    name: nameIndicator(stated, frame.language),
    figure: formatQuantity({ ...stated, value: stated.value ?? 0 }, frame.language),
  });
  return support && { text, support: [support], indicators: [stated], calculations: [], counts: [] };
}

/** Whether a row states what the operation makes of two others. */
export function isStatementOf(
  row: Indicator,
  operation: string,
  first: Indicator,
  second: Indicator,
): boolean {
  if (row.value === null || row.valueMax !== null) return false;
  if (operation === 'share')
    return first.year === second.year && isShareOf(row, first) && wholeIs(row, second);
  if (operation !== 'cagr' || row.year !== second.year || !isYearlyRateOf(row, second)) return false;
  return row.yearFrom === null || row.yearFrom === first.year || row.yearFrom - 1 === first.year;
}

/** 金融业增加值占GDP比重 is a share of GDP. */
function wholeIs(ratio: Indicator, whole: Indicator): boolean {
  const named = ratio.name.split('占')[1] ?? '';
  return named !== '' && [whole.name, whole.canonicalName].some((name) => named.startsWith(coreName(name)));
}

/** Whether the stated figure is the result, rounded to its own digits. */
function verdictOf({ value, text, comparator }: Indicator, result: number) {
  const gap = result - (value ?? 0);
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const bounded = (comparator === '>=' || comparator === '>') && gap >= 0;
  if (bounded || Math.abs(gap) <= 0.5 * 10 ** -decimals + 1e-9) return 'rateAgrees';
  return Math.abs(gap) <= nearly ? 'rateNearly' : 'rateDiffers';
}
