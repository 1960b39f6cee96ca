import type { Indicator } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import type { Draft } from '../draft.js';
import { withFindings } from '../embedded/audit/finding-claims.js';
import { findingsOn } from '../embedded/audit/findings-on.js';
import { type ClaimSetting, indicatorClaim } from '../embedded/indicator-claims.js';
import type { Understanding } from '../understand/understand.js';

/** Other values that are added at most; a plan that contradicts itself more often needs `audit`. */
const mostOthers = 3;

/**
 * A model's draft with what it left out of a contradiction: the other figure that the plan gives for the same
 * thing and year, and what the audit found of the figures that it states. This is not left to the model.
 */
export async function withContradictions(
  draft: Draft,
  frame: Understanding,
  context: ToolContext,
): Promise<Draft> {
  const stated = [...new Set(draft.claims.flatMap(({ indicators }) => indicators))];
  if (stated.length === 0) return draft;
  const findings = findingsOn(
    stated,
    await context.store.findings([...new Set(stated.map(({ planId }) => planId))]),
  );
  const others = otherValues(stated, context).slice(0, mostOthers);
  if (findings.length + others.length === 0) return draft;
  const ids = [...others, ...findings.flatMap(({ quotes }) => quotes)].map(({ passageId }) => passageId);
  const passages = await context.store.passagesById([...new Set(ids)]);
  const setting: ClaimSetting = {
    language: frame.language,
    plans: new Map(context.plans.map((plan) => [plan.planId, plan])),
    passages: new Map(passages.map((passage) => [passage.passageId, passage])),
  };
  const claims = others.flatMap((row) => {
    const claim = indicatorClaim({ row, baseline: undefined, setting });
    return claim ? [{ ...claim, conflictAbout: row.name }] : [];
  });
  return withFindings({ ...draft, claims: [...draft.claims, ...claims] }, findings, frame, setting);
}

/** Rows that say something else of the same thing and year as those that are stated. */
function otherValues(stated: readonly Indicator[], { indicators, planIds }: ToolContext): Indicator[] {
  const wanted = new Set(stated.flatMap(({ conflicts }) => conflicts));
  const said = new Set(stated.flatMap(({ indicatorId, duplicates }) => [indicatorId, ...duplicates]));
  if (wanted.size === 0) return [];
  return indicators.groups
    .filter(({ planId }) => planIds.includes(planId))
    .flatMap(({ rows }) => rows)
    .filter(({ indicatorId }) => wanted.has(indicatorId) && !said.has(indicatorId));
}
