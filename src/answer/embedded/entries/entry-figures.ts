import { findQuantities } from '../../../quantity/find-quantities.js';
import { parseQuantity } from '../../../quantity/parse-quantity.js';
import { findPeriods } from '../../../quantity/periods.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator, Quantity } from '../../../records.js';
import type { Cell, Entry } from './entry.js';

/** A figure of an entry, with what it measures (总投资, 控制指标) and the year that its column is of. */
export interface EntryFigure {
  property: string;
  quantity: Quantity;
  year: number | null;
  /** What a column that is only of a year measures, as the caption of its table says. */
  caption?: string;
  /** Whether it stands in a column of a table, whose head alone names it. */
  inColumn: boolean;
}

const unitInHead = /[（(](?<unit>[^（）()]{1,12})[）)]\s*$/;
const yearInHead = /(?:19|20)\d\d年[末底初]?(?:现状(?=.))?/g;
const unitOfTable = /单位[：:]\s*(?<unit>[^）)\s，,]{1,12})/;
/** The words right in front of a figure, from the last mark or figure on. */
const nameBefore = /(?:[\p{Script=Han}A-Za-z]{1,14})$/u;
/** 到2030年产值: the year is no part of the name. */
const yearBefore = /.*(?:19|20)\d\d\s*年[末底]?/s;
const joining = /(?:约|超过|超|近|达到?|为|共计?|合计|计划|预计|各|[：:\s])+$/;

/**
 * The figures of an entry, in their order. Of a table's row those that the plan's own rows bear out: where cells
 * are merged, which column a cell belongs to is not sure.
 */
export function figuresOf(entry: Entry, collection: readonly Indicator[]): EntryFigure[] {
  if (entry.figures) return entry.figures;
  if (entry.isColumn) return [];
  if (entry.cells.length === 0) return figuresOfLine(entry);
  const inPassage = rowsByPassage(collection).get(entry.passage.passageId) ?? [];
  if (entry.isMember) return figuresOfCells(entry.cells, entry).map((one) => dated(one, entry, inPassage));
  const rows = inPassage.filter(({ quote, value }) => quote === entry.quote && value !== null);
  const readings = [entry.cells, ...(entry.fromFront ? [entry.fromFront] : [])].map((cells) =>
    figuresOfCells(cells, entry),
  );
  if (rows.length === 0) return entry.fromFront ? [] : (readings[0] ?? []);
  const borne = readings.map((figures) => figures.flatMap((figure) => borneOut(figure, rows)));
  return borne.sort((a, b) => b.length - a.length)[0] ?? [];
}

const indexed = new WeakMap<readonly Indicator[], Map<string, Indicator[]>>();

/** Every line of a plan may be looked at: rows are found by their passage. */
function rowsByPassage(collection: readonly Indicator[]): Map<string, Indicator[]> {
  const known = indexed.get(collection);
  if (known) return known;
  const rows = new Map<string, Indicator[]>();
  for (const row of collection) {
    const own = rows.get(row.passageId);
    if (own) own.push(row);
    else rows.set(row.passageId, [row]);
  }
  indexed.set(collection, rows);
  return rows;
}

/** A figure named in a sentence has the year that the plan's own row of it has. */
function dated(figure: EntryFigure, { quote }: Entry, rows: readonly Indicator[]): EntryFigure {
  const { value, unit } = figure.quantity;
  const row = rows.find((one) => one.value === value && one.unit === unit && quote.includes(one.quote));
  return { ...figure, inColumn: false, year: row?.year ?? figure.year };
}

/** The figure in the unit that the row has, where the table's head gives none. */
function borneOut(figure: EntryFigure, rows: readonly Indicator[]): EntryFigure[] {
  const { quantity, year } = figure;
  const row = rows.find(
    (one) => one.value === quantity.value && (year === null || one.year === null || one.year === year),
  );
  return row ? [{ ...figure, quantity: { ...quantity, unit: quantity.unit || row.unit } }] : [];
}

function figuresOfCells(cells: readonly Cell[], { passage }: Entry): EntryFigure[] {
  const caption = `${passage.sectionPath.at(-1) ?? ''} ${passage.text.split('\t')[0] ?? ''}`;
  const shared = unitOfTable.exec(caption)?.groups?.unit;
  const own = cells.find(({ head }) => head === '单位')?.text;
  return cells.flatMap(({ head, text }): EntryFigure[] => {
    const said = unitInHead.exec(head)?.groups?.unit;
    const read = parseQuantity(text) ?? (said && lookUpUnit(said) ? likeYear(text) : undefined);
    if (!read || isSerial(head)) return [];
    const unit = read.unit || [said, own, shared].find((one) => one && lookUpUnit(one)) || '';
    const year = findPeriods(head).at(-1)?.to ?? null;
    const property = head.replace(unitInHead, '').replace(yearInHead, '').trim();
    const figure = { property, quantity: { ...read, unit }, year, inColumn: head !== '' };
    // A column that is only of a year (2026年) measures what the table's caption says.
    return [property === '' && head !== '' ? { ...figure, caption } : figure];
  });
}

/** 1980 under 床位数（张） is a figure, though it could be a year elsewhere. */
function likeYear(text: string): Quantity | undefined {
  const value = /^\s*((?:19|20)\d\d)\s*$/.exec(text)?.[1];
  return value === undefined
    ? undefined
    : { value: Number(value), valueMax: null, unit: '', comparator: '=' };
}

function isSerial(head: string): boolean {
  return /^(?:序号|编号|单位)$|年份$/.test(head);
}

function figuresOfLine({ quote, label }: Entry): EntryFigure[] {
  const spans = findQuantities(quote).filter(
    ({ role, unit }) => role === 'quantity' && lookUpUnit(unit) !== undefined,
  );
  const named = findPeriods(label).at(-1)?.to ?? null;
  return spans.flatMap((span, at): EntryFigure[] => {
    if (lookUpUnit(span.unit)?.kind === 'time') return [];
    const before = quote
      .slice(spans[at - 1]?.end ?? 0, span.start)
      .replace(joining, '')
      .replace(yearBefore, '');
    const { value, valueMax, unit, comparator } = span;
    const year = yearBeforeIn(quote, spans[at - 1]?.end ?? 0, span.start) ?? named;
    return [
      {
        property: nameBefore.exec(before)?.[0] ?? '',
        quantity: { value, valueMax, unit, comparator },
        year,
        inColumn: false,
      },
    ];
  });
}

/** The year that is said right in front of a figure. */
function yearBeforeIn(quote: string, from: number, to: number): number | undefined {
  return findPeriods(quote.slice(from, to)).at(-1)?.to;
}
