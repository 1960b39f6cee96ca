import type { Passage } from '../../src/records.js';
import type { Figure } from './figure.js';

/** Where a figure stands: its passage and the words to quote from it. */
export interface Place {
  passage: Passage;
  quote: string;
  offset: number;
}

const longestQuote = 200;

/** Finds the passage that a figure stands in by the lines of its block and the words to quote. */
export function createLocator(passages: readonly Passage[]): (figure: Figure) => Place | undefined {
  const byLine = new Map<number, Passage[]>();
  for (const passage of passages)
    for (let line = passage.lines[0]; line <= passage.lines[1]; line += 1)
      byLine.set(line, [...(byLine.get(line) ?? []), passage]);
  return (figure) => {
    const near = new Set<Passage>();
    for (let line = figure.lines[0]; line <= figure.lines[1]; line += 1)
      for (const passage of byLine.get(line) ?? []) near.add(passage);
    return placeIn([...near], figure);
  };
}

function placeIn(passages: readonly Passage[], { quotes, source }: Figure): Place | undefined {
  const tablesFirst = [...passages].sort((a, b) => a.kind.localeCompare(b.kind));
  const ordered = source === 'table' ? tablesFirst : passages;
  for (const quote of quotes) {
    if (quote === '' || quote.length > longestQuote) continue;
    for (const passage of ordered) {
      const offset = passage.text.indexOf(quote);
      if (offset >= 0) return { passage, quote, offset };
    }
  }
  return undefined;
}
