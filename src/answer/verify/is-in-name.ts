import { findPeriods } from '../../quantity/periods.js';

/**
 * 存款余额较2015年增长48.1%, 相当于“十二五”时期1.7倍: the year or period that stands in front of the figure is part
 * of what it is called.
 */
export function isInName(years: readonly number[], name: string): boolean {
  if (years.length === 0) return false;
  const named = findPeriods(name).flatMap(({ from, to }) => [from, to]);
  return years.every((year) => name.includes(String(year)) || named.includes(year));
}
