/** 存款余额较2015年增长48.1%: the year that stands in front of the figure is part of what it is called. */
export function isInName(years: readonly number[], name: string): boolean {
  return years.length > 0 && years.every((year) => name.includes(String(year)));
}
