import { foldText } from '../../models/cut-words.js';
import type { Passage } from '../../records.js';
import type { QueryTerm } from '../../retrieve/query-terms.js';
import { titleShare } from '../../retrieve/title-share.js';
import type { Hit } from '../../store/open-store.js';
import { compact, splitSentences } from '../sentences.js';

/** A paragraph, or an item inside one, with the headings above it. */
export interface Point {
  path: string[];
  text: string;
  passage: Passage;
}

/** Items inside a paragraph: 一是…二是…, （1）…, ①…, each a point of its own. */
const itemStart = /(?=(?:[一二三四五六七八九十]是(?!否)|[（(]\d{1,2}[）)](?!项|条|款)|[①-⑳]))/;
const numberedTitle =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[．.、](?!\d))\s*[^。；：]{2,38}$/;
const shortestPoint = 12;
/** Bodies in charge say who, not what. */
const bodiesOnly = /^[（(]?(?:责任|牵头|协助|配合|主管)(?:单位|部门)[:：][^。]*[）)。]?$/;
const hitsLookedAt = 6;
/** A section is meant when the question says a good part of its title, its title of the question, and both together this. */
const leastEach = 0.28;
const leastBoth = 0.85;
/** A section fits about as well as the best. */
const nearBest = 0.8;

/** The points of a plan in order, each with its full path: titles of short sections that share a passage among them. */
export function pointsOf(passages: readonly Passage[]): Point[] {
  return passages.filter((passage) => passage.kind === 'text').flatMap(pointsOfPassage);
}

function pointsOfPassage(passage: Passage): Point[] {
  const own = new Set(passage.sectionPath.map(compact));
  let title: string | undefined;
  return passage.text.split('\n').flatMap((line) => {
    if (own.has(compact(line))) return [];
    if (numberedTitle.test(line.trim())) {
      title = line.trim();
      return [];
    }
    const path = title === undefined ? passage.sectionPath : [...passage.sectionPath, title];
    return line
      .split(itemStart)
      .map((text) => ({ path, text: text.trim(), passage }))
      .filter(({ text }) => text.length >= shortestPoint && !bodiesOnly.test(text));
  });
}

/**
 * The section that a question is about, by its headings: the one of which the question says most, and that
 * says most of the question, among those of the best hits. Undefined when no heading is clearly meant.
 */
export function sectionMeant(
  hits: readonly Hit[],
  points: readonly Point[],
  terms: readonly QueryTerm[],
): { planId: string; path: string[] } | undefined {
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const paths = new Map<string, { planId: string; path: string[]; rank: number }>();
  for (const [rank, { passage }] of hits.slice(0, hitsLookedAt).entries()) {
    const inside = points.filter((point) => point.passage.passageId === passage.passageId);
    for (const path of [passage.sectionPath, ...inside.map((point) => point.path)])
      for (let depth = 1; depth <= path.length; depth += 1) {
        const prefix = path.slice(0, depth);
        const key = [passage.planId, ...prefix].join('\n');
        if (!paths.has(key)) paths.set(key, { planId: passage.planId, path: prefix, rank });
      }
  }
  const scored = [...paths.values()].map((one) => ({ ...one, ...fitOf(one.path, terms, total) }));
  const meant = scored
    .filter(({ title, said }) => Math.min(title, said) >= leastEach && title + said >= leastBoth)
    .sort((a, b) => b.title + b.said - b.rank * 0.05 - (a.title + a.said - a.rank * 0.05));
  const [best] = meant;
  if (!best) return undefined;
  const parent = best.path.slice(0, -1);
  const siblings = meant.filter(
    (one) =>
      one.path.length === best.path.length &&
      one.planId === best.planId &&
      parent.every((title, at) => one.path[at] === title) &&
      one.title + one.said >= (best.title + best.said) * nearBest,
  );
  // Where the question fits several sections next to each other, it means what they stand under.
  return { planId: best.planId, path: siblings.length > 1 && parent.length > 0 ? parent : best.path };
}

function fitOf(path: readonly string[], terms: readonly QueryTerm[], total: number) {
  const last = path.at(-1) ?? '';
  const text = foldText(last).replace(/\s+/g, '');
  const said = terms
    .filter((term) => [term.word, ...term.alternatives].some((word) => text.includes(word)))
    .reduce((sum, term) => sum + term.weight, 0);
  return { title: titleShare(last, terms), said: said / total };
}

/** The points under a section. */
export function pointsUnder(
  points: readonly Point[],
  { planId, path }: { planId: string; path: readonly string[] },
): Point[] {
  return points.filter(
    (point) => point.passage.planId === planId && path.every((title, at) => point.path[at] === title),
  );
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
