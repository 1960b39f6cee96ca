import type { Indicator } from '../../src/records.js';
import words from './audit-words.json' with { type: 'json' };

const ofPlaces = new RegExp(words.ofPlaces);
/** Names that say so little are of whatever the section is about. */
const tellingName = 8;

/** Whether a sentence stands where a plan goes through its districts or parks: its figures are one of theirs. */
export function isOfPart({ source, sectionPath }: Indicator): boolean {
  return source === 'prose' && sectionPath.some((title) => ofPlaces.test(title));
}

/** Sentences of one section's paragraphs, or of sections side by side, speak of different things in like words. */
export function areSideBySide(a: Indicator, b: Indicator): boolean {
  if (a.source !== 'prose' || b.source !== 'prose') return false;
  const [parent, other] = [a, b].map(({ sectionPath }) => sectionPath.slice(0, -1).join('\n'));
  const isSame = a.sectionPath.join('\n') === b.sectionPath.join('\n');
  return isSame || (parent === other && parent !== '' && a.name.length < tellingName);
}
