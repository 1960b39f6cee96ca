import type { Block } from './blocks.js';
import rules from './items.json' with { type: 'json' };
import { chineseOrdinal, numberingOf } from './parse/numbering.js';

/** An item of an enumeration, with what marks it: 一是, ②, （3）, ——. */
export interface Item {
  mark: string;
  text: string;
}

const styles = rules.styles.map(({ pattern }) => new RegExp(pattern, 'g'));
const bullet = new RegExp(rules.bullets);

const responsible =
  /[（(][^（()）]{0,12}(?:单位|部门|主体|领导)[:：](?:[^（()）]|[（(][^（()）]*[）)])*[）)]。?$/;

interface Mark {
  mark: string;
  number: number;
  start: number;
  end: number;
}

/** The items that a section's text enumerates, in reading order: inside its paragraphs, or a paragraph each. */
export function itemsIn(blocks: readonly Block[]): Item[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const inside = inlineItems(block.text);
    return inside.length > 0 ? inside : ownItem(block.text);
  });
}

/** The longest enumeration of a paragraph; one that stands inside its items is theirs. */
function inlineItems(text: string): Item[] {
  const runs = styles.map((style) => runOf(text, style)).filter((run) => run.length > 1);
  const [outer] = runs.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  if (!outer) return [];
  const between = text.slice(outer[0]?.end, outer.at(-1)?.start);
  return outer.map(({ mark, end }, at) => {
    const next = outer[at + 1];
    const rest = text.slice(end, next?.start);
    // Items that commas and semicolons part are one sentence, which the last one ends.
    const stop = next || between.includes('。') ? -1 : rest.indexOf('。');
    return { mark, text: trimmed(stop < 0 ? rest : rest.slice(0, stop + 1)) };
  });
}

/** Marks of one style that count up from one. */
function runOf(text: string, style: RegExp): Mark[] {
  const run: Mark[] = [];
  let word = '';
  for (const { 0: mark, 1: ordinal = '', 2: rest = '', index } of text.matchAll(style)) {
    const number = chineseOrdinal(ordinal === '' ? rest : ordinal);
    const isSame = run.length === 0 || ordinal === '' || rest === word;
    if (number !== run.length + 1 || !isSame) continue;
    word = rest;
    run.push({ mark, number, start: index, end: index + mark.length });
  }
  return run;
}

/** A paragraph that is an item by itself. */
function ownItem(text: string): Item[] {
  const length = numberingOf(text)?.length ?? 0;
  const mark = length > 0 ? text.slice(0, length) : (bullet.exec(text)?.[0] ?? '');
  const rest = trimmed(text.slice(mark.length));
  return mark === '' || rest === '' ? [] : [{ mark: mark.trim(), text: rest }];
}

/** Without the marks that join items, and without the bracket at the end that says who is responsible. */
function trimmed(text: string): string {
  return text
    .trim()
    .replace(/^[，、：:]\s*|[，、；;]$/g, '')
    .replace(responsible, '');
}
