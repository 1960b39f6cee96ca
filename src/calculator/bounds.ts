import type { Comparator } from '../records.js';
import type { Bilingual, Operand } from './operand.js';

/** Whether the result rises (1) or falls (-1) with an operand; 0 where it depends. */
export type Influence = 1 | -1 | 0;

type Bound = 'none' | 'lower' | 'upper' | 'about';

const boundOf: Record<Comparator, Bound> = {
  '=': 'none',
  '~': 'about',
  '>': 'lower',
  '>=': 'lower',
  '<': 'upper',
  '<=': 'upper',
  range: 'about',
};
const comparatorOf: Record<Bound, Comparator> = { none: '=', lower: '>=', upper: '<=', about: '~' };

/**
 * How a result bounds the true value when operands are bounds themselves: growth to "6.5 or more" is at
 * least the growth to 6.5. Bounds that work against each other leave only "about".
 */
export function resultComparator(operands: readonly Operand[], influences: readonly Influence[]): Comparator {
  const bounds = operands.map((operand, i) => throughInfluence(operand, influences[i] ?? 0));
  const told = [...new Set(bounds.filter((bound) => bound !== 'none'))];
  if (told.length === 0) return '=';
  return comparatorOf[told.length === 1 ? (told[0] ?? 'about') : 'about'];
}

/** Says why a result is only a bound; none when it is exact. */
export function boundNotes(operands: readonly Operand[], comparator: Comparator): Bilingual[] {
  if (comparator === '=') return [];
  const loose = operands.filter((operand) => boundOf[operand.comparator ?? '='] !== 'none');
  const names = loose.map((operand) => operand.name).filter((name) => name !== '');
  const [zh, en] = [names.join('、') || '所用数', names.join(', ') || 'A figure used'];
  if (comparator === '>=')
    return [{ zh: `${zh}是界限值，结果为下限。`, en: `${en} is a bound, so the result is at least this.` }];
  if (comparator === '<=')
    return [{ zh: `${zh}是界限值，结果为上限。`, en: `${en} is a bound, so the result is at most this.` }];
  return [{ zh: `${zh}不是确数，结果为约数。`, en: `${en} is not exact, so the result is approximate.` }];
}

function throughInfluence(operand: Operand, influence: Influence): Bound {
  const bound = boundOf[operand.comparator ?? '='];
  if (bound === 'none' || bound === 'about' || influence === 1) return bound;
  if (influence === 0) return 'about';
  return bound === 'lower' ? 'upper' : 'lower';
}
