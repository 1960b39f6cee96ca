import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { isRatio } from '../calculation/request.js';
import { countIn } from '../calculation/sum-items.js';
import type { Family } from './columns.js';
import { type Description, namingTerms } from './describe.js';
import { type Figure, plain } from './figure-pool.js';
import { fitsOf } from './fit.js';
import words from './formula-words.json' with { type: 'json' };
import { type GroupAsked, groupNamed } from './groups.js';
import { choosePair, compareAmounts } from './pairs.js';
import { holdsAsPart, wholeOf } from './wholes.js';

/** A part of the question as it stands, and what it describes. */
export interface Side {
  text: string;
  description: Description;
}

/** What the figures are looked for in, and what the question says besides. */
export interface Ground {
  pool: readonly Figure[];
  families: readonly Family[];
  asked: string;
  background: readonly string[];
}

export type Sides = readonly [readonly Indicator[], readonly Indicator[]];

/** Only where something is a part of another it cannot be more. */
const ofPart = new RegExp(words.ofPart);
const wholeWords = new RegExp(words.wholeWords, 'g');
const sums = new RegExp(words.sums);
const listed = /、|(?<=\p{Script=Han}{2})[和与及](?=\p{Script=Han}{2})/u;

/** One figure over, of or less another, each by itself or added up from several. */
export function setAgainst(operation: string, a: Side, b: Side, ground: Ground): Sides | undefined {
  const group = isGroup(a.text)
    ? (groupNamed(groupOf(a, ground), ground.families) ?? besideEachOther(a, ground))
    : undefined;
  // Of several things that are named, one is not enough.
  if (isGroup(a.text) && !group) return undefined;
  if (operation === 'share') {
    const whole = wholeAsked(b, ground);
    // A figure that the question quotes is looked for as it is.
    if (b.description.quoted.length > 0) return asPair(operation, a, b, ground);
    const isOnlyWhole = whole.terms.length === 0 || whole.isSum || whole.count !== undefined;
    if (group) return againstWhole(group, b, ground);
    if (whole.count !== undefined) return ofWhole(a, b, ground);
    return (
      (isOnlyWhole ? ofWhole(a, b, ground) : undefined) ??
      asPair(operation, a, b, ground) ??
      (isOnlyWhole ? undefined : ofWhole(a, b, ground))
    );
  }
  return isGroup(a.text) || isGroup(b.text) ? undefined : asPair(operation, a, b, ground);
}

/** Members that a question lists, each of which one sentence gives a figure of. */
function besideEachOther({ text, description }: Side, { pool, asked }: Ground): Indicator[] | undefined {
  const members = text.split(listed).map((part) => {
    const terms = namingTerms(part);
    return fitsOf({ ...description, terms, literal: plain(part) }, pool, asked)[0]?.figure.row;
  });
  const rows = members.flatMap((row) => row ?? []);
  const [first] = rows;
  const isEach = first !== undefined && rows.length === members.length && new Set(rows).size === rows.length;
  const areBeside = rows.every((row) => row.quote === first?.quote && sameKind(row.unit, first.unit));
  return isEach && rows.length > 1 && areBeside ? rows : undefined;
}

function isGroup(text: string): boolean {
  return listed.test(text) || (countIn(text) ?? 1) > 1;
}

function asPair(operation: string, a: Side, b: Side, { pool, asked }: Ground): Sides | undefined {
  const [one, other] = [a.description, b.description];
  if (one.terms.length === 0 && other.terms.length === 0) return undefined;
  const first = { ...one, terms: one.terms.length > 0 ? one.terms : other.terms };
  const second = { ...other, terms: other.terms.length > 0 ? other.terms : one.terms };
  const namesYears = one.years.length > 0 && other.years.length > 0;
  const pair = choosePair(
    fitsOf(first, pool, asked),
    fitsOf(second, pool, asked),
    (x, y) =>
      areOfOnePlace(x, y, asked) &&
      (namesYears || x.quote === y.quote || x.year === null || y.year === null || x.year === y.year) &&
      (operation === 'share' && ofPart.test(asked)
        ? isPart(x, y)
        : areLike(x, y) || (divides.test(asked) && areDivided(x, y))),
  );
  return pair && [[pair[0]], [pair[1]]];
}

/** Figures of two places are set against each other only where the question names them. */
function areOfOnePlace(a: Indicator, b: Indicator, asked: string): boolean {
  if (a.planId !== b.planId || a.scope === b.scope) return true;
  return [a, b].every(({ scope, ownScope }) => ownScope || scope === null || saysPlace(asked, scope));
}

function saysPlace(asked: string, scope: string): boolean {
  const name = plain(scope);
  return asked.includes(name) || (name.length > 2 && asked.includes(name.replace(/[省市县区州盟旗]$/, '')));
}

function isPart(part: Indicator, whole: Indicator): boolean {
  if (isRatio(part) || isRatio(whole) || part.planId !== whole.planId || !areLike(part, whole)) return false;
  const isOfPeriod = (part.measure === 'cumulative') !== (whole.measure === 'cumulative');
  if (isOfPeriod && part.quote !== whole.quote) return false;
  if (!whole.ownScope && whole.scope !== null && whole.scope !== part.scope) return false;
  return compareAmounts(part, whole) < 0;
}

function areLike(a: Indicator, b: Indicator): boolean {
  const ofRatio = ({ unit }: Indicator) => lookUpUnit(unit)?.kind === 'ratio';
  return (
    sameKind(a.unit, b.unit) && (a.measure === 'rate') === (b.measure === 'rate') && ofRatio(a) === ofRatio(b)
  );
}

const divides = /除以/;

/** An amount and what it is spread over. */
function areDivided(a: Indicator, b: Indicator): boolean {
  return !isRatio(a) && !isRatio(b) && a.unit !== '' && b.unit !== '' && a.planId === b.planId;
}

function groupOf({ text, description }: Side, { asked, background }: Ground): GroupAsked {
  return {
    terms: namingTerms(text.replace(wholeWords, ' '), background),
    count: countIn(text),
    years: description.years,
    asked,
  };
}

/** Of the figures that the part may be, the best that has such a whole. */
function ofWhole(a: Side, b: Side, ground: Ground): Sides | undefined {
  const fits = fitsOf(a.description, ground.pool, ground.asked).filter(
    ({ figure: { row } }) => !isRatio(row),
  );
  const [best] = fits;
  for (const { figure, score } of fits) {
    if (!best || score < best.score - nearBest) return undefined;
    const sides = againstWhole([figure.row], b, ground);
    if (sides) return sides;
  }
  return undefined;
}

const nearBest = 0.1;
const clearBy = 0.06;

/** A part and the whole that its own sentence says it is of. */
export function ofSentence(a: Side, ground: Ground): Sides | undefined {
  const [best, next] = fitsOf(a.description, ground.pool, ground.asked).filter(
    ({ figure: { row } }) => !isRatio(row),
  );
  const part = best?.figure.row;
  const whole = part && ground.pool.find(({ row }) => holdsAsPart(row, part));
  const isOpen = best && next && next.score > best.score - clearBy && next.figure.row.value !== part?.value;
  if (!part || (isOpen && next.figure.row !== whole?.row)) return undefined;
  return whole && [[part], [whole.row]];
}

function againstWhole(part: readonly Indicator[], b: Side, ground: Ground): Sides | undefined {
  const whole = wholeOf(part, wholeAsked(b, ground), ground.pool, ground.families);
  return whole && [part, whole];
}

function wholeAsked({ text }: Side, { asked, background }: Ground) {
  return {
    terms: namingTerms(text.replace(wholeWords, ' '), background),
    count: countIn(text),
    isSum: sums.test(text),
    asked,
  };
}
