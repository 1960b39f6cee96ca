import type { Plan } from '../records.js';
import type { ToolContext } from '../tools/tool.js';
import type { Draft, DraftClaim } from './draft.js';
import { answerEmbedded } from './embedded/answer-embedded.js';
import { type Aspect, aspectsAsked } from './embedded/aspects.js';
import { fillTemplate } from './embedded/fill-template.js';
import { mergeDrafts } from './embedded/merge-drafts.js';
import { placeOf } from './embedded/name-indicator.js';
import { aboutOnly } from './understand/about-only.js';
import { frameOf, type Reading } from './understand/frame-of.js';
import type { Understanding } from './understand/understand.js';

/** More plans than this are an overview, and no question that each of them has an answer to. */
const mostPlans = 4;

/** 谁定得高, 谁更多: which of the figures, and nobody. */
const whichMore = /谁[^，。？?]{0,6}[更最高低多少大小快慢强]|which (?:is|has|one)/i;
const ofOneSentence: ReadonlySet<Aspect> = new Set(['who', 'when', 'where']);

/** Kinds that find what several plans say by themselves, and what is about figures of two plans at once. */
const joint: ReadonlySet<Understanding['kind']> = new Set([
  'calculation',
  'conflict',
  'about',
  'plans',
  'empty',
]);

/**
 * What each plan says by itself, plan by plan, where the answer for all of them leaves some out: a plan's sentence
 * may be far from the words of the others. Says in which of the plans nothing was found.
 * @returns undefined where `whole` is to stand as it is
 */
export async function eachPlan({
  frame,
  reading,
  whole,
  visible,
  context,
}: {
  frame: Understanding;
  reading: Reading;
  /** The answer for all plans together. */
  whole: Draft;
  visible: readonly Plan[];
  context: ToolContext;
}): Promise<Draft | undefined> {
  const { plans, ambiguousPlans, kind, thread, language } = frame;
  if (plans.length < 2 || plans.length > mostPlans || ambiguousPlans || thread || joint.has(kind))
    return undefined;
  // Who, where and by when is said in one sentence of each plan, which has nothing in common with the others'.
  const isOneByOne =
    whole.calculations.length === 0 &&
    !whichMore.test(frame.question) &&
    aspectsAsked(frame.question).some((one) => ofOneSentence.has(one));
  const left = plans.filter((planId) => isOneByOne || !citesPlan(whole, planId));
  if (left.length === 0) return undefined;
  const answered: { plan: Plan; draft: Draft }[] = [];
  const missing: Plan[] = [];
  for (const planId of plans) {
    const plan = visible.find((one) => one.planId === planId);
    const question = aboutOnly(reading.request.question, planId, reading.catalogue);
    if (!plan || question === undefined) return undefined;
    const alone = { ...frameOf({ ...reading, request: { ...reading.request, question } }), plans: [planId] };
    const { draft } = await answerEmbedded(alone, context);
    // What is to be set against another plan's is no ranking of this plan's own.
    if (draft.calculations.length === 0 && citesPlan(draft, planId)) answered.push({ plan, draft });
    else missing.push(plan);
  }
  const lead =
    missing.length > 0
      ? fillTemplate(language, 'eachPlanMissing', { plans: missing.map(nameOf).join('、') })
      : fillTemplate(language, 'eachPlan');
  if (answered.length > plans.length - left.length)
    return { ...mergeDrafts(answered.map(({ plan, draft }) => labelled(draft, plan))), lead };
  const isSilent = whole.status === 'answered' && whole.lead === null && left.length < plans.length;
  const notFound = plans.flatMap((planId) =>
    visible.filter((one) => left.includes(planId) && one.planId === planId),
  );
  return isSilent
    ? {
        ...whole,
        lead: fillTemplate(language, 'eachPlanMissing', { plans: notFound.map(nameOf).join('、') }),
      }
    : undefined;
}

function citesPlan({ status, claims }: Draft, planId: string): boolean {
  return (
    status === 'answered' &&
    claims.some(({ support }) => support.some(({ passage }) => passage.planId === planId))
  );
}

/** Whose words these are is said where they do not say it themselves. */
function labelled(draft: Draft, plan: Plan): Draft {
  const name = nameOf(plan);
  const claims = draft.claims.map(
    (claim): DraftClaim => (claim.text.includes(name) ? claim : { ...claim, label: name }),
  );
  return { ...draft, claims };
}

function nameOf(plan: Plan): string {
  return placeOf({ ownScope: true, scope: null }, plan) || plan.title;
}
