import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Passage } from '../../../records.js';
import { contentTerms, termInName } from '../../../retrieve/find-indicators.js';
import { resolveUnits } from '../../understand/resolve-unit.js';
import words from './calculation-terms.json' with { type: 'json' };
import { ofRows } from './pair-operands.js';
import { isNumbered, type PlacedFigure, placedFigures } from './placed-figures.js';
import { saidOfName } from './quotient.js';
import { isRatio, type OperandRequest } from './request.js';
import type { Operands } from './term.js';

/** Further down, a section is about something else. */
const mostPassages = 8;
/** What a list's head, its items and their figures say of the question, at least. */
const leastSaid = 0.5;
const leastItems = 2;

const ofMoney = new RegExp(words.ofMoney, 'i');
const count = new RegExp(words.countOfItems, 'i');
const workingWords = new Set(words.ofWorking);
const numbers = new Map(Object.entries(words.countNames));

/** The items of one list, each with the figure that is to be added up. */
interface List {
  items: PlacedFigure[];
  said: number;
}

/**
 * The figures of the items of a box or list that the question names (六个项目的总投资): as many as it counts, or all
 * where it counts none; those of one name where it gives one. Undefined where the items meant are not sure.
 */
export function itemsSum(request: OperandRequest): Operands | undefined {
  const { evidence, frame, setting, wish } = request;
  if (wish.operands.length > 1 && wish.isList && !count.test(frame.question)) return undefined;
  const passages = evidence.hits.slice(0, mostPassages).map(({ passage }) => passage);
  const groups = grouped(passages, ({ planId, sectionPath }) => [planId, ...sectionPath].join('\n'));
  const lists = [...groups.values()].flatMap((group) => {
    const ordered = [...group].sort((a, b) => a.order - b.order);
    const figures = ordered.flatMap((passage) => placedFigures(passage, evidence.collection));
    return [itemsOf(figures), ...sentencesOf(figures)].flatMap((all) => listOf(all, ordered, request) ?? []);
  });
  const [best] = lists.sort((a, b) => b.said - a.said);
  return (
    best &&
    ofRows(
      best.items.map(({ row }) => row),
      'sum',
      { frame, setting },
    )
  );
}

/** Figures of items that have titles; those in brackets after a total are none. */
function itemsOf(figures: readonly PlacedFigure[]): PlacedFigure[] {
  return figures.filter(({ title }) => title !== '');
}

/** Figures that one sentence gives side by side. */
function sentencesOf(figures: readonly PlacedFigure[]): PlacedFigure[][] {
  const plain = figures.filter(({ title, row }) => title === '' && row.source === 'prose');
  return [...grouped(plain, ({ row, sentence }) => `${row.passageId}\n${sentence}`).values()];
}

function listOf(
  figures: readonly PlacedFigure[],
  passages: readonly Passage[],
  request: OperandRequest,
): List | undefined {
  const head = passages[0]?.sectionPath.at(-1) ?? '';

  const fitting = figures.filter((figure) => isMeasured(figure, request));
  const perItem = onePerItem(fitting, request);
  const wanted = countIn(request.frame.question);
  const named = namedOnes(perItem, head, request);
  const items =
    named.find((some) => wanted === undefined || some.length === wanted) ?? (named.length > 0 ? perItem : []);
  if (items.length < leastItems || (wanted !== undefined && items.length !== wanted)) return undefined;
  if (wanted === undefined && (items[0]?.title === '' || perItem.length !== countOfLines(passages)))
    return undefined;
  const [first] = items;
  if (!first || !items.every(({ row }) => sameKind(row.unit, first.row.unit))) return undefined;
  const said = saidOf(items, head, request);
  return said >= leastSaid ? { items, said } : undefined;
}

/** How many items a box has, whether a figure was read in them or not. */
function countOfLines(passages: readonly Passage[]): number {
  const lines = passages.flatMap(({ text }) => text.split('\n')).filter((line) => /\d/.test(line));
  const items = lines.filter(isNumbered);
  return items.length > 0 ? items.length : lines.filter((line) => /[：:]/.test(line)).length;
}

/** In the unit asked for; money, where the question speaks of money. */
function isMeasured({ row, own }: PlacedFigure, { frame }: OperandRequest): boolean {
  if (isRatio(row) || row.value === null || /每|均/.test(own)) return false;
  const units = resolveUnits(frame.question).filter((unit) => lookUpUnit(unit)?.kind !== 'number');
  if (units.length > 0) return units.some((unit) => sameKind(unit, row.unit));
  return ofMoney.test(frame.question) && lookUpUnit(row.unit)?.kind === 'money';
}

/** Of several such figures of one item, the one that is called what the question calls it. */
function onePerItem(figures: readonly PlacedFigure[], { frame }: OperandRequest): PlacedFigure[] {
  if (figures.every(({ title }) => title === '')) return [...figures];
  const lines = grouped(figures, ({ row, line }) => `${row.passageId}\n${line}`);
  return [...lines.values()].flatMap((all) => {
    const called = all.filter(({ row, title }) => {
      const measure = row.name.slice(title.length);
      return measure !== '' && frame.question.includes(measure.replace(/^总/, ''));
    });
    const [only, ...others] = called.length > 0 ? called : all;
    return only && (others.length === 0 || called.length > 0) ? [only] : [];
  });
}

/** Where the question gives a name that some of the items have and the list has not, only these; the best told first. */
function namedOnes(
  items: readonly PlacedFigure[],
  head: string,
  { frame, wish }: OperandRequest,
): PlacedFigure[][] {
  // Named one by one, each is one of the items.
  if (wish.isList && wish.operands.length > 1) {
    const listed = wish.operands.map(({ text }) => items.filter(({ title }) => isCalled(title, text)));
    return listed.every((some) => some.length === 1) ? [listed.flat()] : [];
  }
  const terms = contentTerms(frame.phrases, frame.background).filter(
    ({ word }) =>
      word.length > 1 && !head.includes(word) && !workingWords.has(word) && !/^[\d.几]/.test(word),
  );
  const named = [...terms]
    .sort((a, b) => b.weight - a.weight)
    .map(({ word }) => items.filter(({ title }) => title.startsWith(word)))
    .filter((some) => some.length > 0 && some.length < items.length);
  return named.length > 0 ? named : [[...items]];
}

function isCalled(title: string, text: string): boolean {
  return saidOfName(title, foldText(text).replace(/\s+/g, '')) >= leastOfTitle;
}

const leastOfTitle = 0.7;

function saidOf(items: readonly PlacedFigure[], head: string, { frame }: OperandRequest): number {
  const terms = contentTerms(frame.phrases, frame.background).filter(
    ({ word }) => !/^[\d.%几]/.test(word) && !workingWords.has(word) && !count.test(word),
  );
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const text = foldText([head, ...items.flatMap(({ own, sentence }) => [own, sentence])].join(' '));
  const said = terms.reduce((sum, term) => sum + term.weight * termInName(term, text.replace(/\s+/g, '')), 0);
  return total === 0 ? 0 : said / total;
}

/** How many items the question counts: 六个项目, 四大工程, five projects. */
export function countIn(question: string): number | undefined {
  // Of 十大工程里的两个项目 the last is meant.
  const last = [...question.matchAll(new RegExp(count, 'gi'))].at(-1);
  const { count: numeral, digits, word } = last?.groups ?? {};
  const said = (numeral ?? digits ?? word)?.toLowerCase();
  return said === undefined ? undefined : (numbers.get(said) ?? (Number(said) || undefined));
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
