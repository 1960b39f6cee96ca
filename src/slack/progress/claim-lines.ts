import type { Answer } from '../../records.js';
import { escapeMarkdown } from '../views/escape.js';

/** Gives the claims that are new since the last call, as Markdown with the numbers of their sources. */
export function createClaimLines(): (answer: Answer) => string {
  const shown = new Set<string>();
  return ({ claims }) => {
    const fresh = claims.filter(({ text }) => !shown.has(text));
    for (const { text } of fresh) shown.add(text);
    return fresh
      .map(({ text, citations }) => `- ${escapeMarkdown(text.replace(/\s+/g, ' '))}${numbers(citations)}\n`)
      .join('');
  };
}

function numbers(citations: readonly number[]): string {
  return citations.map((n) => ` [${n}]`).join('');
}
