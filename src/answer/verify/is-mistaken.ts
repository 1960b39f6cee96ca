import { foldText } from '../../models/cut-words.js';
import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { sameKind } from '../../quantity/units.js';
import type { Indicator, Passage, Quantity } from '../../records.js';
import { type FigurePlace, figurePlace } from './figure-place.js';
import { fitsQuantity } from './fits-quantity.js';
import measureWords from './measure-words.json' with { type: 'json' };
import { contentWords, placeStems } from './said-words.js';
import { shareHeld } from './share-held.js';
import { statementsOf } from './statements.js';

/** By this much another figure must fit a claim's words better before the claim's own is doubted. */
const margin = 0.2;
/** And it must fit them this well. */
const leastFit = 0.5;
/** What a year that both name says for a figure. */
const yearFit = 0.2;

/** A claim's own figure must have this much of the words beside it. */
const leastOwn = 0.3;
/** Another that has all the words of the own one, and more, need only fit this well. */
const leastOfMore = 0.75;

/** What is counted follows its figure at once: 2.46万户小微企业. */
const counted = /^[^\d占是为较比同的，,]{1,12}/;

interface Rival {
  quantity: Quantity;
  /** The share of the claim's words that it has, and something for the year. */
  fit: number;
  share: number;
  held: ReadonlySet<string>;
}

/**
 * Whether a claim has taken the figure of something else: what is cited says too little of the words beside
 * it of that amount, or clearly more of them of another amount.
 */
export function isMistaken(
  figure: QuantitySpan,
  claim: { text: string; figures: readonly QuantitySpan[] },
  { passages, rows }: { passages: readonly Passage[]; rows: readonly Indicator[] },
): boolean {
  const said = figurePlace(claim.text, figure, claim.figures);
  const places = new Set(placeStems(claim.text));
  const words = contentWords(`${said.lead} ${counted.exec(said.tail)?.[0] ?? ''}`).filter(
    (word) => !places.has(word) && !isOfPlace(word, places) && !ofAnyFigure.has(word),
  );
  if (words.length === 0) return false;
  const rivals = [
    ...passages.flatMap((passage) => inPassage(passage, words, said)),
    ...rows.flatMap((row) => ofRow(row, words, said)),
  ].filter(({ quantity }) => sameKind(quantity.unit, figure.unit));
  const own = best(rivals.filter(({ quantity }) => isAmount(figure, quantity)));
  const other = best(rivals.filter(({ quantity }) => !isAmount(figure, quantity)));
  if (!own) return false;
  if (own.share < leastOwn) return true;
  if (!other || other.fit < leastFit) return false;
  return other.fit > own.fit + margin || (other.fit >= leastOfMore && hasMore(other.held, own.held));
}

/** 岸区 of 东岸区: what the cutter makes of a place's end. */
function isOfPlace(word: string, stems: ReadonlySet<string>): boolean {
  return [...stems].some((stem) => `${stem}省${stem}市${stem}县${stem}区${stem}州`.includes(word));
}

const ofAnyFigure: ReadonlySet<string> = new Set(measureWords.ofAnyFigure);

/** The same amount, however it is bounded: that is looked at elsewhere. */
function isAmount(figure: Quantity, quantity: Quantity): boolean {
  const bare = (one: Quantity): Quantity => (one.comparator === 'range' ? one : { ...one, comparator: '=' });
  return (
    fitsQuantity(figure.comparator === '~' ? figure : bare(figure), bare(quantity)) ||
    fitsQuantity(figure, quantity)
  );
}

function best(rivals: readonly Rival[]): Rival | undefined {
  return rivals.reduce<Rival | undefined>((a, b) => (a && a.fit >= b.fit ? a : b), undefined);
}

function hasMore(held: ReadonlySet<string>, than: ReadonlySet<string>): boolean {
  return held.size > than.size && [...than].every((word) => held.has(word));
}

function inPassage(passage: Passage, words: readonly string[], said: FigurePlace): Rival[] {
  const titles = foldText(passage.sectionPath.join(' '));
  return statementsOf(passage)
    .filter(({ span, place }) => span.role === 'quantity' && mayBeOfYear(said.years, place.years))
    .map(({ span, place }) =>
      rival(span, {
        words,
        text: `${foldText(`${place.lead} ${place.tail}`)} ${titles}`,
        said,
        years: place.years,
      }),
    );
}

function ofRow(row: Indicator, words: readonly string[], said: FigurePlace): Rival[] {
  const { value, valueMax, unit, comparator } = row;
  const years = row.year === null ? [] : [row.year];
  if (value === null || !mayBeOfYear(said.years, years)) return [];
  const names = [row.name, row.canonicalName, ...row.aliases, row.scope ?? '', row.attribute ?? ''];
  const text = foldText([...names, ...row.sectionPath].join(' '));
  return [rival({ value, valueMax, unit, comparator }, { words, text, said, years })];
}

function rival(
  quantity: Quantity,
  about: { words: readonly string[]; text: string; said: FigurePlace; years: readonly number[] },
): Rival {
  const { words, text, said, years } = about;
  const held = words.filter((word) => text.includes(word));
  const share = shareHeld(words, text);
  return { quantity, share, fit: share + (agree(said.years, years) ? yearFit : 0), held: new Set(held) };
}

function mayBeOfYear(said: readonly number[], stated: readonly number[]): boolean {
  return said.length === 0 || stated.length === 0 || agree(said, stated);
}

function agree(some: readonly number[], others: readonly number[]): boolean {
  return some.some((year) => others.includes(year));
}
