import { cutWords } from '../../../models/cut-words.js';
import type { Indicator } from '../../../records.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import { type Family, says } from './columns.js';
import { plain } from './figure-pool.js';
import words from './formula-words.json' with { type: 'json' };

/** What a question says of several figures that are to be added up. */
export interface GroupAsked {
  terms: readonly QueryTerm[];
  /** How many it counts (六个项目); undefined where it counts none. */
  count: number | undefined;
  years: readonly number[];
  /** The whole question, folded, with what its words may also be called. */
  asked: string;
}

const neutral = new Set(words.neutral);
/** Of a column's name at least this much must be asked for. */
const leastNamed = 0.5;
/** … and of a line's label, where lines are named one by one. */
const leastOfLabel = 0.7;
const weightOf = { name: 0.5, count: 0.4 };
const clearBy = 0.08;

interface Choice {
  rows: Indicator[];
  score: number;
}

/**
 * The figures that a question names together: all lines under a heading, those whose line says a word of it (临港园区 in
 * a table of projects), or those that it lists by name. Undefined where none or several such groups are meant.
 */
export function groupNamed(asked: GroupAsked, families: readonly Family[]): Indicator[] | undefined {
  const choices = families
    .flatMap((family) => choiceOf(family, asked) ?? [])
    .sort((a, b) => b.score - a.score);
  const [best] = choices;
  if (!best) return undefined;
  const rival = choices.find(
    ({ rows, score }) => score > best.score - clearBy && sumOf(rows) !== sumOf(best.rows),
  );
  return rival ? undefined : best.rows;
}

function choiceOf(family: Family, asked: GroupAsked): Choice | undefined {
  const { terms, count, years } = asked;
  const isOfYear = ({ row }: Family['cells'][number]) => row.year === null || years.includes(row.year);
  if (years.length > 0 && !family.cells.every(isOfYear)) return undefined;
  const named = nameShare(family.name, asked.asked);
  if (named < leastNamed) return undefined;
  const open = terms.filter((term) => !says(family.head, term));
  const cells = membersOf(family, open, asked);
  if (!cells || cells.length < 2 || (count !== undefined && cells.length !== count)) return undefined;
  const weight = (some: readonly QueryTerm[]) => some.reduce((sum, one) => sum + one.weight, 0);
  const ofHead = terms.length === 0 ? 0 : 1 - weight(open) / weight(terms);
  const score = 0.5 * ofHead + weightOf.name * named + (count === undefined ? 0 : weightOf.count);
  return { rows: cells.map(({ row }) => row), score };
}

/** Those that the words left over name; all, where the heading says them all and no line is without such a figure. */
function membersOf(
  { cells, isWhole }: Family,
  open: readonly QueryTerm[],
  { asked, count }: GroupAsked,
): Family['cells'] | undefined {
  if (open.length === 0) return isWhole || cells.length === count ? cells : undefined;
  const labelled = cells.filter(({ label }) => isNamed(plain(label), asked));
  const isListed = open.every((term) => labelled.some(({ label }) => says(plain(label), term)));
  if (isListed && labelled.length > 1) return labelled;
  return cells.filter(({ row }) => open.every((term) => says(plain(row.quote), term)));
}

/** A line is named by its label, or by most of its words; a county also without 县. */
function isNamed(label: string, asked: string): boolean {
  if (label.length > 1 && asked.includes(label)) return true;
  const stem = label.replace(/[省市县区州盟旗]$/, '');
  return (stem.length > 1 && asked.includes(stem)) || nameShare(label, asked) >= leastOfLabel;
}

/** Share of a name's words that the question says. */
export function nameShare(name: string, asked: string): number {
  const own = cutWords(name).filter((word) => !neutral.has(word));
  return own.length === 0 ? 1 : own.filter((word) => asked.includes(word)).length / own.length;
}

/** What figures of one unit come to. */
export function sumOf(rows: readonly Indicator[]): number {
  return Number(rows.reduce((sum, { value }) => sum + (value ?? 0), 0).toFixed(6));
}
