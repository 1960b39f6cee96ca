import { queryTerms } from '../../retrieve/query-terms.js';
import { type Draft, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact } from '../sentences.js';
import { type AskedLength, resolveLength } from '../understand/resolve-length.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { matterOf } from './matter-of.js';
import { pointsUnder, sectionMeant } from './section-meant.js';
import { condense, inSentences, inTurn, type Point, pointsOf } from './section-points.js';
import { shareSaid } from './share-said.js';
import { termAsked } from './term-asked.js';

/** Characters of a summary where the question asks for no length. */
const usualBudget = 1_000;
const mostPoints = 14;
/** A section of fewer paragraphs is told sentence by sentence. */
const fewPoints = 4;
/** Share of the question that a work of a box must say. */
const leastInBox = 0.5;
/** Characters that a point takes where points are asked for. */
const pointBudget = 90;

/**
 * What a section of a plan says, point by point in its own order and words, near the length asked for; undefined
 * where the question means no section in particular.
 */
export function sectionDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const points = pointsOf(evidence.neighbours);
  const terms = matterOf(queryTerms(frame.phrases, frame.background), frame.question);
  const section = sectionMeant(evidence.hits, points, terms);
  if (!section) return undefined;
  // A box inside a section lists works of all kinds: of those, the ones that speak of the matter.
  const inside = pointsUnder(points, section).filter(
    ({ path, text }) => !path.slice(section.path.length).some(isBox) || shareSaid(text, terms) >= leastInBox,
  );
  return told(inside, frame);
}

/** The section whose heading is just what a question asks the meaning of (总体要求), or undefined. */
export function headingDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const term = compact(termAsked(frame.question, frame.phrases));
  const points = pointsOf(evidence.neighbours);
  for (const { path, passage } of points) {
    const at = path.findIndex((title) => isHeaded(compact(title), term));
    if (at >= 0)
      return told(pointsUnder(points, { planId: passage.planId, path: path.slice(0, at + 1) }), frame);
  }
  return undefined;
}

const isBox = (title: string): boolean => /^专栏/.test(title);

const numbering = /^[第（(]?[一二三四五六七八九十百\d.]*[章节篇部分）)、．.]*$/;

function isHeaded(title: string, term: string): boolean {
  return term.length >= 2 && title.endsWith(term) && numbering.test(title.slice(0, -term.length));
}

/** Points of a section, as many and as long as the question wants. */
function told(inside: readonly Point[], frame: Understanding): Draft | undefined {
  if (inside.length === 0) return undefined;
  const length = resolveLength(frame.question);
  const most = length?.points ?? mostPoints;
  const parts = inside.length < Math.min(fewPoints, most) ? inSentences(inside) : inside;
  const chosen = condense(
    inTurn(parts, most, ({ path }) => path.join('\n')),
    budgetOf(length),
  );
  return emptyDraft({
    claims: chosen.map(({ text, passage }) => quotedClaim(text, passage)),
    layout: chosen.length > 1 ? 'bullets' : 'sentences',
  });
}

function budgetOf(length: AskedLength | undefined): number {
  if (length?.characters !== undefined) return length.characters;
  return length?.points === undefined ? usualBudget : length.points * pointBudget;
}
