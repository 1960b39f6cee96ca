import { keepRecent } from '../../../keep-recent.js';
import { tagWords } from '../../../models/cut-words.js';
import { isListedWord } from '../../../models/word-weights.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import qualifiers from '../../../retrieve/name-qualifiers.json' with { type: 'json' };
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import words from './standing-words.json' with { type: 'json' };
import { namesOf, type Statement } from './statement.js';

/** What only the headings hold counts less. */
const headingShare = 0.6;
/** 投了, 引到: a verb of one character with what follows it. */
const ofVerb = /^.[了过着到掉完去来给]$/u;
/** What a word counts at most that may be none. */
const mostUnknown = 3;
/** What is done with a thing, and how it is counted, tells less than the thing. */
const lightShare = 0.3;

const lightVerbs = new Set(words.lightVerbs);
/** Words that only say how a thing is counted or measured. */
const generic = new Set([...qualifiers.words, ...qualifiers.measures]);

/** The words of a matter in their order; where a figure is asked for, what is done with the thing counts less. */
export function termsOf(
  matter: string,
  background: readonly string[],
  wants: Asked['wants'],
): readonly QueryTerm[] {
  const key = JSON.stringify([matter, background, wants]);
  const known = termsKept.get(key) ?? readTerms(matter, background, wants);
  termsKept.set(key, known);
  return known;
}

const termsKept = keepRecent<string, readonly QueryTerm[]>(200);

function readTerms(matter: string, background: readonly string[], wants: Asked['wants']): QueryTerm[] {
  const terms = queryTerms([matter], background).filter(
    ({ word }) => word.length > 1 && !/^[\d.%]+$/.test(word) && !ofVerb.test(word),
  );
  const isIn = ({ word }: QueryTerm, whole: QueryTerm) => word !== whole.word && whole.word.includes(word);
  // A name that goes by others (老年食堂: 助餐点) is one word; of any other the parts tell.
  const isWhole = (term: QueryTerm) =>
    term.word.length > 3 && terms.filter((one) => isIn(one, term)).length > 1;
  // 床位数 is 床位 and how much of it; what the cutter makes of its end (位数) is no word.
  const counted = terms.filter(
    ({ word }) =>
      word.length === 3 && /[数量额]$/.test(word) && terms.some((one) => one.word === word.slice(0, 2)),
  );
  const isOfCounted = ({ word }: QueryTerm) =>
    counted.some((one) => one.word === word || one.word.slice(1) === word);
  const isLeftOut = (term: QueryTerm) =>
    isOfCounted(term) ||
    (isWhole(term)
      ? term.alternatives.length === 0
      : terms.some((one) => isWhole(one) && one.alternatives.length > 0 && isIn(term, one)));
  const madeUp = new Set(tagWords(matter).flatMap(({ word, tag }) => (tag === 'x' ? word : [])));
  const names = mentionedIndicators(matter.replace(/\s+/g, ''));
  return terms
    .filter((term) => !isLeftOut(term))
    .map((term) => ({
      ...term,
      weight: Math.max(weightOf(term, wants, madeUp), weightOfParts(term, terms, wants, madeUp)),
      alternatives: [
        ...term.alternatives,
        ...names.flatMap((name) => (name.text === term.word ? name.canonicalName : [])),
      ],
    }));
}

/** A name that stands for its parts (法人机构) counts what they count. */
function weightOfParts(
  { word }: QueryTerm,
  terms: readonly QueryTerm[],
  wants: Asked['wants'],
  madeUp: ReadonlySet<string>,
): number {
  const parts = terms.filter((one) => one.word !== word && word.includes(one.word));
  return parts.reduce((sum, part) => sum + weightOf(part, wants, madeUp), 0);
}

/** What the cutter made of two characters that it does not know (年开) may be no word at all. */
function weightOf({ word, weight }: QueryTerm, wants: Asked['wants'], madeUp: ReadonlySet<string>): number {
  if (wants !== 'date' && (lightVerbs.has(word) || generic.has(word))) return weight * lightShare;
  return word.length === 2 && madeUp.has(word) ? Math.min(weight, mostUnknown) : weight;
}

/** Whether a word says what a figure is of, not only how it is counted or what is done with it. */
export function isTelling({ word }: QueryTerm, wants: Asked['wants']): boolean {
  return !generic.has(word) && (wants === 'date' || !lightVerbs.has(word));
}

/** What a part asks about; one that only says how much of it (占全市几成) goes on with the parts before. */
export function matterOf({ matter, before, wants }: Asked): string {
  const tells = termsOf(matter, [], wants).some((term) => isTelling(term, wants));
  return tells ? matter : `${before} ${matter}`.trim();
}

/** Share of the words of a matter, by weight, that a statement or the headings above it hold; all where there are none. */
export function shareHeld(
  matter: string,
  { text, headings, rows }: Statement,
  background: readonly string[],
  wants: Asked['wants'] = 'figure',
): number {
  const names = namesOf({ rows });
  let held = 0;
  let total = 0;
  for (const term of termsOf(matter, background, wants)) {
    total += term.weight;
    if (says(text, term) || says(names, term)) held += term.weight;
    else if (says(headings, term)) held += term.weight * headingShare;
  }
  return total === 0 ? 1 : held / total;
}

/** Whether a text says a word, what means the same, or what it is short for (长护险: 长期护理保险). */
export function says(text: string, { word, alternatives }: QueryTerm): boolean {
  if (text.includes(word) || alternatives.some((other) => text.includes(other))) return true;
  return /^[一-鿿]{2,4}$/u.test(word) && !isListedWord(word) && longFormOf(word).test(text);
}

const longForms = keepRecent<string, RegExp>(500);

/** The characters of a short name in their order, few others between them. */
function longFormOf(word: string): RegExp {
  const known = longForms.get(word) ?? new RegExp([...word].join('[一-鿿]{0,3}'));
  longForms.set(word, known);
  return known;
}
