import type { Draft } from '../draft.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { type Point, pointsOf } from './section-points.js';
import { tellPoints } from './tell-points.js';
import { termAsked } from './term-asked.js';

/** The section whose heading is just what a question asks the meaning of (总体要求), or undefined. */
export function headingDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const term = compact(termAsked(frame.question, frame.phrases));
  const points = pointsOf(evidence.neighbours);
  for (const { path, passage } of points) {
    const at = path.findIndex((title) => isHeaded(compact(title), term));
    if (at >= 0)
      return tellPoints([pointsUnder(points, passage.planId, path.slice(0, at + 1))], frame.question);
  }
  return undefined;
}

const numbering = /^[第（(]?[一二三四五六七八九十百\d.]*[章节篇部分）)、．.]*$/;

function isHeaded(title: string, term: string): boolean {
  return term.length >= 2 && title.endsWith(term) && numbering.test(title.slice(0, -term.length));
}

function pointsUnder(points: readonly Point[], planId: string, path: readonly string[]): Point[] {
  return points.filter(
    (point) => point.passage.planId === planId && path.every((title, at) => point.path[at] === title),
  );
}
