import { cutWords, foldText } from '../../../models/cut-words.js';
import type { Indicator } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Evidence } from '../evidence.js';
import terms from './calculation-terms.json' with { type: 'json' };
import { isShortFor } from './is-short-for.js';

/** Further down, a passage is about something else. */
const mostPassages = 5;
const unnamed = new Set(terms.unnamed);
const number = /^[\d.,%]+/;

/** Figures of the passages that answer the question best, those of one passage together, the best first. */
export function rowsOfPassages({ hits, collection }: Pick<Evidence, 'hits' | 'collection'>): Indicator[][] {
  const ids = [...new Set(hits.slice(0, mostPassages).map(({ passage }) => passage.passageId))];
  return ids
    .map((id) => collection.filter((row) => row.passageId === id && row.value !== null && !row.valueMax))
    .filter((rows) => rows.length > 0);
}

/** How well words of the question name a figure. */
export interface Naming {
  row: Indicator;
  /** Share of the words' weight that the figure's name and place hold. */
  said: number;
  /** Share of the figure's name that the words hold. */
  exact: number;
}

/** The figures in the order of how well a text names them. */
export function namings(text: string, rows: readonly Indicator[]): Naming[] {
  const words = queryTerms([text]).filter(({ word }) => !number.test(word) && !unnamed.has(word));
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const folded = plain(text);
  return rows
    .map((row) => {
      const name = plain([row.name, row.canonicalName, row.scope ?? ''].join(' '));
      const held = words.filter(
        ({ word, alternatives }) => name.includes(word) || alternatives.some((other) => name.includes(other)),
      );
      const weight = held.reduce((sum, one) => sum + one.weight, 0);
      const said = isShortFor(folded, plain(`${row.scope ?? ''}${row.name}`))
        ? 1
        : total === 0
          ? 0
          : weight / total;
      return { row, said, exact: exactness(folded, row) };
    })
    .sort((a, b) => b.said - a.said || b.exact - a.exact);
}

function exactness(text: string, { name }: Indicator): number {
  const words = cutWords(name);
  return words.filter((word) => text.includes(plain(word))).length / (words.length || 1);
}

function plain(text: string): string {
  return foldText(text).replace(/\s+/g, '');
}
