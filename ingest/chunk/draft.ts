import type { Passage } from '../../src/records.js';

/** A stretch of a plan's text that is not cut before a passage is made of it. */
export interface Piece {
  text: string;
  lines: [number, number];
  page: number | null;
}

/** A passage to be: its pieces in reading order. */
export interface PassageDraft {
  sectionPath: string[];
  kind: Passage['kind'];
  pieces: Piece[];
}
