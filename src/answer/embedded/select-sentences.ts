import { foldText } from '../../models/cut-words.js';
import type { Passage } from '../../records.js';
import { type QueryTerm, queryTerms } from '../../retrieve/query-terms.js';
import type { Hit } from '../../store/open-store.js';
import { type Sentence, splitSentences } from '../sentences.js';
import { type SentenceWish, sentenceFit } from './sentence-fit.js';

export interface ChosenSentence {
  passage: Passage;
  text: string;
  /** Share of the question's terms, by weight, that the sentence and its heading hold. */
  coverage: number;
}

interface Scored extends ChosenSentence {
  held: Set<string>;
  score: number;
  order: number;
}

/** A sentence beyond this is cut to the clauses that matter; it stays the plan's own words. */
const longestSentence = 220;
/** Words that stand only in the heading above a sentence count less than those in it. */
const headingShare = 0.5;

/** Picks the sentences that say most of what is asked, each adding something that the others lack. */
export function selectSentences({
  hits,
  phrases,
  background,
  accepts = () => true,
  wish,
  limit,
}: {
  hits: readonly Hit[];
  phrases: readonly string[];
  background: readonly string[];
  /** What a sentence and the headings above it must hold to be taken. */
  accepts?: (text: string, headings: string) => boolean;
  wish: SentenceWish;
  limit: number;
}): ChosenSentence[] {
  const terms = queryTerms(phrases, background);
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const scored = hits.flatMap((hit, order) => scoreHit({ hit, order, terms, total, wish, hits }));
  const open = scored.filter(({ passage, text }) => accepts(text, passage.sectionPath.join(' ')));
  const chosen: Scored[] = [];
  const covered = new Set<string>();
  while (chosen.length < limit) {
    const best = bestAddition(open, chosen, covered, terms, total);
    if (!best) break;
    chosen.push(best);
    for (const word of best.held) covered.add(word);
  }
  return chosen.map(({ passage, text, coverage }) => ({ passage, text, coverage }));
}

function scoreHit({
  hit,
  order,
  terms,
  total,
  wish,
  hits,
}: {
  hit: Hit;
  order: number;
  terms: readonly QueryTerm[];
  total: number;
  wish: SentenceWish;
  hits: readonly Hit[];
}): Scored[] {
  const heading = foldText(hit.passage.sectionPath.join(' ')).replace(/\s+/g, '');
  const share = hit.score / Math.max(hits[0]?.score ?? 1, 1e-9);
  return splitSentences(hit.passage.text)
    .filter((sentence) => !isHeading(sentence, hit.passage))
    .map((sentence) => {
      const text = cutToLength(sentence.text, terms);
      const folded = foldText(text).replace(/\s+/g, '');
      const held = new Set(terms.filter((term) => holds(folded, term)).map((term) => term.word));
      const inHeading = terms.filter((term) => !held.has(term.word) && holds(heading, term));
      const own = weigh(terms, held) / total;
      const coverage = own + (headingShare * inHeading.reduce((sum, term) => sum + term.weight, 0)) / total;
      const fit = sentenceFit(text, wish);
      return { passage: hit.passage, text, coverage, held, order, score: coverage + 0.25 * share + fit };
    });
}

/** A title that stands in the text of several short sections. */
const numberedTitle = /^第[一二三四五六七八九十百]+[篇章节部分][^。；：]*$/;
/** The title of a picture says nothing of what it shows. */
const caption = /^图\s*\d{1,2}/;

function isHeading(sentence: Sentence, passage: Passage): boolean {
  const text = sentence.text.replace(/\s+/g, '');
  const isTableHead =
    passage.kind === 'table' &&
    /\t/.test(sentence.text) &&
    sentence.paragraph <= 2 &&
    !/\d[\d.]*(?:\t|$)/.test(sentence.text);
  if (isTableHead) return true;
  return (
    passage.sectionPath.some((title) => title.replace(/\s+/g, '') === text) ||
    text.length < 6 ||
    numberedTitle.test(text) ||
    caption.test(text)
  );
}

function holds(text: string, term: QueryTerm): boolean {
  return text.includes(term.word) || term.alternatives.some((other) => text.includes(other));
}

function weigh(terms: readonly QueryTerm[], words: ReadonlySet<string>): number {
  return terms.reduce((sum, term) => sum + (words.has(term.word) ? term.weight : 0), 0);
}

function bestAddition(
  scored: readonly Scored[],
  chosen: readonly Scored[],
  covered: ReadonlySet<string>,
  terms: readonly QueryTerm[],
  total: number,
): Scored | undefined {
  const [first] = chosen;
  const open = scored.filter((one) => !chosen.some((other) => other.text === one.text));
  const ranked = open
    .map((one) => {
      const fresh = new Set([...one.held].filter((word) => !covered.has(word)));
      const gain = weigh(terms, fresh) / total;
      return { one, gain, value: first ? gain + 0.3 * one.score : one.score };
    })
    .filter(({ one, gain }) => !first || (gain >= 0.12 && one.score >= first.score * 0.45))
    .sort((a, b) => b.value - a.value || a.one.order - b.one.order);
  return ranked[0]?.one;
}

/** The run of clauses around the ones that hold most of the question, up to the length limit. */
function cutToLength(sentence: string, terms: readonly QueryTerm[]): string {
  if (sentence.length <= longestSentence) return sentence;
  const clauses = sentence.split(/(?<=[，；、：])/);
  let best = { text: sentence.slice(0, longestSentence), weight: -1 };
  for (let from = 0; from < clauses.length; from += 1) {
    let text = '';
    for (
      let to = from;
      to < clauses.length && text.length + (clauses[to]?.length ?? 0) <= longestSentence;
      to += 1
    )
      text += clauses[to];
    const held = new Set(terms.filter((term) => holds(foldText(text), term)).map((term) => term.word));
    const weight = weigh(terms, held);
    if (weight > best.weight) best = { text, weight };
  }
  return best.text.replace(/[，；、：]$/, '');
}
