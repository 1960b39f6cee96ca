import type { Plan } from '../records.js';
import type { ToolContext } from '../tools/tool.js';
import type { Draft, DraftClaim } from './draft.js';
import { answerEmbedded } from './embedded/answer-embedded.js';
import { type Aspect, aspectsAsked } from './embedded/aspects.js';
import { fillTemplate } from './embedded/fill-template.js';
import { mergeDrafts } from './embedded/merge-drafts.js';
import { placeOf } from './embedded/name-indicator.js';
import { frameOf, type Reading } from './question-parts.js';
import { aboutOnly } from './understand/about-only.js';
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
  context,
}: {
  frame: Understanding;
  reading: Reading;
  /** The answer for all plans together. */
  whole: Draft;
  context: ToolContext;
}): Promise<Draft | undefined> {
  const { plans, ambiguousPlans, kind, thread, language } = frame;
  if (plans.length < 2 || plans.length > mostPlans || ambiguousPlans || thread || joint.has(kind))
    return undefined;
  const left = plans.filter((planId) => isOneByOne(frame, whole) || !citesPlan(whole, planId));
  if (left.length === 0) return undefined;
  const answered: Draft[] = [];
  const missing: string[] = [];
  for (const planId of plans) {
    const plan = context.plans.find((one) => one.planId === planId);
    const draft = plan && (await ofPlanAlone(planId, reading, context));
    if (!draft) return undefined;
    // What is to be set against another plan's is no ranking of this plan's own.
    if (draft.calculations.length === 0 && citesPlan(draft, planId)) answered.push(labelled(draft, plan));
    else missing.push(nameOf(plan));
  }
  const found = (names: readonly string[]) =>
    names.length > 0
      ? fillTemplate(language, 'eachPlanMissing', { plans: names.join('、') })
      : fillTemplate(language, 'eachPlan');
  if (answered.length > plans.length - left.length) return { ...mergeDrafts(answered), lead: found(missing) };
  const isSilent = whole.status === 'answered' && whole.lead === null && left.length < plans.length;
  const unsaid = context.plans.filter(({ planId }) => left.includes(planId)).map(nameOf);
  return isSilent ? { ...whole, lead: found(unsaid) } : undefined;
}

/** Who, where and by when is said in one sentence of each plan, which has nothing in common with the others'. */
function isOneByOne({ question }: Understanding, whole: Draft): boolean {
  if (whole.calculations.length > 0 || whichMore.test(question)) return false;
  return aspectsAsked(question).some((one) => ofOneSentence.has(one));
}

/** The answer to the question as one about this plan alone; undefined where it cannot be put so. */
async function ofPlanAlone(
  planId: string,
  { request, catalogue, today }: Reading,
  context: ToolContext,
): Promise<Draft | undefined> {
  const question = aboutOnly(request.question, planId, catalogue);
  if (question === undefined) return undefined;
  const alone = { ...frameOf({ ...request, question }, catalogue, today), plans: [planId] };
  return (await answerEmbedded(alone, context)).draft;
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
