import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import { amountRows } from './amount-rows.js';
import { ownTerm, rowsStating } from './given-term.js';
import type { OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Missing, Operands, Term } from './term.js';

/** The asker's own amounts beside the plan's rows of the same thing. */
export interface Course {
  rows: Indicator[];
  /** Figures of the question that the plan does not state. */
  own: GivenFigure[];
  /** Rows that the question quotes, oldest first. */
  quoted: Indicator[];
}

/** Splits the amounts that the question gives into those that the plan states and the asker's own. */
export function courseOf(request: OperandRequest): Course {
  const { wish, evidence, frame } = request;
  const named = amountRows(request);
  const amounts = wish.given.filter(
    ({ unit }) => lookUpUnit(unit)?.kind !== 'ratio' || named[0]?.unit === unit,
  );
  const read = amounts.map((given) => {
    const like =
      named.find((row) => isStatedBy(row, given)) ?? quotedRow(given, evidence.collection, frame.question);
    return { given, row: like };
  });
  const quoted = read.flatMap(({ row }) => row ?? []).sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const own = read.filter(({ row }) => row === undefined).map(({ given }) => given);
  return { rows: named, own: own.filter(({ unit }) => isLike(unit, named, quoted)), quoted };
}

function isStatedBy(row: Indicator, { value, unit, year }: GivenFigure): boolean {
  return row.value === value && row.unit === unit && (year === null || row.year === year);
}

function quotedRow(
  given: GivenFigure,
  collection: readonly Indicator[],
  question: string,
): Indicator | undefined {
  return rowsStating(given, collection, question).find((row) => row.year !== null && row.ownScope);
}

function isLike(unit: string, rows: readonly Indicator[], quoted: readonly Indicator[]): boolean {
  const [row] = rows.length > 0 ? rows : quoted;
  return row === undefined || sameKind(unit, row.unit);
}

/** Two dated figures, the earlier first: those quoted, those of the years asked for, or the ends of the plan. */
export function twoPoints(request: OperandRequest): Operands | undefined {
  const { frame, setting, wish } = request;
  // Of three years and more no two are the ends that are meant.
  if (frame.years.length > 2 && wish.given.length === 0) return undefined;
  const course = courseOf(request);
  const term = (row: Indicator) => rowTerm(row, frame, setting);
  const terms = (list: Term[]): Operands => ({
    kind: 'terms',
    operation: wish.operation,
    terms: list,
    options: {},
  });
  const [own, second] = course.own;
  if (own && second) return ownPair(own, second, request);
  const told = own?.year === null ? toldPair(course, request) : undefined;
  if (told) return terms(told);
  if (own) {
    const other = otherEnd(own, course, request);
    if (!other) return undefined;
    if ('name' in other) return { kind: 'missing', missing: [other], known: [] };
    const mine = ownTerm(own, other.operand.name, request.frame.language);
    const isStart = (own.year ?? 0) < (other.operand.year ?? 0);
    return own.year === null ? undefined : terms(isStart ? [mine, other] : [other, mine]);
  }
  const [from, to] = course.quoted;
  if (from && to && from.year !== to.year && sameKind(from.unit, to.unit))
    return terms([term(from), term(to)]);
  const ends = endsOf(request, course.rows);
  return 'missing' in ends ? { kind: 'missing', ...ends } : terms(ends.rows.map(term));
}

/** 由9.6万张增加到13万张: both ends quoted, in the order of the question, though the plan dates only one of them. */
function toldPair(
  { own: [own], quoted: [dated, ...more] }: Course,
  { wish, evidence, frame, setting }: OperandRequest,
): Term[] | undefined {
  const ends = wish.given.filter(({ unit }) => lookUpUnit(unit)?.kind !== 'ratio');
  if (wish.operation !== 'growth' || !own || !dated || more.length > 0 || ends.length !== 2) return undefined;
  const beside = rowsStating(own, evidence.collection, frame.question).find(
    (row) => row.passageId === dated.passageId && row.quote === dated.quote,
  );
  if (!sameKind(own.unit, dated.unit)) return undefined;
  const mine = beside ? rowTerm(beside, frame, setting) : ownTerm(own, dated.name, frame.language);
  const other = rowTerm(dated, frame, setting);
  return ends[0] === own ? [mine, other] : [other, mine];
}

/** Two figures of the asker's: their years tell the order, or their place in the question does. */
function ownPair(first: GivenFigure, second: GivenFigure, { frame, wish }: OperandRequest): Operands {
  const dated = first.year !== null && second.year !== null && first.year > second.year;
  const pair = (dated ? [second, first] : [first, second]).map((given) => ownTerm(given, '', frame.language));
  const [from, to] = pair.map(({ operand }) => operand.year);
  const known = from !== null && to !== null && from !== to;
  const options =
    !known && wish.periods !== null && wish.operation !== 'growth' ? { periods: wish.periods } : {};
  return { kind: 'terms', operation: wish.operation, terms: pair, options };
}

/** What the asker's own figure is set against: the target after it, or what there was before it. */
function otherEnd(
  own: GivenFigure,
  { rows }: Course,
  { frame, setting }: OperandRequest,
): Term | Missing | undefined {
  const year = own.year ?? 0;
  const asked = frame.years.filter((one) => one !== own.year);
  const named =
    asked.length > 0 ? rows.find((row) => row.year !== null && asked.includes(row.year)) : undefined;
  const later = rows.filter((row) => (row.year ?? 0) > year);
  const end = later.find((row) => row.year === setting.plans.get(row.planId)?.periodEnd) ?? later.at(-1);
  const earlier = rows.filter((row) => (row.year ?? 0) < year).at(0);
  const row = named ?? (asked.length > 0 ? undefined : (end ?? earlier));
  if (row) return rowTerm(row, frame, setting);
  const [first] = rows;
  return first && { name: first.name, planIds: [first.planId], years: asked, rows };
}

/** The rows of the years asked for; the baseline and the plan's last target where none are. */
function endsOf(
  { frame, setting, matches, wish }: OperandRequest,
  rows: readonly Indicator[],
): { rows: Indicator[] } | { missing: Missing[]; known: Term[] } {
  const years = [...frame.years].sort((a, b) => a - b);
  const [from, to] = [years[0], years.length > 1 ? years.at(-1) : undefined];
  const plan = setting.plans.get(rows[0]?.planId ?? matches[0]?.planId ?? '');
  const isStart =
    to === undefined && from !== undefined && plan?.periodStart != null && from < plan.periodStart;
  const last = to ?? (isStart ? undefined : from) ?? plan?.periodEnd ?? undefined;
  const asked = [from, to].flatMap((year) => year ?? []);
  const end =
    rows.find((row) => row.year === last) ?? (asked.length === 0 || isStart ? rows.at(-1) : undefined);
  const before = rows.filter((row) => (row.year ?? 0) < (end?.year ?? 0));
  const base = baseYear(before, end, wish.periods);
  const start =
    to === undefined && !isStart
      ? (besideEnd(base, before, end) ?? before.findLast((row) => row.year === base) ?? before[0])
      : (besideEnd(from, rows, end) ??
        rows.find((row) => row.year === from) ??
        planStart(from, rows, plan?.periodStart));
  if (start && end && start !== end) return { rows: [start, end] };
  const unstated = end ? plan?.periodStart && plan.periodStart - 1 : plan?.periodEnd;
  const absent = asked.filter((year) => !rows.some((row) => row.year === year));
  const gone = absent.length > 0 ? absent : unstated ? [unstated] : [];
  const [first] = rows;
  return {
    missing: first ? [{ name: first.name, planIds: [first.planId], years: gone, rows }] : [],
    known: [],
  };
}

/** Where only the end is said: so many years before it, or the last that was no target. */
function baseYear(
  before: readonly Indicator[],
  end: Indicator | undefined,
  periods: number | null,
): number | null | undefined {
  const asked = periods === null ? undefined : (end?.year ?? 0) - periods;
  if (before.some((row) => row.year === asked)) return asked;
  return (before.findLast((row) => row.kind !== 'target') ?? before.at(-1))?.year;
}

/** What the same row of a table gives for the earlier year counts as the later figure does. */
function besideEnd(
  year: number | null | undefined,
  rows: readonly Indicator[],
  end: Indicator | undefined,
): Indicator | undefined {
  return rows.find(
    (row) => row !== end && row.year === year && row.passageId === end?.passageId && row.quote === end.quote,
  );
}

/** "From 2021 to 2025" of a plan that begins in 2021 counts from the year before it, where there is no other. */
function planStart(
  from: number | undefined,
  rows: readonly Indicator[],
  periodStart: number | null | undefined,
): Indicator | undefined {
  return from !== undefined && from === periodStart ? rows.find((row) => row.year === from - 1) : undefined;
}
