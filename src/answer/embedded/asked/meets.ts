import { isListedWord } from '../../../models/word-weights.js';
import { findQuantities } from '../../../quantity/find-quantities.js';
import { findPeriods } from '../../../quantity/periods.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import qualifiers from '../../../retrieve/name-qualifiers.json' with { type: 'json' };
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import { isPlanned } from '../firmness.js';
import words from './standing-words.json' with { type: 'json' };
import type { Statement } from './statement.js';

/** A statement must hold this share of the words of what is asked. */
const leastHeld = 0.6;
/** … or nearly all, where no figure shows that it is what is meant. */
const wholeHeld = 0.85;
/** What only the headings hold counts less. */
const headingShare = 0.6;
/** 投了, 引到: a verb of one character with what follows it. */
const ofVerb = /^.[了过着到掉完去来给]$/u;
/** What a word counts at most that may be none. */
const mostUnknown = 3;
/** What is done with a thing tells less than the thing. */
const verbShare = 0.3;

const pastHeadings = new RegExp(words.pastHeadings);
const pastWords = new RegExp(words.pastWords);
const futureWords = new RegExp(words.futureWords);
const change = new RegExp(words.change);
const compared = new RegExp(words.compared);
const comparing = new RegExp(words.comparing);
const lightVerbs = new Set(words.lightVerbs);
/** Words that only say how a thing is counted or measured. */
const generic = new Set([...qualifiers.words, ...qualifiers.measures]);

/** Whether a statement answers what is asked: of that thing, with a figure or a date as asked, of that time. */
export function meets(asked: Asked, statement: Statement, background: readonly string[]): boolean {
  return isOfMatter(asked, statement, background) && fits(asked, statement);
}

/** Whether a statement has what is asked for of whatever it speaks of: a figure or a date as asked, of that time. */
export function fits(asked: Asked, statement: Statement): boolean {
  const isCompared =
    !compared.test(asked.text) ||
    comparing.test(statement.text) ||
    (asked.matter !== '' && !compared.test(asked.matter));
  return isCompared && hasKind(asked, statement) && isOfTime(asked, statement);
}

/** Whether a statement is of the thing that is asked about, whatever it says of it. */
export function isOfMatter(asked: Asked, statement: Statement, background: readonly string[]): boolean {
  const matter = matterOf(asked);
  if (isMentioned(matter, statement.rows)) return true;
  const least = asked.wants === 'quality' ? wholeHeld : leastHeld;
  const place = asked.wants === 'quality' ? { ...statement, headings: '' } : statement;
  return (
    shareHeld(matter, place, background, asked.wants) >= least &&
    holdsHead(asked, matter, statement, background)
  );
}

/** The vocabulary's name of a row is said in whatever words (外贸: 进出口总额), and little besides it. */
function isMentioned(matter: string, rows: readonly Indicator[]): boolean {
  if (rows.length === 0) return false;
  const said = mentionedIndicators(matter.replace(/\s+/g, '')).filter(({ canonicalName }) =>
    rows.some((row) => row.canonicalName === canonicalName),
  );
  const rest = said.reduce((text, one) => text.replace(one.text, ' '), matter);
  const weigh = (text: string) => termsOf(text, [], 'figure').reduce((sum, { weight }) => sum + weight, 0);
  return said.length > 0 && weigh(rest) <= mostBesides * weigh(matter);
}

/** Share of a matter, by weight, that may stand beside the name of an indicator. */
const mostBesides = 0.4;

/** How much of the best part of a question a statement is of. */
export function likeness(
  asked: readonly Asked[],
  statement: Statement,
  background: readonly string[],
): number {
  return Math.max(
    0,
    ...asked.map((one) =>
      isMentioned(matterOf(one), statement.rows)
        ? 1
        : shareHeld(matterOf(one), statement, background, one.wants),
    ),
  );
}

/** What a part asks about; one that only says how much of it (占全市几成) goes on with the parts before. */
export function matterOf({ matter, before, wants }: Asked): string {
  const isTelling = termsOf(matter, [], wants).some(
    ({ word }) => !generic.has(word) && (wants === 'date' || !lightVerbs.has(word)),
  );
  return isTelling ? matter : `${before} ${matter}`.trim();
}

/** The last noun of what a figure is asked of stands in the statement, beside the word that it stands beside in the question. */
function holdsHead(
  { wants }: Asked,
  matter: string,
  { text, headings, rows }: Statement,
  background: readonly string[],
): boolean {
  if (wants !== 'figure' || matter.includes('|')) return true;
  const telling = termsOf(matter, background, wants)
    .filter(({ word }) => !generic.has(word) && !lightVerbs.has(word) && isListedWord(word))
    .sort(
      (a, b) => matter.lastIndexOf(a.word) + a.word.length - (matter.lastIndexOf(b.word) + b.word.length),
    );
  const [head, beside] = [...telling].reverse();
  if (!head) return true;
  const all = [text, headings, ...rows.map(({ name, canonicalName }) => `${name} ${canonicalName}`)].join(
    ' ',
  );
  if (!says(all, head)) return false;
  const isBeside =
    beside &&
    matter.includes(beside.word + head.word) &&
    all.includes(beside.word) &&
    all.includes(head.word);
  return !isBeside || new RegExp(`${beside.word}[^，。；、]{0,${apart}}${head.word}`).test(all);
}

/** Characters that may stand between two words that stand together in the question. */
const apart = 6;

/** Share of the words of a matter, by weight, that a statement or the headings above it hold; all where there are none. */
export function shareHeld(
  matter: string,
  { text, headings, rows }: Statement,
  background: readonly string[],
  wants: Asked['wants'] = 'figure',
): number {
  const terms = termsOf(matter, background, wants);
  const names = rows.map(({ name, canonicalName }) => `${name} ${canonicalName}`).join(' ');
  let held = 0;
  let total = 0;
  for (const term of terms) {
    total += term.weight;
    if (says(text, term) || says(names, term)) held += term.weight;
    else if (says(headings, term)) held += term.weight * headingShare;
  }
  return total === 0 ? 1 : held / total;
}

/** The words of a matter in their order; where a figure is asked for, what is done with the thing counts less. */
export function termsOf(matter: string, background: readonly string[], wants: Asked['wants']): QueryTerm[] {
  const terms = queryTerms([matter], background).filter(
    ({ word }) => word.length > 1 && !/^[\d.%]+$/.test(word) && !ofVerb.test(word),
  );
  const isWhole = ({ word }: QueryTerm) =>
    word.length > 3 && terms.filter((other) => other.word !== word && word.includes(other.word)).length > 1;
  return terms.filter((term) => !isWhole(term)).map((term) => ({ ...term, weight: weightOf(term, wants) }));
}

/** What the cutter made of two characters that it does not know (年开) may be no word at all. */
function weightOf({ word, weight }: QueryTerm, wants: Asked['wants']): number {
  if (wants !== 'date' && (lightVerbs.has(word) || generic.has(word))) return weight * verbShare;
  return word.length === 2 && !isListedWord(word) ? Math.min(weight, mostUnknown) : weight;
}

export function says(text: string, { word, alternatives }: QueryTerm): boolean {
  return text.includes(word) || alternatives.some((other) => text.includes(other));
}

/** A figure of the unit asked for, a date where one is asked for. */
function hasKind({ wants, units, years }: Asked, { plain }: Statement): boolean {
  if (wants === 'quality') return true;
  if (wants === 'date')
    return findPeriods(plain).some(({ from }) => !years.includes(from) || years.length === 1);
  if (wants === 'open') return true;
  const figures = findQuantities(plain).filter(({ role }) => role === 'quantity' || role === 'rank');
  return units.length === 0
    ? figures.length > 0
    : figures.some(({ unit }) => unit === '' || units.some((asked) => isOfKind(unit, asked)));
}

function isOfKind(unit: string, asked: string): boolean {
  const isOfPeople = (one: string) => /[人名]/.test(one);
  if (isOfPeople(unit) !== isOfPeople(asked)) return false;
  const isCount = (one: string) => lookUpUnit(one)?.kind === 'count';
  return sameKind(unit, asked) || (isCount(unit) && isCount(asked));
}

/** Of one of the years asked, or of none said; what was where that is asked, what is to come where that is. */
function isOfTime({ years, time }: Asked, statement: Statement): boolean {
  const said = [
    ...findPeriods(statement.plain).flatMap(({ from, to }) => [from, to]),
    ...statement.rows.flatMap(({ year }) => year ?? []),
  ];
  if (years.length > 0 && said.length > 0 && !years.some((year) => isWithin(year, statement, said)))
    return false;
  if (time === 'present') return !isOnlyPlanned(statement);
  return time === 'future' ? !isOnlyPast(statement) : true;
}

function isWithin(year: number, { plain }: Statement, said: readonly number[]): boolean {
  return said.includes(year) || findPeriods(plain).some(({ from, to }) => from <= year && year <= to);
}

const isFact = ({ kind }: Indicator) => kind === 'actual' || kind === 'baseline' || kind === 'growth';

/** A statement of what was reached, with nothing in it of what is to come. */
export function isOnlyPast({ text, headings, rows }: Statement): boolean {
  if (change.test(text) && !pastHeadings.test(headings)) return false;
  if (rows.length > 0) return rows.every(isFact);
  return !futureWords.test(text) && (pastHeadings.test(headings) || pastWords.test(text));
}

function isOnlyPlanned({ text, headings, rows }: Statement): boolean {
  if (change.test(text) || pastWords.test(text)) return false;
  if (rows.length > 0) return rows.every(isPlanned);
  return futureWords.test(text) && !pastHeadings.test(headings);
}
