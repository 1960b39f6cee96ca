import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import type { Understanding } from '../understand/understand.js';
import { entitiesIn, isAbout } from './entities.js';
import type { Evidence } from './evidence.js';

/** A row is stated as the answer only when its name is met this well. */
const firmScore = 0.55;
/** A part of the question adds an indicator of its own only when it names it this well. */
const clauseScore = 0.62;
/** What having a figure of the asked year, or of the asked firmness, counts. */
const fitGain = 0.15;
/** In a second plan the same indicator may be named less like the question. */
const likeScore = 0.3;
const mostIndicators = 4;

/** The indicators that a question asks for: the best for the whole of it, and for each part that names one. */
export function chooseMatches(
  evidence: Pick<Evidence, 'indicators' | 'clauses'>,
  frame: Understanding,
): IndicatorMatch[] {
  const about = (list: readonly IndicatorMatch[]) => aboutEntities(list, frame);
  const whole = fitting(about(evidence.indicators), frame).filter((match) => match.score >= firmScore);
  const parts = evidence.clauses.map((clause) =>
    fitting(about(clause), frame).filter((match) => match.score >= clauseScore),
  );
  const first = whole[0] ?? parts.flat()[0];
  if (!first) return [];
  const planIds = frame.plans.length > 0 ? frame.plans : [first.planId];
  return planIds.flatMap((planId) => ofPlan({ planId, whole, parts, all: evidence.indicators, first }));
}

function ofPlan({
  planId,
  whole,
  parts,
  all,
  first,
}: {
  planId: string;
  whole: readonly IndicatorMatch[];
  parts: readonly IndicatorMatch[][];
  all: readonly IndicatorMatch[];
  first: IndicatorMatch;
}): IndicatorMatch[] {
  const fromParts = parts.flatMap((part) => part.find((match) => match.planId === planId) ?? []);
  const best =
    whole.find((match) => match.planId === planId) ??
    all.find(
      (match) =>
        match.planId === planId &&
        match.score >= likeScore &&
        match.rows[0]?.canonicalName === first.rows[0]?.canonicalName,
    );
  // Where two parts each name one, the whole names a mixture of both.
  const distinct = dedupe(fromParts);
  const chosen = distinct.length >= 2 ? distinct : dedupe([...(best ? [best] : []), ...distinct]);
  return chosen.slice(0, mostIndicators);
}

/** Where the question names a zone, a town or a bank, only figures of it. */
function aboutEntities(matches: readonly IndicatorMatch[], frame: Understanding): IndicatorMatch[] {
  const entities = entitiesIn(frame);
  if (entities.length === 0) return [...matches];
  return matches.flatMap((match) => {
    const rows = match.rows.filter((row) => isAbout(row, entities));
    return rows.length > 0 ? [{ ...match, rows }] : [];
  });
}

const keyOf = (match: IndicatorMatch) =>
  [
    match.planId,
    match.scope ?? '',
    match.rows[0]?.canonicalName ?? match.name,
    match.rows[0]?.measure ?? '',
  ].join('\n');

function dedupe(matches: readonly IndicatorMatch[]): IndicatorMatch[] {
  const byKey = new Map(matches.map((match) => [keyOf(match), match]));
  return [...byKey.values()];
}

/** Matches with a row of the asked year or firmness come before equally named ones without. */
function fitting(matches: readonly IndicatorMatch[], frame: Understanding): IndicatorMatch[] {
  return matches
    .map((match) => ({ ...match, score: match.score + (hasAskedRow(match, frame) ? 0 : -fitGain) }))
    .sort((a, b) => b.score - a.score);
}

function hasAskedRow({ rows }: IndicatorMatch, frame: Understanding): boolean {
  if (frame.years.length > 0) return rows.some((row) => row.year === null || frame.years.includes(row.year));
  return frame.kind !== 'target' || rows.some((row) => row.kind === 'target' || row.kind === 'forecast');
}
