import { foldText } from '../../../models/cut-words.js';
import { findQuantities } from '../../../quantity/find-quantities.js';
import { findPeriods } from '../../../quantity/periods.js';
import type { Indicator } from '../../../records.js';
import { isTotalLine } from '../calculation/columns-of.js';
import { type PlacedFigure, placedFigures } from '../calculation/placed-figures.js';
import type { OperandRequest } from '../calculation/request.js';
import type { Evidence } from '../evidence.js';

/** A figure of a plan with all that its place says of it, folded for matching. */
export interface Figure {
  row: Indicator;
  /** What names it: its name, place, the item of a box or the line of a table that it stands in. */
  own: string;
  /** The sentence or the table's row. */
  near: string;
  /** The headings above it. */
  head: string;
}

/** Further down, a passage is about something else. */
const mostPassages = 10;
/** Of more rows, only those that the search found are looked at. */
const mostRows = 6000;
const headings = 2;

const pools = new WeakMap<Evidence, readonly Figure[]>();

/**
 * The figures that a calculation may be made of: every row of the plans meant, and what the sentences found best
 * state besides.
 */
export function figurePool({
  frame,
  evidence,
}: Pick<OperandRequest, 'frame' | 'evidence'>): readonly Figure[] {
  const known = pools.get(evidence);
  if (known) return known;
  const planIds = new Set(
    frame.plans.length > 0 ? frame.plans : evidence.hits.slice(0, 4).map(({ passage }) => passage.planId),
  );
  const rows = rowsOf(evidence, planIds).filter(({ value, valueMax }) => value !== null && valueMax === null);
  const placed = evidence.hits
    .slice(0, mostPassages)
    .filter(({ passage }) => planIds.has(passage.planId))
    .flatMap(({ passage }) => placedFigures(passage, evidence.collection));
  const titles = new Map<Indicator, string>();
  const stated = rows.reduce(
    (groups, row) => groups.set(row.passageId, [...(groups.get(row.passageId) ?? []), row]),
    new Map<string, Indicator[]>(),
  );
  const further = placed.flatMap((one) => {
    const row = (stated.get(one.row.passageId) ?? []).find((row) => isSame(row, one));
    if (row && one.title !== '') titles.set(row, one.title);
    return row ? [] : [ofSentence(one)];
  });
  const pool = [...rows.map((row) => ofRow(row, titles.get(row) ?? '')), ...further];
  pools.set(evidence, pool);
  return pool;
}

function rowsOf(evidence: Evidence, planIds: ReadonlySet<string>): readonly Indicator[] {
  const own = evidence.collection.filter(({ planId }) => planIds.has(planId));
  if (own.length <= mostRows) return own;
  const found = new Set(evidence.hits.map(({ passage }) => passage.passageId));
  const named = new Set([evidence.indicators, ...evidence.operands].flat().flatMap(({ rows }) => rows));
  return own.filter((row) => named.has(row) || found.has(row.passageId));
}

function isSame(row: Indicator, { row: placed, sentence }: PlacedFigure): boolean {
  if (row === placed) return true;
  if (row.value !== placed.value || row.unit !== placed.unit) return false;
  return sentence.includes(row.quote) || row.quote.includes(sentence);
}

const read = new WeakMap<Indicator, Figure>();

function ofRow(row: Indicator, title: string): Figure {
  const known = read.get(row);
  if (known && title === '') return known;
  const [label = ''] = row.source === 'table' ? row.quote.split('\t') : [''];
  const head = row.sectionPath.slice(-headings).join(' ');
  const figure = {
    row,
    // What a row of totals is of, its table's heading says.
    own: plain(
      [row.scope ?? '', title, label, row.name, row.canonicalName, isTotalLine(row.quote) ? head : ''].join(
        ' ',
      ),
    ),
    near: plain(row.quote),
    head: plain(head),
  };
  if (title === '') read.set(row, figure);
  return figure;
}

/** A figure that is no row yet, with the year that its sentence names before it. */
function ofSentence({ row, own, sentence }: PlacedFigure): Figure {
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(row.text)));
  const year = findPeriods(before).at(-1)?.to ?? row.year;
  return {
    row: { ...row, year },
    own: plain(own),
    near: plain(sentence),
    head: plain(row.sectionPath.slice(-headings).join(' ')),
  };
}

const leads = new WeakMap<Indicator, string>();

/** The words of a sentence that lead to a figure, from the figure before it. */
export function leadOf({ row, near }: Figure): string {
  const known = leads.get(row);
  if (known !== undefined) return known;
  const figure = plain(row.text);
  const at = row.source === 'prose' && figure !== '' ? near.indexOf(figure) : -1;
  const before = at > 0 ? near.slice(0, at) : '';
  const from = findQuantities(before).at(-1)?.end ?? 0;
  const lead = ofWhich(before) + before.slice(Math.max(from, before.length - longestLead));
  leads.set(row, lead);
  return lead;
}

const longestLead = 40;
const longestWhole = 12;

/** 电力装机1286万千瓦，其中风电412万千瓦: what the whole is called is said of its parts, too. */
function ofWhich(before: string): string {
  const end = before.lastIndexOf('其中');
  const whole = end < 0 ? undefined : findQuantities(before.slice(0, end)).at(-1);
  return whole ? before.slice(Math.max(0, whole.start - longestWhole), whole.start) : '';
}

/** Folded, without blanks. */
export function plain(text: string): string {
  return foldText(text).replace(/\s+/g, '');
}
