import type { Operand } from '../../calculator/operand.js';
import type { Indicator } from '../../records.js';
import type { Understanding } from '../understand/understand.js';
import type { ClaimSetting } from './indicator-claims.js';
import { nameIndicator, placeOf } from './name-indicator.js';

/** An indicator row as an operand of the calculator, cited by number. */
export function operandOf(
  row: Indicator,
  citation: number,
  frame: Understanding,
  setting: ClaimSetting,
): Operand {
  const gap = frame.language === 'zh' ? '' : ' ';
  const name = `${placeOf(row, setting.plans.get(row.planId))}${gap}${nameIndicator(row, frame.language)}`;
  const { value, unit, year, comparator } = row;
  return { name, value: value ?? 0, unit, year, comparator, source: 'citation', citation };
}
