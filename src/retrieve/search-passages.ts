import { cutWords } from '../models/cut-words.js';
import type { Embedder } from '../models/embedder.js';
import type { Hit, Store } from '../store/open-store.js';
import { queryTerms } from './query-terms.js';
import { type Candidate, rankCandidates } from './rank.js';

/** Candidates that each search hands to the ranking. */
const textCandidates = 80;
const headCandidates = 40;
const vectorCandidates = 20;
/** With so many passages found by their words, vectors add none that would come first. */
const enoughText = 40;

export interface PassageQuery {
  /** What to search for, in the plans' language: the question without plan names, indicator names … */
  phrases: readonly string[];
  /** Words of the titles of the plans searched. */
  background: readonly string[];
  planIds: readonly string[];
  /** Numbered parts of a plan whose passages come first. */
  parts: readonly string[];
  years: readonly number[];
  wantsFigures: boolean;
  limit: number;
}

/**
 * Finds the passages that bear on a question: full text over cut words (text and section path) and vectors
 * give candidates, which are ranked by how much of the question they hold.
 */
export async function searchPassages(
  { store, embedder }: { store: Store; embedder: Embedder },
  { phrases, background, planIds, years, parts, wantsFigures, limit }: PassageQuery,
): Promise<Hit[]> {
  const terms = queryTerms(phrases, background);
  const words = [
    ...new Set([...terms.flatMap((term) => [term.word, ...term.alternatives]), ...parts.flatMap(cutWords)]),
  ];
  if (words.length === 0) return [];
  const [text, head] = await Promise.all([
    store.searchWords({ column: 'words', words, planIds, limit: textCandidates }),
    store.searchWords({ column: 'head_words', words, planIds, limit: headCandidates }),
  ]);
  // Words find more in Chinese plans than hashed vectors do; these fill the gap where words find little.
  const isFull = embedder.fillsGaps === true && text.length >= enoughText;
  const near = isFull ? [] : await nearest({ store, embedder }, phrases, planIds);
  const ranked = rankCandidates(merge(text, head, near), { terms, phrases, years, parts, wantsFigures });
  return ranked.slice(0, limit);
}

async function nearest(
  { store, embedder }: { store: Store; embedder: Embedder },
  phrases: readonly string[],
  planIds: readonly string[],
): Promise<Hit[]> {
  const [vector = []] = await embedder.embed([phrases.join(' ')]);
  return store.searchVector({ vector, planIds, limit: vectorCandidates });
}

function merge(text: readonly Hit[], head: readonly Hit[], near: readonly Hit[]): Candidate[] {
  const byId = new Map<string, Candidate>();
  const candidate = ({ passage }: Hit): Candidate => {
    const known = byId.get(passage.passageId) ?? { passage, textScore: 0, headScore: 0, vectorScore: 0 };
    byId.set(passage.passageId, known);
    return known;
  };
  for (const hit of text) candidate(hit).textScore = hit.score;
  for (const hit of head) candidate(hit).headScore = hit.score;
  for (const hit of near) candidate(hit).vectorScore = hit.score;
  return [...byId.values()];
}
