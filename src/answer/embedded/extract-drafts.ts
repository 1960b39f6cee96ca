import type { Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import type { Hit } from '../../store/open-store.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { leadSentences } from './lead-sentences.js';
import { type ChosenSentence, selectSentences } from './select-sentences.js';

/** A sentence must hold this share of the question to be given as its answer. */
const leastCoverage = 0.34;
/** Rows of a cited passage count as asked for when their name is met this well. */
const askedScore = 0.5;

/** The plan's own sentences that state the fact asked for. */
export function factDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const perPlan = frame.plans.length > 1 ? frame.plans : [undefined];
  const sentences = perPlan.flatMap((planId) =>
    selectSentences({
      hits: evidence.hits.filter((hit) => planId === undefined || hit.passage.planId === planId).slice(0, 8),
      phrases: frame.phrases,
      years: frame.years,
      wantsFigures: frame.kind !== 'definition' && frame.kind !== 'responsibility',
      limit: perPlan.length > 1 ? 2 : 3,
    }),
  );
  if ((sentences[0]?.coverage ?? 0) < leastCoverage) return undefined;
  const claims = sentences.map((sentence) => verbatimClaim(sentence, evidence.indicators));
  return emptyDraft({ claims, values: claims.flatMap((claim) => claim.indicators), layout: 'bullets' });
}

/** A plan's own words as a claim, with the indicator rows that stand in them. */
function verbatimClaim({ passage, text }: ChosenSentence, indicators: readonly IndicatorMatch[]): DraftClaim {
  const rows = indicators
    .filter((match) => match.score >= askedScore)
    .flatMap((match) => match.rows)
    .filter((row) => row.passageId === passage.passageId && compact(text).includes(compact(row.quote)));
  return { text, support: [{ passage, quote: text }], indicators: rows, calculations: [], counts: [] };
}

/** The points of the section that the question is about, in the plan's order and words. */
export function pointsDraft(frame: Understanding, evidence: Evidence, budget: number): Draft | undefined {
  const groups = frame.plans.length > 1 ? frame.plans : [undefined];
  const claims = groups.flatMap((planId) => {
    const hits = evidence.hits.filter((hit) => planId === undefined || hit.passage.planId === planId);
    return pointsOf(hits, frame, Math.floor(budget / groups.length));
  });
  return claims.length === 0 ? undefined : emptyDraft({ claims, layout: 'bullets' });
}

function pointsOf(hits: readonly Hit[], frame: Understanding, budget: number): DraftClaim[] {
  const [best] = hits;
  if (!best) return [];
  const chosen = hits.filter((hit) => hit.score >= best.score * 0.62).slice(0, 8);
  const related = chosen.filter(
    (hit) => hit === best || isRelated(hit, best) || hit.score >= best.score * 0.82,
  );
  const ordered = [...related].sort(
    (a, b) => a.passage.planId.localeCompare(b.passage.planId) || a.passage.order - b.passage.order,
  );
  return leadSentences({ hits: ordered, phrases: frame.phrases, budget }).map((sentence) =>
    verbatimClaim(sentence, []),
  );
}

/** Same section, or sections next to each other under one heading. */
function isRelated(hit: Hit, best: Hit): boolean {
  const [a, b] = [hit.passage.sectionPath, best.passage.sectionPath];
  const depth = Math.max(1, Math.min(a.length, b.length) - 1);
  return (
    hit.passage.planId === best.passage.planId &&
    a.slice(0, depth).join('\n') === b.slice(0, depth).join('\n')
  );
}

export function rowsOf(matches: readonly IndicatorMatch[]): Indicator[] {
  return matches.flatMap((match) => match.rows);
}
