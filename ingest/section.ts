import type { Block } from './blocks.js';
import type { HeadingMark } from './outline.js';
import type { Responsibility } from './responsibilities.js';

/** A node of a plan's outline with the text that stands directly under it. */
export interface Section {
  title: string;
  /** Titles from the top down to this one; empty for what stands before the first heading. */
  path: string[];
  level: number;
  kind: HeadingMark['kind'] | 'preamble';
  blocks: Block[];
  lines: [number, number];
  page: number | null;
  /** Who is to do what the section says, where it says so: 责任单位：…, （牵头单位：…）. */
  responsible: Responsibility[];
}
