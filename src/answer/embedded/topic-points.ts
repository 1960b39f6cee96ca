import type { Passage } from '../../records.js';
import { splitSentences } from '../sentences.js';
import { condense, type Point, pointsOf } from './section-points.js';
import { speaksOf, type Topic } from './topic-phrase.js';

/** Parts of a plan that tell what was or what is aimed at, not what is to be done. */
const lookingBack =
  /背景|成就|现状|回顾|形势|机遇|概况|基本情况|基础(?:条件)?$|问题|短板|挑战|名词|术语|前言|目标|指标/;
const backShare = 0.5;
const mostPoints = 4;
const longestMention = 160;

/**
 * What a plan says of a topic: the points of the section that has it in its heading, or the sentences that
 * name it with what follows them; in the plan's order, up to a number of characters. Empty where it says nothing.
 */
export function topicPoints(passages: readonly Passage[], topic: Topic, budget: number): Point[] {
  const points = pointsOf(passages);
  const section = headed(points, topic);
  if (section.length > 0) return within(condense(section, budget), budget);
  const said = points
    .map((point, at) => ({ point, at, value: worth(point, topic) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || a.at - b.at)
    .slice(0, mostPoints);
  const ahead = said.filter(({ point }) => !isAside(point.path));
  const shown = ahead.length > 0 ? ahead : said;
  const room = Math.min(longestMention, Math.floor(budget / Math.max(1, shown.length)));
  return within(
    shown.map(({ point }) => ({ ...point, text: fromMention(point.text, topic, room) })),
    budget,
  );
}

/** The points of the section that has the topic in its heading, or in the title of a paragraph: the longest such. */
function headed(points: readonly Point[], topic: Topic): Point[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    if (isAside(point.path)) continue;
    const depth = point.path.findIndex((title) => speaksOf(title, topic) === 1) + 1;
    const isLead = depth === 0 && point.lead !== undefined && speaksOf(point.lead, topic) === 1;
    if (depth === 0 && !isLead) continue;
    const key = isLead ? [...point.path, point.lead] : point.path.slice(0, depth);
    groups.set(key.join('\n'), [...(groups.get(key.join('\n')) ?? []), point]);
  }
  const lengthOf = (group: readonly Point[]) => group.reduce((sum, { text }) => sum + text.length, 0);
  return [...groups.values()].sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
}

/** Whether headings are those of a part that tells what was or is aimed at. */
export function isAside(path: readonly string[]): boolean {
  return lookingBack.test(path.join(' '));
}

function worth({ path, text }: Point, topic: Topic): number {
  const said = splitSentences(text).reduce((sum, sentence) => sum + speaksOf(sentence.text, topic), 0);
  return isAside(path) ? said * backShare : said;
}

/** The first sentence that names the topic and those after it, while they fit. */
function fromMention(text: string, topic: Topic, room: number): string {
  const sentences = splitSentences(text);
  const first = Math.max(
    0,
    sentences.findIndex((sentence) => speaksOf(sentence.text, topic) > 0),
  );
  const start = sentences[first]?.start ?? 0;
  let chosen = '';
  for (const { text: sentence, start: at } of sentences.slice(first)) {
    const upTo = text.slice(start, at + sentence.length);
    if (chosen !== '' && upTo.length > room) break;
    chosen = upTo;
  }
  return chosen;
}

/** Whole points up to a length; the first in any case. */
function within(points: readonly Point[], budget: number): Point[] {
  let used = 0;
  return points.filter(({ text }, at) => {
    used += text.length;
    return at === 0 || used <= budget * 1.15;
  });
}
