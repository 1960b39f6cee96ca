import { sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Draft } from '../../draft.js';
import type { ThreadOperation } from '../../understand/thread-operation.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim } from '../calculation/calculation-claim.js';
import type { OperandRequest } from '../calculation/request.js';
import { rowTerm } from '../calculation/row-term.js';
import type { Operands, Term } from '../calculation/term.js';
import { workedExpression } from '../calculation/worked-expression.js';
import { workedOut } from '../calculation/worked-out.js';
import { workingsDraft } from '../calculation/workings-draft.js';
import { shareSaid } from './asked-parts.js';
import { baseOf, inYear } from './sibling-rows.js';
import { spokenFigures, type Turn } from './spoken-figures.js';

/** All that the words name of a whole must be said where its figure stands. */
const wholly = 0.99;

/** What a follow-up works on: the figures of the answers before, newest first, each answer's in its order. */
interface Spoken {
  figures: Indicator[];
  turns: Indicator[][];
  collection: readonly Indicator[];
}

/**
 * What a follow-up works out of the answers before it (两者合计, 换成亿元, 比2020年多多少); undefined where they do not
 * give the figures that this takes.
 */
export function workedThread(
  wish: ThreadOperation,
  turns: readonly Turn[],
  request: Omit<OperandRequest, 'wish' | 'matches'>,
): Draft | undefined {
  const { collection } = request.evidence;
  const byTurn = turns.map((turn) => spokenFigures(turn, collection));
  const [last] = byTurn[0] ?? [];
  if (!last) return undefined;
  const alike = byTurn.map((rows) => rows.filter(({ unit }) => sameKind(unit, last.unit)));
  const spoken = { turns: alike, figures: alike.flatMap((rows) => [...rows].reverse()), collection };
  const rows = operandRows(wish, spoken, request.frame);
  if (!rows) return undefined;
  const terms = rows.map((row) => rowTerm(row, request.frame, request.setting));
  if (wish.operation === 'yearly') return yearly(terms, request);
  const operands: Operands & { kind: 'terms' } = {
    kind: 'terms',
    operation: wish.operation,
    terms,
    options: {},
  };
  return workedOut(operands, { ...request, wish: { ...plain, operation: wish.operation }, matches: [] });
}

/** How much a year, in equal steps. */
function yearly(terms: readonly Term[], { frame, setting }: Pick<OperandRequest, 'frame' | 'setting'>) {
  const [first, second] = terms.map(({ operand }) => operand);
  const years = (second?.year ?? 0) - (first?.year ?? 0);
  if (!first || !second || years <= 0 || !first.year) return undefined;
  const options = { expression: `(b - a) / ${years}`, unit: second.unit };
  const outcome = workedExpression(terms, options, frame.language);
  const made = calculationClaim({ outcome, terms, n: 1, frame, setting });
  return made && workingsDraft([made]);
}

const plain = {
  operands: [],
  topic: null,
  isList: false,
  given: [],
  path: 'linear' as const,
  periods: null,
  exchangeRate: null,
};

function operandRows(wish: ThreadOperation, spoken: Spoken, frame: Understanding): Indicator[] | undefined {
  if (wish.operation === 'convert') return spoken.figures.slice(0, 1);
  if (wish.operation === 'share') return partAndWhole(wish, spoken);
  if (wish.operation === 'sum' || wish.operation === 'average') return members(wish, spoken);
  return pair(spoken, frame, wish.operation === 'difference' || wish.operation === 'ratio');
}

/** As many of the latest figures as are asked for, in the order in which they were given. */
function members({ count }: ThreadOperation, { figures }: Spoken): Indicator[] | undefined {
  const each = [...new Map(figures.map((row) => [`${row.planId} ${row.scope} ${row.name}`, row])).values()];
  const used = each.slice(0, count ?? each.length);
  return used.length >= 2 && used.length === (count ?? used.length) ? used.reverse() : undefined;
}

/** The figure spoken of in two years, the later one last; of two things only where both may differ. */
function pair(
  { figures, turns, collection }: Spoken,
  { thread }: Understanding,
  mayBeOther: boolean,
): Indicator[] | undefined {
  const [last] = turns[0] ?? [];
  if (!last) return undefined;
  const [year] = (thread?.own.years ?? []).filter((one) => one !== last.year);
  if (year !== undefined) {
    const other = inYear(last, year, collection);
    return other && inOrder(last, other, mayBeOther);
  }
  const sameElsewhere = figures.find((row) => row !== last && isSame(row, last) && row.year !== last.year);
  const other = figures.find((row) => row !== last && !isSame(row, last));
  // Two things were asked about one after the other; otherwise it is set against what there is now.
  const next =
    sameElsewhere ?? (mayBeOther && turns.length > 1 ? other : undefined) ?? baseOf(last, collection);
  return next && inOrder(last, next, mayBeOther);
}

function isSame(a: Indicator, b: Indicator): boolean {
  return a.planId === b.planId && a.scope === b.scope && a.name === b.name;
}

/** A change counts from the earlier year to the later, a difference from the larger figure. */
function inOrder(a: Indicator, b: Indicator, largerFirst: boolean): Indicator[] {
  const [early, late] = (a.year ?? 0) <= (b.year ?? 0) ? [a, b] : [b, a];
  if (!largerFirst) return [early, late];
  if (isSame(a, b) || a.canonicalName === b.canonicalName) {
    return (a.year ?? 0) === (b.year ?? 0) ? byAmount(a, b) : [late, early];
  }
  return byAmount(a, b);
}

function byAmount(a: Indicator, b: Indicator): Indicator[] {
  return (a.value ?? 0) >= (b.value ?? 0) ? [a, b] : [b, a];
}

/** The last figure as a part of the whole that is named, or of a larger figure spoken of before. */
function partAndWhole({ names }: ThreadOperation, { turns, collection }: Spoken): Indicator[] | undefined {
  const [part] = turns[0] ?? [];
  if (!part) return undefined;
  const isLarger = (row: Indicator) =>
    row !== part &&
    row.value !== null &&
    row.valueMax === null &&
    row.planId === part.planId &&
    sameKind(row.unit, part.unit) &&
    row.unit === part.unit &&
    row.value > (part.value ?? 0);
  const before = turns.slice(1).flat().filter(isLarger);
  if (names.length === 0) return before[0] && [part, before[0]];
  const terms = queryTerms([names.join(' ')]);
  const isNamed = (text: string) => shareSaid(terms, text) >= wholly;
  const isOfYear = (row: Indicator) => row.year === part.year || row.year === null || part.year === null;
  const wholes = [...before, ...collection.filter(isLarger)].filter(
    (row) => isNamed(`${row.name} ${row.quote}`) && isOfYear(row),
  );
  const nearest = Math.max(...wholes.map((row) => nearness(row, part)));
  const near = wholes.filter((row) => nearness(row, part) === nearest);
  // Where several figures are called so, none is surely the whole.
  const [whole] = near;
  return whole && new Set(near.map(({ value }) => value)).size === 1 ? [part, whole] : undefined;
}

/** How many headings two figures share; the same passage is nearer still. */
function nearness(a: Indicator, b: Indicator): number {
  const apart = a.sectionPath.findIndex((title, at) => title !== b.sectionPath[at]);
  const shared = apart < 0 ? a.sectionPath.length : apart;
  return a.passageId === b.passageId ? shared + 1 : shared;
}
