import { isListedWord } from '../../../models/word-weights.js';
import { findQuantities } from '../../../quantity/find-quantities.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import { isTelling, matterOf, says, shareHeld, termsOf } from './matter.js';
import words from './standing-words.json' with { type: 'json' };
import { namesOf, type Statement } from './statement.js';

/** 收入呢: the measure alone, of what the part before names. */
const measures: readonly string[] = words.measures;
/** Words that set a narrower thing apart from the wider one. */
const narrowing = new Set(words.narrowing);
/** 产值 干到: how far it is to come. */
const endsInVerb = /\s+\p{Script=Han}{0,2}到?$/u;
/** 每千名老人有多少 is not how many there are. */
const perHead = /每[百千万](?!元|吨|米)|per (?:hundred|thousand|1,?000|10,?000|capita)|人均/i;
/** PM10, 5G, COD: a name in letters and figures has no other. */
const code = /^(?=.*[a-z])[a-z]*\d[a-z\d.]*$|^[a-z]{2,5}$/;
/** A statement must hold this share of the words of what is asked. */
const leastHeld = 0.6;
/** … or nearly all, where no figure shows that it is what is meant. */
const wholeHeld = 0.85;
/** One that may still be of it holds this share; this, where the head noun is said in other words. */
const leastLike = 0.4;
const leastWithoutHead = 0.7;
/** … and this, where a dictionary gave the words. */
const leastRendered = 0.15;
/** Share of a matter, by weight, that may stand beside the name of an indicator. */
const mostBesides = 0.4;
/** Characters that may stand between two words that stand together in the question; beyond, they are of two things. */
const apart = 40;
/** A figure stands so near to what it is of, before or after. */
const reach = { before: 14, after: 48 };
/** 锂电新材料。到2030年产值达到…: what a paragraph opens with all of it is about. */
const titleInFront = /^[^，；：。]{2,28}。(?=.)/;
/** A short statement is of one thing. */
const longStatement = 60;

/** Whether a statement is of the thing that is asked about, whatever it says of it. */
export function isOfMatter(asked: Asked, statement: Statement, background: readonly string[]): boolean {
  const matter = matterOf(asked);
  const measure =
    measures.find((word) => word === asked.matter) ??
    words.measureHeads.find((word) => matter.replace(endsInVerb, '').endsWith(word));
  if (measure !== undefined && !(statement.text + namesOf(statement)).includes(measure)) return false;
  if (!saysWhatNarrows(asked, statement, background)) return false;
  if (isMentioned(asked, matter, statement, background)) return true;
  const isQuality = asked.wants === 'quality';
  const place = isQuality ? { ...statement, headings: '' } : statement;
  return (
    shareHeld(matter, place, background, asked.wants) >= (isQuality ? wholeHeld : leastHeld) &&
    headIn(asked, matter, statement, background) === 'held'
  );
}

/** Whether a statement that is not surely of the matter may still be of it in other words (估值: 价值评估). */
export function mayBeOfMatter(asked: Asked, statement: Statement, background: readonly string[]): boolean {
  if (!saysWhatNarrows(asked, statement, background)) return false;
  const matter = matterOf(asked);
  const share = likeness([asked], statement, background);
  if (matter.includes('|')) return share >= leastRendered;
  const head = headIn(asked, matter, statement, background);
  return (head === 'held' && share >= leastLike) || (head === 'absent' && share >= leastWithoutHead);
}

/**
 * 农村居民收入 is not 居民收入, and PM10 not PM2.5: what makes the thing asked for a narrower one is said of it, or all of
 * the plan is about it.
 */
export function saysWhatNarrows(
  { text, matter, wants }: Asked,
  statement: Statement,
  background: readonly string[],
): boolean {
  if (wants !== 'figure') return true;
  const all = saidIn(statement);
  if (perHead.test(text) && !perHead.test(all)) return false;
  // Of what a dictionary gave, only names in letters and figures are surely meant.
  const isRendered = matter.includes('|');
  const isNarrow = ({ word }: QueryTerm) =>
    isRendered ? /\d/.test(word) && code.test(word) : narrowing.has(word) || code.test(word);
  return termsOf(matter, background, wants).every(
    (term) => !isNarrow(term) || background.includes(term.word) || says(all, term),
  );
}

/** How much of the best of several parts of a question a statement is of. */
export function likeness(
  asked: readonly Asked[],
  statement: Statement,
  background: readonly string[],
): number {
  const shares = asked.map((one) =>
    isMentioned(one, matterOf(one), statement, background)
      ? 1
      : shareHeld(matterOf(one), statement, background, one.wants),
  );
  return Math.max(0, ...shares);
}

/**
 * The vocabulary's name of a row is said in whatever words (外贸: 进出口总额), and little besides it; the last noun that
 * is asked of (企业奖金) is in that name, or said of the row.
 */
function isMentioned(
  { wants }: Asked,
  matter: string,
  statement: Statement,
  background: readonly string[],
): boolean {
  const { rows } = statement;
  if (rows.length === 0) return false;
  const said = mentionedIndicators(matter.replace(/\s+/g, '')).filter(({ canonicalName }) =>
    rows.some((row) => row.canonicalName === canonicalName),
  );
  if (said.length === 0) return false;
  const [head] = nounsOf(matter, background, wants);
  if (head && !said.some(({ text }) => text.includes(head.word)) && !says(saidIn(statement), head))
    return false;
  const rest = said.reduce((text, one) => text.replace(one.text, ' '), matter);
  const weigh = (text: string) => termsOf(text, [], 'figure').reduce((sum, { weight }) => sum + weight, 0);
  return weigh(rest) <= mostBesides * weigh(matter);
}

function saidIn(statement: Statement): string {
  return [statement.text, statement.headings, namesOf(statement)].join(' ');
}

/** The nouns of a matter, the last one first. */
function nounsOf(matter: string, background: readonly string[], wants: Asked['wants']): QueryTerm[] {
  const endOf = ({ word }: QueryTerm) => matter.lastIndexOf(word) + word.length;
  return termsOf(matter, background, wants)
    .filter((term) => isTelling(term, wants) && isListedWord(term.word))
    .sort((a, b) => endOf(b) - endOf(a));
}

/**
 * The last noun of what a figure is asked of stands in the statement, beside the word that it stands beside in the
 * question, and in a long one with a figure near it.
 */
function headIn(
  { wants }: Asked,
  matter: string,
  statement: Statement,
  background: readonly string[],
): 'held' | 'apart' | 'absent' {
  if (wants !== 'figure' || matter.includes('|')) return 'held';
  const [head, beside] = nounsOf(matter, background, wants);
  if (!head) return 'held';
  const all = saidIn(statement);
  if (!says(all, head)) return 'absent';
  if (!hasFigureNear(head, statement)) return 'apart';
  const standTogether = beside !== undefined && matter.includes(beside.word + head.word);
  if (!standTogether || !all.includes(beside.word) || !all.includes(head.word)) return 'held';
  return new RegExp(`${beside.word}[^。；]{0,${apart}}${head.word}`).test(all) ? 'held' : 'apart';
}

/** In a long sentence a figure belongs to what stands near it; a row, a heading and a title in front are of one thing. */
function hasFigureNear({ word, alternatives }: QueryTerm, { text, plain, rows }: Statement): boolean {
  const body = text.replace(titleInFront, '');
  const said = [word, ...alternatives].filter((one) => body.includes(one));
  if (text.length < longStatement || plain.includes('\t') || said.length === 0) return true;
  if (rows.some(({ name }) => said.some((one) => name.includes(one)))) return true;
  return said.some((one) => {
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length)) {
      const before = text.slice(Math.max(0, at - reach.before), at).replace(/^.*[。；]/, '');
      const after = text.slice(at + one.length, at + one.length + reach.after).replace(/[。；].*$/, '');
      if (findQuantities(before + one + after).some(({ role }) => role === 'quantity' || role === 'rank'))
        return true;
    }
    return false;
  });
}
