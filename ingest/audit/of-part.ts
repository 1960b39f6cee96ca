import type { Indicator } from '../../src/records.js';
import words from './audit-words.json' with { type: 'json' };

const ofPlaces = new RegExp(words.ofPlaces);
/** Names that say so little are of whatever the section is about. */
const tellingName = 8;

const ofSome = new RegExp(words.ofSome);
const looksBack = new RegExp(words.looksBack);

/**
 * Whether a figure in a sentence is of less than the whole plan: it stands where the plan goes through its
 * districts or parks, after 其中, behind a few model projects that its clause counts, or where the plan looks back
 * and yet was read as a target.
 */
export function isOfPart(row: Indicator): boolean {
  if (row.source !== 'prose') return false;
  const before = row.quote.slice(0, Math.max(0, row.quote.indexOf(row.text)));
  return (
    row.sectionPath.some((title) => ofPlaces.test(title)) ||
    ofSome.test(before) ||
    (row.kind === 'target' && row.sectionPath.some((title) => looksBack.test(title)))
  );
}

/** Sentences of one section's paragraphs, or of sections side by side, speak of different things in like words. */
export function areSideBySide(a: Indicator, b: Indicator): boolean {
  if (a.source !== 'prose' || b.source !== 'prose') return false;
  const [parent, other] = [a, b].map(({ sectionPath }) => sectionPath.slice(0, -1).join('\n'));
  const isSame = a.sectionPath.join('\n') === b.sectionPath.join('\n');
  return isSame || (parent === other && parent !== '' && a.name.length < tellingName);
}
