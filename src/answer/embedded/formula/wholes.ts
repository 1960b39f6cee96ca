import { sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import { isTotalLine } from '../calculation/columns-of.js';
import { isRatio } from '../calculation/request.js';
import { type Family, says } from './columns.js';
import { type Figure, plain } from './figure-pool.js';
import { saidOf } from './fit.js';
import words from './formula-words.json' with { type: 'json' };
import { nameShare, sumOf } from './groups.js';
import { likeness } from './pairs.js';

/** What a question says of the whole that something is a part of. */
export interface WholeAsked {
  /** Its words, those that only say that it is a whole aside. */
  terms: readonly QueryTerm[];
  count: number | undefined;
  /** Whether the parts are to be added up (七类合计). */
  isSum: boolean;
  asked: string;
}

const leastSaid = 0.75;
/** A plan's own figure is the whole of a place's where the two are called alike … */
const leastAlike = 0.65;
/** … a total where the question says this much of its name. */
const leastNamed = 0.75;
const weightOf = { likeness: 0.3, passage: 0.3, section: 0.15, quote: 0.15, count: 0.3, sum: 0.3, year: 0.1 };
const total = new RegExp(words.total);

interface Choice {
  rows: Indicator[];
  score: number;
}

/**
 * The whole that figures are a part of: the total that the plan states beside them or for all of its place, or what
 * the lines that they stand among come to.
 */
export function wholeOf(
  part: readonly Indicator[],
  whole: WholeAsked,
  pool: readonly Figure[],
  families: readonly Family[],
): Indicator[] | undefined {
  const [first] = part;
  if (!first) return undefined;
  const choices = [
    ...pool.flatMap((figure) => statedTotal(figure, part, whole) ?? []),
    ...families.flatMap((family) => addedUp(family, part, whole) ?? []),
  ];
  return choices.sort((a, b) => b.score - a.score)[0]?.rows;
}

function statedTotal(figure: Figure, part: readonly Indicator[], whole: WholeAsked): Choice | undefined {
  const { row } = figure;
  const [first] = part;
  if (!first || row.planId !== first.planId || isRatio(row) || part.includes(row)) return undefined;
  if (row.unit !== first.unit && !sameKind(row.unit, first.unit)) return undefined;
  if (row.unit === first.unit && (row.value ?? 0) < sumOf(part)) return undefined;
  const isTotal = isTotalLine(row.quote) || total.test(row.name);
  const isTableTotal = row.passageId === first.passageId && isTotalLine(row.quote);
  if (!isTableTotal && row.year !== first.year && row.year !== null && first.year !== null) return undefined;
  const alike = likeness(row, first);
  const isOfAll = row.scope === null && alike >= leastAlike && !part.every(({ ownScope }) => ownScope);
  const named = nameShare(row.name, whole.asked);
  const isAbove = holdsAsPart(row, first);
  if (!isOfAll && !isAbove && !isTotalLine(row.quote) && (!isTotal || named < leastNamed)) return undefined;
  const weight = whole.terms.reduce((sum, one) => sum + one.weight, 0);
  const said = weight === 0 ? 1 : saidOf(figure, whole.terms).said / weight;
  const least = isAbove ? leastOfAbove : isTotalLine(row.quote) ? leastOfTotal : leastSaid;
  if (said < least) return undefined;
  const isCounted = whole.count !== undefined && saysCount(row.quote, whole.count);
  const near = closeness(row, first);
  // A total that stands somewhere else must be called what the question calls it.
  if (near === 0 && (weight === 0 ? !isOfAll : said < 0.9)) return undefined;
  const score =
    said +
    near +
    weightOf.likeness * alike +
    0.3 * named +
    (isCounted ? weightOf.count : 0) +
    (row.year === first.year ? weightOf.year : 0);
  return { rows: [row], score };
}

const leastOfTotal = 0.5;
const leastOfAbove = 0.25;

/** 电力装机1286万千瓦，其中风电412万千瓦: the sentence itself says what is part of what. */
export function holdsAsPart(row: Indicator, part: Indicator): boolean {
  if (row.source !== 'prose' || row.quote !== part.quote || row.unit !== part.unit) return false;
  const [from, to] = [row.quote.indexOf(row.text), row.quote.indexOf(part.text)];
  const between = row.quote.slice(from + row.text.length, to);
  return from >= 0 && to > from && /其中|包括|含/.test(between);
}

function closeness(row: Indicator, part: Indicator): number {
  if (row.passageId === part.passageId)
    return weightOf.passage + weightOf.section + (row.quote === part.quote ? weightOf.quote : 0);
  const [path, other] = [row, part].map(({ sectionPath }) => sectionPath.join('\n'));
  if (path === undefined || other === undefined || path === '' || other === '') return 0;
  // A sentence beside the table stands a level above it.
  return path.startsWith(other) || other.startsWith(path) ? weightOf.section : 0;
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function saysCount(quote: string, count: number): boolean {
  return new RegExp(`(?:(?<!\\d)${count}|${numerals[count] ?? count})(?:大|个|项|类|条)`).test(quote);
}

function addedUp(family: Family, part: readonly Indicator[], whole: WholeAsked): Choice | undefined {
  const rows = family.cells.map(({ row }) => row);
  if (!part.every((row) => rows.includes(row)) || rows.length <= part.length) return undefined;
  // What some sections say of their own is not all that there is.
  const isListed = whole.count !== undefined || whole.isSum || part.every(({ source }) => source === 'table');
  if (!isListed) return undefined;
  if (whole.count === undefined ? !family.isWhole : whole.count !== rows.length) return undefined;
  const open = whole.terms.filter(
    (term) => !says(family.head, term) && !rows.every(({ quote }) => says(plain(quote), term)),
  );
  const weight = whole.terms.reduce((sum, one) => sum + one.weight, 0);
  const said = weight === 0 ? 1 : 1 - open.reduce((sum, one) => sum + one.weight, 0) / weight;
  if (said < leastSaid) return undefined;
  const score =
    said +
    weightOf.passage +
    weightOf.section +
    (whole.isSum || whole.count !== undefined ? weightOf.sum : 0);
  return { rows, score };
}
