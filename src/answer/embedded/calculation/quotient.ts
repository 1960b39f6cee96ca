import { cutWords, foldText } from '../../../models/cut-words.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import { contentTerms, termInName } from '../../../retrieve/find-indicators.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import { type QuotientAsked, quotientAsked } from '../../understand/quotient-asked.js';
import { resolveUnits } from '../../understand/resolve-unit.js';
import words from './calculation-terms.json' with { type: 'json' };
import { ofRows } from './pair-operands.js';
import { type PlacedFigure, placedFigures } from './placed-figures.js';
import { isRatio, type OperandRequest } from './request.js';
import type { Operands } from './term.js';

/** Further down, a passage is about something else. */
const mostPassages = 8;
/** What two figures and their place say of the question, at least; in one sentence less will do. */
const leastSaid = [0.6, 0.6, 0.6, 0.5];
/** What the two figures' own words say of it, the more the farther they stand from one another. */
const leastOwn = [0.75, 0.6, 0.35, 0.35];
/** A pair this much behind is another one's; nearer ones leave open which is meant. */
const clearBy = 0.04;

const ofMoney = new RegExp(words.ofMoney, 'i');
const noExtent = new RegExp(words.noExtent);
const workingWords = new Set(words.ofWorking);

interface Pair {
  top: PlacedFigure;
  base: PlacedFigure;
  /** Share of the question that the two figures and their place say. */
  said: number;
  /** … that each of the figures' own words say, added. */
  own: number;
  near: number;
  /** The base is called just so. */
  isWritten: boolean;
  /** Share of the figures' names that the question says: 认知障碍照护专区床位 is more than 床位. */
  exact: number;
}

/**
 * So much for each …: the amount and what it is spread over, of one item, sentence or table row where there are such,
 * otherwise of one place and year. Undefined where no two figures are surely meant.
 */
export function quotient(request: OperandRequest): Operands | undefined {
  const asked = quotientAsked(request.frame.question);
  if (!asked) return undefined;
  const { frame, setting } = request;
  const pairs = pairsFor(asked, request);
  const ranked = pairs.sort((a, b) => scoreOf(b) - scoreOf(a));
  const [best] = ranked;
  if (!best) return undefined;
  const rival = ranked.find((pair) => !isSame(pair, best) && scoreOf(pair) > scoreOf(best) - clearBy);
  if (rival) return undefined;
  return ofRows([best.top.row, best.base.row], 'per_unit', { frame, setting }, unitOf(asked, best));
}

/** In the unit that the question asks for: 元 a person, not 万元. */
function unitOf({ unit, rest }: QuotientAsked, { top }: Pair): { unit?: string } {
  const [wanted] = resolveUnits(rest).filter((one) => sameKind(one, top.row.unit));
  const symbol = wanted === undefined ? undefined : lookUpUnit(wanted)?.symbol;
  return symbol === undefined || unit === '' ? {} : { unit: `${symbol}/${unit}` };
}

function pairsFor(asked: QuotientAsked, request: OperandRequest): Pair[] {
  const { evidence, frame } = request;
  const passages = evidence.hits.slice(0, mostPassages).map(({ passage }) => passage);
  const figures = passages.flatMap((passage) =>
    placedFigures(passage, evidence.collection).map((figure) => ({ figure, passage })),
  );
  const terms = termsOf(request, passages.map(({ text }) => text).join(' '));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const text = foldText([frame.question, ...frame.phrases].join(' ')).replace(/\s+/g, '');
  const units = resolveUnits(asked.rest).filter((unit) => unit !== asked.unit);
  const isOfYear = ({ row }: PlacedFigure) =>
    frame.years.length === 0 || row.year === null || frame.years.includes(row.year);
  const bases = figures.filter(({ figure }) => isBase(figure, asked) && isOfYear(figure));
  const tops = figures.filter(
    ({ figure }) => isTop(figure, asked, units, frame.question) && isOfYear(figure),
  );
  return tops.flatMap(({ figure: top, passage }) =>
    bases.flatMap(({ figure: base, passage: other }) => {
      if (!goTogether(top, base)) return [];
      const near = nearness(top, base);
      const exact = (saidOfName(top.row.name, text) + saidOfName(base.row.name, text)) / 2;
      // Figures that do not stand side by side must be called what the question calls them.
      if (near < 3 && (!isCalled(top, text) || isNameWithin(base, top, text))) return [];
      const isWritten = asked.noun !== '' && base.own.includes(asked.noun);
      const own = (saidBy(terms, top.own) + saidBy(terms, base.own)) / total;
      const place = [top, base].map((one) => one.sentence).join(' ');
      const heads = [...passage.sectionPath.slice(-1), ...other.sectionPath.slice(-1)].join(' ');
      const said = saidBy(terms, `${top.own} ${base.own} ${place} ${heads}`) / total;
      return said >= (leastSaid[near] ?? 1) && own >= (leastOwn[near] ?? 1)
        ? [{ top, base, said, own, near, isWritten, exact }]
        : [];
    }),
  );
}

/** What a foreign question gives in brackets, as the plan writes it. */
const inChinese = /(?<=[（(]\s*)\p{Script=Han}{3,}(?=\s*[）)])/gu;

/** What the question names, without the words of working out; of a foreign question's words those that are known here. */
function termsOf({ frame }: OperandRequest, text: string): QueryTerm[] {
  const written = frame.language === 'zh' ? [] : (frame.phrases[0]?.match(inChinese) ?? []);
  const phrases = (written.length > 0 ? written : frame.phrases).map((phrase) => {
    const asked = quotientAsked(phrase);
    return asked ? `${asked.rest} ${asked.noun}` : phrase;
  });
  const mentioned = mentionedIndicators(foldText(phrases.join(' ')).replace(/\s+/g, ''));
  const terms = contentTerms(phrases, frame.background)
    .filter(({ word }) => !/^[\d.,%几]/.test(word) && !workingWords.has(word) && !lookUpUnit(word))
    .map((term) => {
      const names = mentioned.filter(({ text }) => text.includes(term.word));
      return { ...term, alternatives: [...term.alternatives, ...names.map((one) => one.canonicalName)] };
    });
  if (frame.language === 'zh' || written.length > 0) return terms;
  return terms.filter(({ word, alternatives }) => saysOne(text, [word, ...alternatives]));
}

function scoreOf({ said, own, near, isWritten, exact }: Pair): number {
  return 0.4 * said + 0.4 * own + 0.12 * near + (isWritten ? 0.15 : 0) + 0.6 * exact;
}

/** Of one item or sentence 3, of one line 2, of one passage 1. */
export function nearness(a: PlacedFigure, b: PlacedFigure): number {
  if (a.row.passageId !== b.row.passageId) return 0;
  if (a.sentence === b.sentence) return 3;
  return a.line === b.line ? (a.title === '' ? 2 : 3) : 1;
}

function goTogether(top: PlacedFigure, base: PlacedFigure): boolean {
  const [a, b] = [top.row, base.row];
  if (a.planId !== b.planId || a.scope !== b.scope) return false;
  // Figures of two items of a box belong to two things.
  const isOneItem = a.passageId === b.passageId && top.line === base.line;
  if ((top.title !== '' || base.title !== '') && !isOneItem) return false;
  return a.year === null || b.year === null || a.year === b.year;
}

function isBase({ row, own }: PlacedFigure, { unit, noun }: QuotientAsked): boolean {
  if (isRatio(row) || row.value === null || row.value <= 0 || noExtent.test(own)) return false;
  const says = noun === '' || saysNoun(own, noun);
  if (unit === '') return says && !ofMoney.test(own);
  return countsIn(row.unit, unit) && says;
}

/** 个 may count anything that is asked for in 个; households are not counted in it. */
export function countsIn(unit: string, asked: string): boolean {
  const [own, wanted] = [unit, asked].map((one) => lookUpUnit(one)?.dimensions[0]?.name);
  return sameKind(unit, asked) && (own === wanted || wanted === anyCount);
}

const anyCount = lookUpUnit('个')?.dimensions[0]?.name;

/** Whether a figure is of what the question counts: most of the words of 养老机构, or GDP by its other name. */
function saysNoun(own: string, noun: string): boolean {
  const text = foldText(own).replace(/\s+/g, '');
  if (text.includes(foldText(noun))) return true;
  if (mentionedIndicators(foldText(noun)).some(({ canonicalName }) => text.includes(canonicalName)))
    return true;
  const terms = contentTerms([noun]);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 && saidBy(terms, own) / total >= leastOfNoun;
}

/** By its own words, or by what the genre calls it (GDP). */
function isCalled({ row }: PlacedFigure, text: string): boolean {
  if (saidOfName(row.name, text) >= leastExact) return true;
  return mentionedIndicators(text).some(({ canonicalName }) => canonicalName === row.canonicalName);
}

/** 高速铁路 is not named where the question only says 昭川高速铁路, whose own length is another. */
function isNameWithin(base: PlacedFigure, top: PlacedFigure, text: string): boolean {
  const thing = foldText(top.row.name).split(measured)[0] ?? '';
  const name = foldText(base.row.name);
  return thing.length > name.length && thing.includes(name) && text.includes(thing);
}

const measured = new RegExp(`[总计划]*(?:${words.ofMoney})`, 'i');
const leastExact = 0.6;
const leastOfNoun = 0.6;

function isTop(
  { row, own }: PlacedFigure,
  { unit }: QuotientAsked,
  units: readonly string[],
  question: string,
): boolean {
  if (isRatio(row) || row.unit === '' || (unit !== '' && sameKind(row.unit, unit))) return false;
  const kind = lookUpUnit(row.unit)?.kind;
  if (/每|均/.test(own) || kind === 'time' || kind === 'compound') return false;
  const wanted = units.filter((one) => lookUpUnit(one)?.kind !== 'number');
  if (wanted.length > 0) return wanted.some((one) => sameKind(one, row.unit));
  return ofMoney.test(question) ? kind === 'money' : true;
}

/** Share of a name's words that the question says. */
export function saidOfName(name: string, text: string): number {
  const words = cutWords(name);
  return words.filter((word) => text.includes(foldText(word))).length / (words.length || 1);
}

/** How much of the question's words, by weight, a text says. */
export function saidBy(terms: readonly QueryTerm[], text: string): number {
  const folded = foldText(text).replace(/\s+/g, '');
  return terms.reduce((sum, term) => sum + term.weight * termInName(term, folded), 0);
}

function saysOne(text: string, names: readonly string[]): boolean {
  const folded = foldText(text).replace(/\s+/g, '');
  return names.some((name) => folded.includes(foldText(name)));
}

function isSame(a: Pair, b: Pair): boolean {
  const isAlike = (one: PlacedFigure, other: PlacedFigure) =>
    one.row.value === other.row.value && one.row.unit === other.row.unit;
  return isAlike(a.top, b.top) && isAlike(a.base, b.base);
}
