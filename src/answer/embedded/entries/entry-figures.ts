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
  /** Whether it stands in a column of a table, whose head alone names it. */
  inColumn: boolean;
}

const unitInHead = /[（(](?<unit>[^（）()]{1,12})[）)]\s*$/;
const yearInHead = /(?:19|20)\d\d年末?/g;
const unitOfTable = /单位[：:]\s*(?<unit>[^）)\s，,]{1,12})/;
/** The words right in front of a figure, from the last mark or figure on. */
const nameBefore = /(?:[\p{Script=Han}A-Za-z]{1,14})$/u;
const joining = /(?:约|超过|超|近|达到?|为|共计?|合计|计划|预计|各|[：:\s])+$/;

/**
 * The figures of an entry, in their order. Of a table's row those that the plan's own rows bear out: where cells
 * are merged, which column a cell belongs to is not sure.
 */
export function figuresOf(entry: Entry, collection: readonly Indicator[]): EntryFigure[] {
  if (entry.isColumn) return [];
  if (entry.cells.length === 0) return figuresOfLine(entry);
  const rows = rowsByPassage(collection)
    .get(entry.passage.passageId)
    ?.filter(({ quote, value }) => quote === entry.quote && value !== null);
  const readings = [entry.cells, ...(entry.fromFront ? [entry.fromFront] : [])].map((cells) =>
    figuresOfCells(cells, entry),
  );
  if (!rows || rows.length === 0) return entry.fromFront ? [] : (readings[0] ?? []);
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
    const read = parseQuantity(text);
    if (!read || isSerial(head)) return [];
    const said = unitInHead.exec(head)?.groups?.unit;
    const unit = read.unit || [said, own, shared].find((one) => one && lookUpUnit(one)) || '';
    const year = findPeriods(head).at(-1)?.to ?? null;
    const property = head.replace(unitInHead, '').replace(yearInHead, '');
    return [{ property, quantity: { ...read, unit }, year, inColumn: head !== '' }];
  });
}

function isSerial(head: string): boolean {
  return /^(?:序号|编号|单位)$|年份$/.test(head);
}

function figuresOfLine({ quote, label }: Entry): EntryFigure[] {
  const spans = findQuantities(quote).filter(
    ({ role, unit }) => role === 'quantity' && lookUpUnit(unit) !== undefined,
  );
  const year = findPeriods(label).at(-1)?.to ?? null;
  return spans.flatMap((span, at): EntryFigure[] => {
    if (lookUpUnit(span.unit)?.kind === 'time') return [];
    const before = quote.slice(spans[at - 1]?.end ?? 0, span.start).replace(joining, '');
    const { value, valueMax, unit, comparator } = span;
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
