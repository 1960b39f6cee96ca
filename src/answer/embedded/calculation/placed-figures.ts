import { keepRecent } from '../../../keep-recent.js';
import { findQuantities, type QuantitySpan } from '../../../quantity/find-quantities.js';
import type { Indicator, Passage } from '../../../records.js';
import { splitSentences } from '../../sentences.js';

/** A figure with what its place says of it: the item that it stands in, its own words, its sentence. */
export interface PlacedFigure {
  row: Indicator;
  /** What the item of a box or list is called; empty in running text. */
  title: string;
  /** All that names the figure itself: its item, the words in front of it, the extracted name. */
  own: string;
  /** The sentence or the table's row. */
  sentence: string;
  /** Number of the line within the passage. */
  line: number;
}

const marker =
  /^[>\s]*(?:\d{1,2}[．.、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|[-•●·—]+|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]是)?\s*/;
const numbered = /^[>\s]*(?:\d{1,2}[．.、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])/;
const titleEnd = /[：:。]/;
/** What opens a sentence and names nothing: 据…统计, 截至年底, 到2025年. */
const adverbial = /^(?:据|截至|截止|到|至|按|在|自|以|通过|围绕|对|力争|其中)/;
const boxHead = /专栏|工程|项目|清单|[附图]?表\s*\d/;
const longestTitle = 30;
const delimiter = /[，,、；;。：:（）()]/;
const han = /\p{Script=Han}{2}/u;
/** Words in front of a figure that do not name it. */
const saying = /(?:预计|计划|力争|目标)?(?:达到?|为|是|约|共计?|突破|超过|完成|实现|至|到|有|近)+$/;

type Stored = Pick<Passage, 'passageId' | 'planId' | 'text' | 'kind' | 'sectionPath' | 'page'>;

const kept = keepRecent<string, PlacedFigure[]>(60);

/** The figures of a passage in reading order; those of a table are its rows, named by their columns. */
export function placedFigures(passage: Stored, collection: readonly Indicator[]): PlacedFigure[] {
  const rows = collection.filter((row) => row.passageId === passage.passageId && row.value !== null);
  const key = `${passage.passageId}\n${rows.length}`;
  const known = kept.get(key);
  if (known) return known;
  const figures = passage.kind === 'table' ? ofTable(passage, rows) : ofText(passage, rows);
  kept.set(key, figures);
  return figures;
}

function ofTable(passage: Stored, rows: readonly Indicator[]): PlacedFigure[] {
  const lines = passage.text.split('\n');
  const read = rows
    .filter((row) => row.valueMax === null)
    .map((row) => {
      const [first = ''] = row.quote.split('\t');
      return {
        row,
        title: '',
        own: [row.scope ?? '', first, row.name, row.canonicalName].join(' '),
        sentence: row.quote,
        line: lines.indexOf(row.quote),
      };
    });
  return [...read, ...lines.flatMap((text, line) => inCells({ passage, text, line, rows }))];
}

/** What a row says of its own thing in words (境内112公里，设计时速350公里), beside the figures of its columns. */
function inCells({
  passage,
  text,
  line,
  rows,
}: {
  passage: Stored;
  text: string;
  line: number;
  rows: readonly Indicator[];
}): PlacedFigure[] {
  const known = rows.find(({ quote }) => quote === text);
  const cells = text.split('\t');
  const label = cells.find((cell) => han.test(cell)) ?? '';
  if (!known || holdsFigure(label)) return [];
  return cells.flatMap((cell) => {
    if (cell === label) return [];
    const spans = findQuantities(cell).filter(
      ({ role, unit, valueMax }) => role === 'quantity' && unit !== '' && valueMax === null,
    );
    return spans
      .filter((span) => !rows.some((row) => isOf(row, span, text)))
      .map((span, at) => {
        const lead = leadOf(cell, span, spans[at - 1]);
        const name = `${label}${lead}`;
        const row = { ...made({ passage, sentence: text, span, name, known }), source: 'table' as const };
        return { row, title: '', own: `${label} ${lead}`, sentence: text, line };
      });
  });
}

function ofText(passage: Stored, rows: readonly Indicator[]): PlacedFigure[] {
  const lines = passage.text.split('\n');
  const isBox = boxHead.test(`${passage.sectionPath.at(-1) ?? ''} ${lines[0] ?? ''}`);
  return splitSentences(passage.text).flatMap(({ text: sentence, paragraph }) => {
    const line = lines[paragraph] ?? '';
    const title = titleOf(line) || (isBox ? itemHead(line) : '');
    const spans = findQuantities(sentence).filter(
      ({ role, valueMax }) => role === 'quantity' && valueMax === null,
    );
    return spans.map((span, at) => {
      const lead = leadOf(sentence, span, spans[at - 1]);
      const known = rows.find((row) => isOf(row, span, sentence));
      const name = title === '' ? (known?.name ?? lead) : `${title}${lead}`;
      return {
        row: known && title === '' ? known : made({ passage, sentence, span, name, known }),
        title,
        own: [title, lead, title === '' ? (known?.name ?? '') : '', known?.scope ?? ''].join(' '),
        sentence,
        line: paragraph,
      };
    });
  });
}

/** Whether a line is an item with a number. */
export function isNumbered(line: string): boolean {
  return numbered.test(line);
}

/** What the item on a line is called: 2.绕城高速东段工程。全长42公里 …, 安居工程：筹建保障性住房 … */
function titleOf(line: string): string {
  const bare = line.replace(marker, '');
  const end = bare.search(titleEnd);
  const head = bare.slice(0, Math.max(0, end)).replace(/\*/g, '').trim();
  const isMarked = !adverbial.test(head) && (/[：:]/.test(bare.charAt(end)) || numbered.test(line));
  const isTitle = isMarked && head.length <= longestTitle && han.test(head) && !/[，,；;]/.test(head);
  return isTitle && !holdsFigure(head) && end < bare.trim().length - 1 ? head : '';
}

/** An item of a box may be called by what stands before its first comma: 1.雪岭抽水蓄能电站，装机120万千瓦，投资86.5亿元。 */
function itemHead(line: string): string {
  const bare = line.replace(marker, '');
  const head = bare.split(/[，,]/)[0]?.trim() ?? '';
  const isName =
    numbered.test(line) && !adverbial.test(head) && head.length <= longestTitle && head.length < bare.length;
  return isName && han.test(head) && !/[。；;：]/.test(head) && !holdsFigure(head) ? head : '';
}

function holdsFigure(text: string): boolean {
  return findQuantities(text).some(
    ({ role, unit, raw }) => role === 'quantity' && unit !== '' && /\d/.test(raw),
  );
}

function leadOf(sentence: string, { start }: QuantitySpan, before: QuantitySpan | undefined): string {
  const from = before?.end ?? 0;
  const parts = sentence.slice(from, start).split(delimiter);
  const near = (parts.at(-1) ?? '').replace(marker, '').replace(/^其中/, '').replace(saying, '');
  return han.test(near) ? near.trim() : '';
}

function isOf({ value, unit, quote }: Indicator, span: QuantitySpan, sentence: string): boolean {
  return value === span.value && unit === span.unit && (sentence.includes(quote) || quote.includes(sentence));
}

/** A figure of a sentence as a row of its own, under the name that its place gives it. */
function made({
  passage,
  sentence,
  span,
  name,
  known,
}: {
  passage: Stored;
  sentence: string;
  span: QuantitySpan;
  name: string;
  known: Indicator | undefined;
}): Indicator {
  const { value, unit, comparator, raw, start } = span;
  return {
    indicatorId: `${passage.passageId}#${start}`,
    planId: passage.planId,
    name,
    canonicalName: name,
    aliases: [],
    scope: known?.scope && !name.includes(known.scope) ? known.scope : null,
    ownScope: known?.ownScope ?? true,
    value,
    valueMax: null,
    text: raw,
    unit,
    comparator,
    year: null,
    yearFrom: null,
    measure: unit === '%' ? 'share' : 'level',
    kind: known?.kind ?? 'actual',
    attribute: null,
    source: 'prose',
    sectionPath: passage.sectionPath,
    page: passage.page,
    passageId: passage.passageId,
    quote: sentence,
    duplicates: [],
    conflicts: [],
  };
}
