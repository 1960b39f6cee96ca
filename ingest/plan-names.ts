import { tagWords } from '../src/models/cut-words.js';
import words from './plan-record.json' with { type: 'json' };

const suffixes = words.placeSuffixes.join('|');
const suffix = new RegExp(`(?:${suffixes})$`);
const noise = new Set(words.placeNoise);
/** Marks that no word reaches across. */
const clauseEnds = /[，。；：、！？（）“”《》\s]+/;
/** Where a place may end; the words that end in the same way (城市, 园区) are none. */
const placeEnd = new RegExp(`[一-鿿]{2}(?:${suffixes})(?<!${words.placeNoise.join('|')})`);
/** A place belongs to the plan when it is spoken of this often, and not much less often than the first. */
const leastMentions = 4;
const leastShare = 0.1;

/** The administrative places that a text speaks of, most often first, in full (东岭区) form. */
export function namePlaces(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  // Tagging takes far longer than looking for what may be a place.
  for (const clause of texts.flatMap((text) => text.split(clauseEnds))) {
    if (!placeEnd.test(clause)) continue;
    const tagged = tagWords(clause);
    for (const [at, { word, tag }] of tagged.entries()) {
      const next = tagged[at + 1]?.word ?? '';
      const name = suffix.test(word) || !suffix.test(next) || next.length > 1 ? word : word + next;
      if (tag === 'ns' && name.length >= 3 && suffix.test(name) && !isNoise(name))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const most = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, count]) => count >= Math.max(leastMentions, most * leastShare))
    .map(([name]) => name)
    .slice(0, 8);
}

function isNoise(name: string): boolean {
  return noise.has(name) || [...noise].some((word) => name.endsWith(word)) || /^[的了全各本我该]/.test(name);
}
