import { Exact } from '../../src/quantity/exact.js';
import { convert, sameKind } from '../../src/quantity/units.js';
import type { PlanHead } from '../plan-record.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import type { Figures, Stated } from './figures.js';
import { type Interval, intervalOf, overlap, rateInterval } from './interval.js';
import { quotesOf } from './quote-of.js';
import { percent, shown } from './show.js';

interface Claim {
  rate: Stated;
  start: Stated;
  end: Stated;
  periods: number;
  /** False for growth over the whole time. */
  yearly: boolean;
  /** False where the plan gives one rate for the target year, which may be that year's own. */
  isAverage: boolean;
}

const ending = new RegExp(words.growthEndings);
const mostPeriods = 12;
const planYears = 5;
const cumulativeTolerance = 0.005;
const reached = ['actual', 'baseline'] as const;
const aimed = ['target', 'forecast'] as const;
/** A forecast of the base year stands in for the figure that is not known yet. */
const startKinds = ['actual', 'baseline', 'forecast'] as const;
/** More numbers of periods than these would explain anything. */
const mostOthers = 2;

/** Stated growth against the two figures that it leads between. */
export function checkGrowth({ figures, head }: { figures: Figures; head: PlanHead }): FindingDraft[] {
  const rates = figures.all.filter((row) => row.measure === 'rate' && row.unit === '%');
  return rates.flatMap((rate) => {
    const claim = claimOf(rate, figures, head);
    return claim ? findingOf(claim) : [];
  });
}

function claimOf(rate: Stated, figures: Figures, head: PlanHead): Claim | undefined {
  const names = [rate.name, rate.canonicalName].flatMap((name) => {
    const subject = name.replace(ending, '');
    return subject === name ? [] : [subject];
  });
  const { year } = rate;
  if (names.length === 0 || year === null || rate.quote.includes('分别')) return undefined;
  const isPast = head.periodStart !== null && year < head.periodStart;
  const end = figures.of({ names, year, near: rate, kinds: isPast ? reached : aimed })[0];
  const first = rate.yearFrom ?? (isPast ? null : head.periodStart);
  const start =
    end && (first === null ? besides(rate, names, figures) : startOf({ rate, names, figures, first, end }));
  if (!end || !start || start.year === null || !sameKind(start.unit, end.unit)) return undefined;
  const yearly = words.yearly.some((word) => rate.name.includes(word) || rate.canonicalName.includes(word));
  const isAverage = isPast || rate.yearFrom !== null || rate.name.includes('年均');
  return { rate, start, end, periods: year - start.year, yearly, isAverage };
}

/** A five-year plan is named by its first year; the figure that it starts from is of the year before. */
function startOf({
  rate,
  names,
  figures,
  first,
  end,
}: {
  rate: Stated;
  names: readonly string[];
  figures: Figures;
  first: number;
  end: Stated;
}): Stated | undefined {
  const years = first % planYears === 1 ? [first, first - 1] : [first];
  const kinds = end.kind === 'target' ? startKinds : reached;
  return years
    .filter((year) => year < (end.year ?? 0))
    .flatMap((year) => figures.of({ names, year, near: rate, kinds })[0] ?? [])[0];
}

/** The one earlier figure in the same sentence, for growth whose first year is not said apart from it. */
function besides(rate: Stated, names: readonly string[], figures: Figures): Stated | undefined {
  if (rate.name.includes('同比')) return undefined;
  const earlier = figures
    .in({ names, near: rate, kinds: reached })
    .filter(({ year }) => year !== null && year < (rate.year ?? 0));
  return earlier.length === 1 ? earlier[0] : undefined;
}

function findingOf({ rate, start, end, periods, yearly, isAverage }: Claim): FindingDraft[] {
  const stated = signed(rate);
  const growth = (n: number, rounded?: boolean) => growthInterval(start, end, yearly ? n : 1, rounded);
  const [exact, wide] = [growth(periods), growth(periods, true)];
  if (!stated || !exact || !wide || overlap(stated, exact)) return [];
  const all = yearly ? otherPeriods(stated, periods, growth) : [];
  const others = all.length <= mostOthers ? all : [];
  const value = pointGrowth(start, end, yearly ? periods : 1);
  const root = yearly && periods > 1 ? `^(1/${periods})` : '';
  const certainty = overlap(stated, wide) ? 'rounding' : isAverage ? 'contradiction' : 'definition';
  return [
    {
      kind: 'growth',
      certainty,
      about: rate.name,
      stated: shown(rate),
      computed: percent(value),
      note: [
        `${shown(start)}到${shown(end)}：(${end.value}${end.unit} / ${start.value}${start.unit})${root} − 1 = ${percent(value)}${value < 0 ? `（下降${percent(-value)}）` : ''}，与所列${shown(rate)}不符。`,
        others.length > 0 ? `按${others.join('或')}期计算才得到所列增速（实为${periods}期）。` : '',
        certainty === 'definition' ? '所列增速若指当年而非年均，则定义不同。' : '',
        isCumulative(rate, start, end, periods) ? '目标值恰为按所列增速增长的各年累计，可能是累计数。' : '',
        certainty === 'rounding' ? '差异在目标值的取整范围内。' : '',
      ].join(''),
      quotes: quotesOf([rate, start, end]),
    },
  ];
}

/** Whether the end is what the years together come to when the start grows at the stated rate. */
function isCumulative(rate: Stated, start: Stated, end: Stated, periods: number): boolean {
  const factor = 1 + rate.value / 100;
  const years = Array.from({ length: periods }, (_, at) => start.value * factor ** (at + 1));
  const sum = years.reduce((total, one) => total + one, 0);
  return periods > 1 && Math.abs(sum - end.value * unitFactor(start, end)) <= sum * cumulativeTolerance;
}

/** A fall is stated without its sign. */
function signed(rate: Stated): Interval | undefined {
  const stated = rateInterval(rate);
  const isFall = rate.value > 0 && words.falls.some((word) => rate.name.includes(word));
  return stated && isFall ? { low: -stated.high, high: -stated.low } : stated;
}

function otherPeriods(
  stated: Interval,
  periods: number,
  growth: (n: number) => Interval | undefined,
): number[] {
  const counts = Array.from({ length: mostPeriods }, (_, at) => at + 1);
  return counts.filter((n) => {
    const interval = n === periods ? undefined : growth(n);
    return interval !== undefined && overlap(stated, interval);
  });
}

function growthInterval(
  start: Stated,
  end: Stated,
  periods: number,
  rounded?: boolean,
): Interval | undefined {
  const options = rounded === undefined ? {} : { rounded };
  const [from, to] = [intervalOf(start, options), intervalOf(end, options)];
  if (!from || !to || from.low <= 0) return undefined;
  const factor = unitFactor(start, end);
  const rate = (ratio: number) => (Math.max(ratio, 0) ** (1 / periods) - 1) * 100;
  return { low: rate((to.low * factor) / from.high), high: rate((to.high * factor) / from.low) };
}

function pointGrowth(start: Stated, end: Stated, periods: number): number {
  return (((end.value * unitFactor(start, end)) / start.value) ** (1 / periods) - 1) * 100;
}

function unitFactor(start: Stated, end: Stated): number {
  return convert({ value: new Exact(1), from: end.unit, to: start.unit }).toNumber();
}
