import type { UnitKind } from '../../src/quantity/unit-table.js';
import { lookUpUnit } from '../../src/quantity/units.js';
import type { Indicator } from '../../src/records.js';
import words from './measure-words.json' with { type: 'json' };

const increments = new RegExp(words.increment);
const cumulative = new RegExp(words.cumulative);
const rates = new RegExp(words.rate);
/** Only a ratio, or a number whose unit nobody knows, says how fast something changes: 改造提升12万亩 counts land. */
const rateKinds = new Set<UnitKind>(['ratio', 'percentagePoints', 'number', 'compound', 'other', 'time']);
const shares = new RegExp(words.share);

/** Says what a figure measures, from its name and unit. */
export function measureOf({ name, unit }: { name: string; unit: string }): Indicator['measure'] {
  const kind = lookUpUnit(unit)?.kind;
  if (unit === '倍') return 'multiple';
  if (rates.test(name) && (kind === undefined || rateKinds.has(kind))) return 'rate';
  if (shares.test(name) && (kind === 'ratio' || unit === '')) return 'share';
  if (cumulative.test(name)) return 'cumulative';
  return increments.test(name) ? 'increment' : 'level';
}
