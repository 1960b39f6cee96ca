import type { Passage } from '../records.js';
import type { DraftClaim } from './draft.js';

/** A plan's own words as a claim: `text` stands word for word in the passage. */
export function quotedClaim(text: string, passage: Passage): DraftClaim {
  return { text, support: [{ passage, quote: text }], indicators: [], calculations: [], counts: [] };
}
