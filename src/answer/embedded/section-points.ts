import type { Passage } from '../../records.js';
import { splitSentences } from '../sentences.js';
import { isGlossary } from './is-glossary.js';
import { titledLines } from './line-titles.js';

/** A paragraph, or an item inside one, with the headings above it. */
export interface Point {
  path: string[];
  /** The title of its own that the paragraph opens with (加强统筹协调。…). */
  lead?: string;
  /** Of an item inside a paragraph: what introduces the items (存在不少短板：). */
  intro?: string;
  text: string;
  passage: Passage;
}

/** Items inside a paragraph: 一是…二是…, （1）…, ①…, each a point of its own. */
const itemStart = /(?=(?:[一二三四五六七八九十]是(?!否)|[（(]\d{1,2}[）)](?!项|条|款)|[①-⑳]))/;
/** What a paragraph opens with where it has a title of its own. */
const leadTitle = /^(?:\d{1,2}[．.、]\s*)?[^。；：，\s]{3,26}(?=[。：].)/;
const shortestPoint = 12;
/** Bodies in charge say who, not what. */
const bodiesAfter =
  /[（(](?:责任|牵头)(?:单位|部门)[:：](?:[^（()）]|[（(][^（()）]*[）)])*(?:[）)]。?)?$|[（(][^（()）。；]{2,90}(?:[局委办厅部会]|公司|集团|政府|支队|海关|中心)(?:[^（()）、]{0,8}(?:牵头|负责|配合))?[）)]。?$/;
const bodiesOnly = /^[（(]?(?:责任|牵头|协助|配合|主管)(?:单位|部门)[:：][^。]*[）)。]?$/;
/** … in a sentence of its own at the end of a point. */
const bodiesSentence = /(?:责任|牵头)(?:单位|部门)[:：][^。]*。?$/;

/** The points of a plan in order, each with its full path: titles of short sections that share a passage among them. */
export function pointsOf(passages: readonly Passage[]): Point[] {
  return passages
    .filter(({ kind, sectionPath }) => kind === 'text' && !isGlossary(sectionPath))
    .flatMap((passage) => {
      const points = known.get(passage) ?? pointsOfPassage(passage);
      known.set(passage, points);
      return points;
    });
}

/** An answer looks at the same passages several times, and so does the next. */
const known = new WeakMap<Passage, Point[]>();

function pointsOfPassage(passage: Passage): Point[] {
  return titledLines(withoutCopies(passage.text), passage.sectionPath).flatMap(({ titles, line }) => {
    const path = [...passage.sectionPath, ...titles];
    const lead = leadTitle.exec(line)?.[0];
    const parts = line.split(itemStart).map((text) => withoutBodies(text.trim()));
    const intro = /[^。]*[：:]$/.exec(parts[0] ?? '')?.[0];
    return parts
      .map((text, at) => ({
        path,
        ...(lead === undefined ? {} : { lead }),
        ...(intro === undefined || at === 0 ? {} : { intro }),
        text,
        passage,
      }))
      .filter(({ text }) => text.length >= shortestPoint && !bodiesOnly.test(text));
  });
}

/** To whom a document goes stands at its end, under whatever section is the last. */
function withoutCopies(text: string): string {
  const at = text.search(/(?:^|\n)\s*(?:抄送|主送|抄报)[:：]/);
  return at < 0 ? text : text.slice(0, at);
}

/** A point without who is in charge of it, where that stands at its end. */
export function withoutBodies(text: string): string {
  const rest = text.replace(bodiesAfter, '').trimEnd().replace(bodiesSentence, '').trimEnd();
  return rest === '' ? text : rest;
}

/**
 * As many whole sentences of each point as its part of the budget allows, the first at least; long points
 * get more of the room than short ones.
 */
export function condense(points: readonly Point[], budget: number): Point[] {
  const total = points.reduce((sum, { text }) => sum + text.length, 0) || 1;
  return points.map((point) => {
    const room = Math.max(leastRoom, Math.floor((budget * point.text.length) / total));
    return { ...point, text: leadOf(point.text, room) };
  });
}

const leastRoom = 40;
const longestLead = 120;

function leadOf(text: string, room: number): string {
  const sentences = splitSentences(text).map((sentence) => sentence.text);
  let lead = '';
  for (const sentence of sentences) {
    const isFirst = lead === '';
    // A title of its own (健全引才机制。) takes what it heads along.
    const isTitle = lead.length > 0 && lead.length < 24;
    if (!isFirst && !isTitle && lead.length + sentence.length > room) break;
    const next = `${lead}${sentence}`;
    if (!text.startsWith(next)) break;
    lead = next;
  }
  return lead.length <= Math.max(room, longestLead) ? lead : shorten(lead, Math.max(room, longestLead));
}

/** A long sentence ends at the last clause that fits, so that no clause is cut in half. */
function shorten(sentence: string, room: number): string {
  let text = '';
  for (const clause of sentence.split(/(?<=[，；])/)) {
    if (text !== '' && text.length + clause.length > room) break;
    text += clause;
  }
  return text.replace(/[，；]$/, '');
}

/** The sentences of paragraphs as points of their own; a title (加强统筹协调。) stays with what it heads. */
export function inSentences(points: readonly Point[]): Point[] {
  return points.flatMap((point) => {
    const parts: string[] = [];
    for (const { text } of splitSentences(point.text)) {
      const before = parts.at(-1);
      const joined = `${before ?? ''}${text}`;
      if (before !== undefined && before.length < shortestSentence && point.text.includes(joined))
        parts[parts.length - 1] = joined;
      else parts.push(text);
    }
    return parts.map((text) => ({ ...point, text }));
  });
}

const shortestSentence = 24;

/** As many points as fit, in their order: the first of each group before the second of any. */
export function inTurn(points: readonly Point[], most: number, groupOf: (point: Point) => string): Point[] {
  const turns = new Map<string, number>();
  const ranked = points.map((point, at) => {
    const group = groupOf(point);
    const turn = turns.get(group) ?? 0;
    turns.set(group, turn + 1);
    return { point, at, turn };
  });
  return ranked
    .sort((a, b) => a.turn - b.turn || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ point }) => point);
}
