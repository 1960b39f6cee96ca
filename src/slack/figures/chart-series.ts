import { Exact } from '../../quantity/exact.js';
import { convert, sameKind } from '../../quantity/units.js';
import type { Comparator } from '../../records.js';
import type { Figure } from './figure.js';

/** What a chart shows: one value for each category in each series, all in one unit. */
export interface ChartData {
  kind: 'line' | 'bar';
  name: string;
  unit: string;
  categories: string[];
  series: { name: string; values: number[] }[];
}

/** Slack's limits, the narrower ones where its pages differ. */
const seriesLimit = 6;
const categoryLimit = 20;
/** Two points are a path where a calculation went from one to the other. */
const pathYears = { plain: 3, calculated: 2 } as const;

/** Figures that a calculation gave for years of which the plan says nothing, and how they are marked. */
export interface WorkedPoints {
  mark: string;
  points: readonly { year: number; value: number; unit: string }[];
}

const signs: Record<Comparator, string> = {
  '=': '',
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '~': '≈',
  range: '',
};

/**
 * What of an answer's figures can be drawn: the values of different places for the same years as bars, or
 * the values of one indicator over the years as a line. Undefined where there is nothing to compare.
 */
export function chartSeries(
  figures: readonly Figure[],
  { isCalculated = false, worked }: { isCalculated?: boolean; worked?: WorkedPoints } = {},
): ChartData | undefined {
  const [first] = figures;
  if (first === undefined || figures.some(({ unit }) => !sameKind(unit, first.unit))) return undefined;
  const drawn = figures.filter(
    ({ value, valueMax, year, measure }) =>
      value !== null && valueMax === null && year !== null && measure === first.measure,
  );
  const isCompared = distinct(drawn.map(({ subject }) => subject)).length > 1;
  const data = isCompared ? asBars(drawn, first) : asLine(drawn, first, worked);
  const fewest = isCompared ? 1 : pathYears[isCalculated ? 'calculated' : 'plain'];
  const isFitting =
    data.series.length > 0 &&
    data.series.length <= seriesLimit &&
    data.categories.length >= fewest &&
    data.categories.length <= categoryLimit;
  return isFitting ? data : undefined;
}

function asBars(drawn: readonly Figure[], { name, unit }: Figure): ChartData {
  const subjects = distinct(drawn.map(({ subject }) => subject));
  const of = (subject: string): Figure[] => drawn.filter((one) => one.subject === subject);
  const series = yearsOf(drawn).flatMap((year) => {
    const values = subjects.map((subject) => amountIn(year, of(subject), unit));
    const known = values.filter((value) => value !== undefined);
    return known.length === values.length ? [{ name: String(year), values: known }] : [];
  });
  return { kind: 'bar', name, unit, categories: subjects.map((one) => `${one}${markOf(of(one))}`), series };
}

function asLine(
  drawn: readonly Figure[],
  { name, unit }: Figure,
  worked: WorkedPoints | undefined,
): ChartData {
  const stated = yearsOf(drawn).flatMap((year) => {
    const value = amountIn(year, drawn, unit);
    const mark = markOf(drawn.filter((one) => one.year === year));
    return value === undefined ? [] : [{ year, label: `${year}${mark}`, value }];
  });
  const years = new Set(yearsOf(drawn));
  const added = (worked?.points ?? [])
    .filter((one) => sameKind(one.unit, unit) && !years.has(one.year))
    .map(({ year, value, unit: from }) => ({
      year,
      label: `${year} (${worked?.mark})`,
      value: convert({ value: new Exact(value), from, to: unit }).toNumber(),
    }));
  const points = [...stated, ...added].sort((a, b) => a.year - b.year);
  const values = points.map(({ value }) => value);
  return {
    kind: 'line',
    name,
    unit,
    categories: points.map(({ label }) => label),
    series: [{ name, values }],
  };
}

function yearsOf(figures: readonly Figure[]): number[] {
  return distinct(figures.map(({ year }) => year ?? 0)).sort((a, b) => a - b);
}

/** A bar of "6.5 or more" looks like one of 6.5, so its label says which it is. */
function markOf(figures: readonly Figure[]): string {
  const marks = distinct(figures.map(({ comparator }) => signs[comparator])).filter((sign) => sign !== '');
  return marks.length === 0 ? '' : ` (${marks.join('/')})`;
}

/** The value of a year; undefined where there is none, or where plans give two that differ. */
function amountIn(year: number, figures: readonly Figure[], unit: string): number | undefined {
  const amounts = distinct(
    figures
      .filter((one) => one.year === year)
      .map(({ value, unit: from }) => convert({ value: new Exact(value ?? 0), from, to: unit }).toNumber()),
  );
  return amounts.length === 1 ? amounts[0] : undefined;
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
