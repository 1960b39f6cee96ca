import { foldText } from '../../models/cut-words.js';
import { type QueryTerm, queryTerms } from '../../retrieve/query-terms.js';
import { titleShare } from '../../retrieve/title-share.js';
import type { Hit } from '../../store/open-store.js';
import { splitSentences } from '../sentences.js';
import { type TitledLine, titledLines } from './line-titles.js';
import type { ChosenSentence } from './select-sentences.js';

/** Items inside a paragraph: 一是…二是…, （1）…, ①…, each a point of its own. */
const itemStart = /(?=(?:[一二三四五六七八九十]是|[（(]\d+[）)]|[①-⑳]))/;
const shortestPoint = 8;
const longestPoint = 120;
/** A title of which the question says this share is the one it means. */
const clearTitle = 0.5;

/**
 * The points that passages make, in order: the first sentence of each paragraph, and of each numbered item
 * inside one, as many as the budget of characters allows. Where it does not allow all, those nearest to the
 * question stay.
 */
export function leadSentences({
  hits,
  phrases,
  background,
  budget,
}: {
  hits: readonly Hit[];
  phrases: readonly string[];
  background: readonly string[];
  budget: number;
}): ChosenSentence[] {
  const terms = queryTerms(phrases, background);
  // Rows of a table are no points of a text; they stand where there is nothing else.
  const texts = hits.filter((hit) => hit.passage.kind === 'text');
  const points = (texts.length > 0 ? texts : hits).flatMap((hit, hitOrder) =>
    pointsIn(hit, terms).map((text, order) => {
      const folded = foldText(text);
      const held = terms.filter(
        (term) => folded.includes(term.word) || term.alternatives.some((one) => folded.includes(one)),
      );
      const coverage = held.reduce((sum, term) => sum + term.weight, 0);
      return {
        passage: hit.passage,
        text,
        coverage,
        value: coverage + hit.score * 10 - order * 0.5,
        place: hitOrder * 1000 + order,
      };
    }),
  );
  const kept = new Set<(typeof points)[number]>();
  let used = 0;
  for (const point of [...points].sort((a, b) => b.value - a.value)) {
    if (used + point.text.length > budget) continue;
    kept.add(point);
    used += point.text.length + 6;
  }
  return points.filter((point) => kept.has(point)).sort((a, b) => a.place - b.place);
}

function pointsIn({ passage }: Hit, terms: readonly QueryTerm[]): string[] {
  if (passage.kind === 'table') return rowsIn(passage.text);
  const seen = new Set<string>();
  return linesAsked(titledLines(passage.text, passage.sectionPath), terms)
    .flatMap(({ line }) => line.split(itemStart).flatMap(leadOf))
    .filter((text) => text.length >= shortestPoint && !seen.has(text) && seen.add(text));
}

/** The rows of a table without its title and its head. */
function rowsIn(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.includes('\t'));
  return lines.filter((line, at) => line.length >= shortestPoint && (at > 1 || /\d/.test(line)));
}

/** Of a passage of several short sections, the lines under the title that the question means. */
function linesAsked(lines: readonly TitledLine[], terms: readonly QueryTerm[]): readonly TitledLine[] {
  const shares = lines.map(({ titles }) => Math.max(0, ...titles.map((title) => titleShare(title, terms))));
  const best = Math.max(0, ...shares);
  const isOneSection = new Set(lines.map(({ titles }) => titles.join('\n'))).size < 2;
  return isOneSection || best < clearTitle ? lines : lines.filter((_, at) => shares[at] === best);
}

/** The first sentence; a bare title takes the sentence after it along. */
function leadOf(paragraph: string): string[] {
  const sentences = splitSentences(paragraph).map((sentence) => sentence.text);
  const [first = '', second] = sentences;
  const lead =
    first.length < 24 && second && first.length + second.length <= longestPoint ? first + second : first;
  return [lead.length <= longestPoint ? lead : shorten(lead)];
}

/** A long sentence ends at the last clause that fits, so that no clause is cut in half. */
function shorten(sentence: string): string {
  const clauses = sentence.split(/(?<=[，；])/);
  let text = '';
  for (const clause of clauses) {
    if (text !== '' && text.length + clause.length > longestPoint) break;
    text += clause;
  }
  return text.replace(/[，；]$/, '');
}
