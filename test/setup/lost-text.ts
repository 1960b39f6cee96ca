import { cleanLines } from '../../ingest/parse/clean-lines.js';
import type { ReadPlan } from './read-plan.js';

/** How often each character that is not blank stands in a text. */
function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of text.replace(/\s/g, '')) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Characters of `text` that stand in `whole` less often; a heading's full stop is not part of its title. */
export function missing(text: string, whole: string): string[] {
  const held = characters(whole);
  return [...characters(text)]
    .filter(([one, count]) => count > (held.get(one) ?? 0) && one !== '。')
    .map(([one]) => one);
}

export function passageText({ passages }: ReadPlan): string {
  return passages.map((passage) => passage.text).join('\n');
}

/** Passages with a word that does not stand on the lines that they name. */
export function misplaced({ passages }: ReadPlan, source: string): string[] {
  const lines = cleanLines(source);
  return passages.flatMap(({ text, lines: [first, last] }) => {
    const named = lines.filter(({ number }) => number >= first && number <= last);
    return missing(text, named.map((line) => line.text).join('')).length > 0 ? [text] : [];
  });
}
