import { foldText, tagWords } from '../../../models/cut-words.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import { compact } from '../../sentences.js';
import type { Understanding } from '../../understand/understand.js';
import { matterOf } from '../matter-of.js';
import measures from '../measures-asked.json' with { type: 'json' };
import words from './joint-words.json' with { type: 'json' };
import type { PlanText } from './plan-text.js';
import { runsOf } from './word-runs.js';

/** The words of a question, and how much of what they weigh by themselves they weigh here. */
export interface MatterTerm extends QueryTerm {
  /** Several words that the plan uses together; its words count by themselves too. */
  isPhrase: boolean;
}

/** What a phrase counts beside its words. */
const phraseShare = 0.5;
const shortestPhrase = 4;
const singleWeight = 5;
/** A year of which the question wants to know what is to be done. */
const yearWeight = 4;
/** What is done (做大), and for whom, tells less than what it is done to. */
const verbShare = 0.4;

/** The words of a matter, and the phrases of the question that the plan has as such (绿色保险). */
export function termsOfMatter(
  text: string,
  { background, question, years }: Pick<Understanding, 'background' | 'question' | 'years'>,
  { units, titles }: PlanText,
): MatterTerm[] {
  const plain = compact(foldText(text));
  const terms = matterOf(queryTerms([text], background), question).map(asMatterTerm);
  const phrases = runsOf(plain)
    .filter(([first = '', ...rest]) => !isVerb(first) && !rest.some(isVerb))
    .map((parts) => parts.join(''))
    .filter((phrase) => !terms.some(({ word }) => word === phrase))
    .filter(
      (phrase) =>
        titles.some((title) => title.includes(phrase)) || units.some((unit) => unit.plain.includes(phrase)),
    );
  const longest = phrases.filter((one) => !phrases.some((other) => other !== one && other.includes(one)));
  const weightOf = (phrase: string) =>
    terms.reduce((sum, { word, weight }) => sum + (phrase.includes(word) ? weight : 0), 0);
  return [
    ...longest.map((word) => ({
      word,
      alternatives: [],
      weight: weightOf(word) * phraseShare,
      isPhrase: true,
    })),
    ...terms,
    ...singleNouns(plain, terms).map((word) => ({
      word,
      alternatives: [],
      weight: singleWeight,
      isPhrase: true,
    })),
    ...(years.length === 1 ? years : []).map((year) => ({
      word: `${year}年`,
      alternatives: [],
      weight: yearWeight,
      isPhrase: true,
    })),
  ];
}

/** A word that holds others (优化营商环境) is a phrase, whatever list has it. */
function asMatterTerm(term: QueryTerm, _: number, all: readonly QueryTerm[]): MatterTerm {
  const parts = all.filter(({ word }) => word !== term.word && word.length > 1 && term.word.includes(word));
  const isPhrase = term.word.length >= shortestPhrase && parts.length > 1;
  const share = isPhrase ? phraseShare : isVerb(term.word) || whom.has(term.word) ? verbShare : 1;
  return { ...term, weight: term.weight * share, isPhrase };
}

/** 茶产业: a noun of one character before another word says what kind of thing it is. */
function singleNouns(text: string, terms: readonly QueryTerm[]): string[] {
  const tokens = tagWords(text);
  return tokens.flatMap(({ word, tag }, at) => {
    const next = tokens[at + 1];
    const isMatter =
      word.length === 1 && tag.startsWith('n') && next !== undefined && /^(?:n|v)/.test(next.tag);
    return isMatter && !general.has(word) && !terms.some((term) => term.word === word) ? [word] : [];
  });
}

const whom = new Set(measures.generic);
const general = new Set(words.generalNouns);

function isVerb(word: string): boolean {
  const [only, ...more] = tagWords(word);
  return more.length === 0 && (only?.tag === 'v' || only?.tag === 'd');
}
