import { type DraftClaim, emptyDraft } from '../../answer/draft.js';
import { createRun } from '../../answer/llm/run.js';
import { toDraftClaim } from '../../answer/llm/to-draft-claim.js';
import { verifyDraft } from '../../answer/verify/verify-draft.js';
import { rowsOfPassage } from '../../retrieve/rows-of-passage.js';
import type { ToolContext } from '../../tools/tool.js';
import type { TrueClaim } from './true-claims.js';

/** Who hands a claim in: a model with passages, or the embedded engine with the rows that it looked up. */
export type Path = 'llm' | 'embedded';

const unlimited = { modelCalls: 1, toolCalls: 1, tokens: 1, seconds: 1, retryDelayMs: 1 };

/** Why verification drops a wording of a claim; undefined where it lets it through. */
export async function whyDropped(
  text: string,
  claim: TrueClaim,
  path: Path,
  context: ToolContext,
): Promise<string | undefined> {
  const given =
    path === 'llm' ? draftClaim(text, claim, context) : { ...draftClaim(claim.text, claim, context), text };
  const { dropped } = await verifyDraft({
    draft: emptyDraft({ claims: [given], calculations: claim.calculations }),
    store: context.store,
    visible: new Set(context.planIds),
    plans: new Map(context.plans.map((plan) => [plan.planId, plan])),
    rowsOf: (passageId) => rowsOfPassage(context.indicators, passageId),
  });
  return dropped[0]?.reason;
}

function draftClaim(text: string, claim: TrueClaim, context: ToolContext): DraftClaim {
  const run = createRun({
    asked: claim.question,
    language: 'zh',
    kind: 'fact',
    plansAsked: [],
    context,
    limits: unlimited,
  });
  for (const passage of claim.passages) run.citable.set(passage.passageId, passage);
  const passageIds = claim.passages.map(({ passageId }) => passageId);
  const draft = toDraftClaim({ text, passageIds, calculations: [] }, 1, run);
  return { ...draft, calculations: claim.calculations.map(({ n }) => n) };
}
