import type { Indicator } from '../../../records.js';
import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import type { CalculationWish } from '../../understand/resolve-calculation.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';

/** What the figures of a calculation are chosen from. */
export interface OperandRequest {
  wish: CalculationWish;
  /** The indicators that the question as a whole names, best first. */
  matches: readonly IndicatorMatch[];
  evidence: Evidence;
  frame: Understanding;
  setting: ClaimSetting;
}

/** A figure that is a part or a rate of another, not an amount. */
export const isRatio = (row: Pick<Indicator, 'measure' | 'unit'>): boolean =>
  row.measure === 'rate' || row.measure === 'share' || row.unit === '%';
