import { type QueryTerm, queryTerms } from '../../retrieve/query-terms.js';
import { type Draft, emptyDraft } from '../draft.js';
import { type AskedLength, resolveLength } from '../understand/resolve-length.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import words from './measures-asked.json' with { type: 'json' };
import { pointsUnder, sectionMeant } from './section-meant.js';
import { condense, inSentences, type Point, pointsOf } from './section-points.js';

/** Characters of a summary where the question asks for no length. */
const usualBudget = 1_000;
const mostPoints = 14;
/** A section of fewer paragraphs is told sentence by sentence. */
const fewPoints = 4;
/** Characters that a point takes where points are asked for. */
const pointBudget = 90;

/**
 * What a section of a plan says, point by point in its own order and words, near the length asked for; undefined
 * where the question means no section in particular.
 */
export function sectionDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const points = pointsOf(evidence.neighbours);
  const terms = matterOf(queryTerms(frame.phrases, frame.background));
  const section = sectionMeant(evidence.hits, points, terms);
  if (!section) return undefined;
  const inside = pointsUnder(points, section);
  if (inside.length === 0) return undefined;
  const length = resolveLength(frame.question);
  const most = length?.points ?? mostPoints;
  const parts = inside.length < Math.min(fewPoints, most) ? inSentences(inside) : inside;
  const chosen = condense(spread(parts, most), budgetOf(length));
  return emptyDraft({ claims: chosen.map(claimOf), layout: chosen.length > 1 ? 'bullets' : 'sentences' });
}

/** Words that only ask for what is to be done (办法) stand in no heading of the matter. */
function matterOf(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const matter = terms.filter(({ word }) => !words.asking.includes(word));
  return matter.length > 0 ? matter : terms;
}

function budgetOf(length: AskedLength | undefined): number {
  if (length?.characters !== undefined) return length.characters;
  return length?.points === undefined ? usualBudget : length.points * pointBudget;
}

/** Where there are too many points, the first of each part of the section before the second of any. */
function spread(points: readonly Point[], most: number): Point[] {
  if (points.length <= most) return [...points];
  const seen = new Map<string, number>();
  const ranked = points.map((point, at) => {
    const key = point.path.join('\n');
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    return { point, at, turn };
  });
  return ranked
    .sort((a, b) => a.turn - b.turn || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ point }) => point);
}

function claimOf({ text, passage }: Point) {
  return { text, support: [{ passage, quote: text }], indicators: [], calculations: [], counts: [] };
}
