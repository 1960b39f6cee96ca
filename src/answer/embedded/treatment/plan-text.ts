import type { Passage } from '../../../records.js';
import { splitSentences } from '../../sentences.js';
import { type Point, pointsOf } from '../section-points.js';
import { plainText } from '../share-said.js';

/** A sentence of a plan with the headings above it, ready to be compared. */
export interface Unit {
  point: Point;
  text: string;
  plain: string;
  /** Headings from the top down: of the sections, the paragraph's own title, what introduces its items. */
  heads: readonly string[];
  /** The same by their place among all headings of the plan. */
  titles: readonly number[];
}

/** A section of a plan, or a paragraph with a title of its own, and its sentences by their place among all. */
export interface PlanNode {
  heads: readonly string[];
  /** Its own heading, by its place among all. */
  title: number;
  units: number[];
}

/** The text of a plan, cut into sentences and sections. */
export interface PlanText {
  units: readonly Unit[];
  nodes: readonly PlanNode[];
  /** Every heading once, ready to be compared. */
  titles: readonly string[];
}

/** Passages stay the same from one question to the next. */
const known = new WeakMap<Passage, { passages: number; text: PlanText }>();

/** The sentences of the text passages of one plan in order, and every section and titled paragraph that they stand in. */
export function readPlanText(passages: readonly Passage[]): PlanText {
  const [first] = passages;
  const kept = first && known.get(first);
  if (kept && kept.passages === passages.length) return kept.text;
  const titles = new Map<string, number>();
  const units = pointsOf(passages).flatMap((point) => unitsOfPoint(point, titles));
  const text = { units, nodes: nodesOf(units), titles: [...titles.keys()] };
  if (first) known.set(first, { passages: passages.length, text });
  return text;
}

function nodesOf(units: readonly Unit[]): PlanNode[] {
  const nodes = new Map<string, PlanNode>();
  for (const [at, { heads, titles }] of units.entries())
    for (let depth = 1; depth <= heads.length; depth += 1) {
      const key = titles.slice(0, depth).join(' ');
      const node = nodes.get(key) ?? {
        heads: heads.slice(0, depth),
        title: titles[depth - 1] ?? 0,
        units: [],
      };
      node.units.push(at);
      nodes.set(key, node);
    }
  return [...nodes.values()];
}

function unitsOfPoint(point: Point, known: Map<string, number>): Unit[] {
  const { path, lead, intro, text } = point;
  const own = [lead, intro].filter((one) => one !== undefined && !isSame(one, path.at(-1)));
  const heads = [...path, ...own.flatMap((one) => one ?? [])];
  const titles = heads.map((head) => {
    const plain = plainText(head);
    if (!known.has(plain)) known.set(plain, known.size);
    return known.get(plain) ?? 0;
  });
  return sentencesOf(point, text)
    .filter((sentence) => !isRow(sentence))
    .map((sentence) => ({ point, text: sentence, plain: plainText(sentence), heads, titles }));
}

/** The sentences of a point; the title that it opens with (补齐短板。) stays with what it heads. */
function sentencesOf({ lead }: Point, text: string): string[] {
  const [first, second, ...rest] = splitSentences(text);
  if (!first) return [];
  const isTitle = lead !== undefined && isSame(first.text.replace(/[。：]$/, ''), lead);
  if (!isTitle) return [first, ...(second ? [second] : []), ...rest].map((one) => one.text);
  if (!second) return [];
  const joined = text.slice(first.start, second.start + second.text.length);
  return [joined, ...rest.map((one) => one.text)];
}

function isSame(one: string, other: string | undefined): boolean {
  return other !== undefined && plainText(one) === plainText(other);
}

/** A row of a table that was set with blanks. */
function isRow(text: string): boolean {
  return text.split(/\t|\s{2,}/).length >= 4;
}
