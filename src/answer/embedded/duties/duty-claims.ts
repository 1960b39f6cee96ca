import { findQuantities } from '../../../quantity/find-quantities.js';
import { findPeriods } from '../../../quantity/periods.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator, Language } from '../../../records.js';
import type { DraftClaim } from '../../draft.js';
import { quotedClaim } from '../../quoted-claim.js';
import { compact, splitSentences } from '../../sentences.js';
import { type Aspect, aspectsAsked } from '../aspects.js';
import { fillTemplate } from '../fill-template.js';
import { cellUnder, type TableRow } from '../table-rows.js';
import words from './duty-words.json' with { type: 'json' };
import { type Duty, isBodiesColumn } from './read-duties.js';

const longestName = 60;
/** A row up to this length is quoted whole. */
const longestLine = 200;
const columns = new Map(
  (['when', 'money', 'where', 'scale'] as const).map((aspect) => [aspect, new RegExp(words.columns[aspect])]),
);

/** States a duty: who, and what else of it the question wants where the same place gives it. */
export function dutyClaims(
  duty: Duty,
  { question, language }: { question: string; language: Language },
  collection: readonly Indicator[],
): DraftClaim[] {
  const wanted = aspectsAsked(question);
  if (duty.row) return rowClaims(duty.row, wanted, language, collection);
  if (duty.form === 'sentence') return [quotedClaim(duty.bodies, duty.passage)];
  return [notedClaim(duty, language), ...furtherClaims(duty, wanted)];
}

interface Cell {
  title: string;
  cell: string;
  /** The cell word for word. */
  quote: string;
  /** The figure that the cell was read as. */
  figure?: Indicator | undefined;
}

/** A row's bodies under their column's own head, and the columns of what else is asked. */
function rowClaims(
  row: TableRow,
  wanted: readonly Aspect[],
  language: Language,
  collection: readonly Indicator[],
): DraftClaim[] {
  const cells = row.header.flatMap((head, at) => {
    const quote = cellUnder(row, at);
    const title = head.trim();
    return quote !== '' && title !== '' && quote !== row.name && isWanted(title, quote, wanted)
      ? [cellOf(title, quote, row, collection)]
      : [];
  });
  const words = cells.filter((one) => one.figure === undefined && !holdsFigure(one));
  const figures = cells.filter(({ figure }) => figure !== undefined);
  return [
    ...[words, ...figures.map((one) => [one])]
      .filter((group) => group.length > 0)
      .map((group) => claimOf(row, group, language)),
    // A cell with figures among its words (总库容6.6亿立方米) says itself what they are of.
    ...cells
      .filter((one) => one.figure === undefined && holdsFigure(one))
      .map(({ title, quote }) => ({
        ...quotedClaim(quote, row.passage),
        label: `${shownName(row)}${language === 'zh' ? '，' : ', '}${title}`,
      })),
  ];
}

function holdsFigure({ quote }: Cell): boolean {
  return findQuantities(quote).some(({ role, unit }) => role === 'quantity' && unit !== '');
}

function shownName({ name }: TableRow): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

function claimOf(row: TableRow, cells: readonly Cell[], language: Language): DraftClaim {
  const stated = cells.map(({ title, cell }) =>
    fillTemplate(language, 'cellOf', { title: headOf(title, language), cell }),
  );
  const indicators = cells.flatMap(({ figure }) => figure ?? []);
  const line = row.cells.join('\t');
  const isShort = line.length <= longestLine && row.passage.text.includes(line);
  const quotes = isShort ? [line] : [row.name, ...cells.map(({ quote }) => quote)];
  return {
    text: fillTemplate(language, 'cellsOf', {
      name: shownName(row),
      cells: stated.join(language === 'zh' ? '，' : '; '),
    }),
    support: quotes.map((quote) => ({ passage: row.passage, quote })),
    indicators,
    calculations: [],
    counts: [],
  };
}

/** 总投资（亿元） over 62: the unit belongs to the number. */
function cellOf(title: string, quote: string, row: TableRow, collection: readonly Indicator[]): Cell {
  const [, head = '', unit = ''] = /^(.+)[（(]([^（()）]+)[）)]$/.exec(title) ?? [];
  const isNumber = unit !== '' && /^[\d.,]+$/.test(quote) && lookUpUnit(unit) !== undefined;
  if (!isNumber) return { title, cell: quote, quote };
  const line = compact(row.cells.join(''));
  const figure = collection.find(
    (one) =>
      one.passageId === row.passage.passageId &&
      compact(one.quote) === line &&
      one.value === Number(quote.replaceAll(',', '')),
  );
  return { title: head, cell: `${quote}${unit}`, quote, figure };
}

function isWanted(title: string, cell: string, wanted: readonly Aspect[]): boolean {
  if (isBodiesColumn(title)) return /\p{Script=Han}{2}/u.test(cell);
  return wanted.some((aspect) => aspect !== 'who' && columns.get(aspect)?.test(title));
}

/** A column's head, in English with what it means before it. */
function headOf(title: string, language: Language): string {
  if (language === 'zh') return title;
  const meaning = Object.entries(words.english).find(([word]) => title.includes(word))?.[1];
  return meaning === undefined ? title : `${meaning} (${title})`;
}

const numbering =
  /^(?:第[一二三四五六七八九十百\d]+[篇章节条]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])\s*/;
const ownTitle = /^[^。；：，]{2,30}(?=[。：])/;

/** What bodies behind a text are named for: its own title, or the heading above it. */
function notedClaim({ matter, titles, bodies, passage }: Duty, language: Language): DraftClaim {
  const own = ownTitle.exec(matter.replace(numbering, ''))?.[0];
  const name = (own ?? titles.at(-1) ?? '').replace(numbering, '');
  const inside = bodies
    .replace(/^[（(]|[）)]。?$|[。；;]+$/g, '')
    .replace(/([；;、，,])?\s*\n\s*/g, (_, mark?: string) => mark ?? '；');
  const template = /[:：]|(?:牵头|负责|配合)/.test(inside) ? 'dutyStated' : 'dutyNoted';
  return {
    text: fillTemplate(language, template, { name, bodies: inside }),
    support: [...(own === undefined ? [] : [{ passage, quote: own }]), { passage, quote: bodies }],
    indicators: [],
    calculations: [],
    counts: [],
  };
}

/** Sentences of the matter itself that give a date or an amount that the question wants as well. */
function furtherClaims({ matter, passage }: Duty, wanted: readonly Aspect[]): DraftClaim[] {
  const open = wanted.filter((aspect) => aspect !== 'who' && aspect !== 'where');
  const sentences = splitSentences(matter).map(({ text }) => text);
  const chosen = open.flatMap((aspect) => sentences.find((text) => gives(text, aspect)) ?? []);
  return [...new Set(chosen)]
    .filter((text) => passage.text.includes(text))
    .map((text) => quotedClaim(text, passage));
}

function gives(text: string, aspect: Aspect): boolean {
  if (aspect === 'when') return findPeriods(text).length > 0;
  const figures = findQuantities(text).filter(({ role }) => role === 'quantity');
  return figures.some(({ unit }) => (lookUpUnit(unit)?.kind === 'money') === (aspect === 'money'));
}
