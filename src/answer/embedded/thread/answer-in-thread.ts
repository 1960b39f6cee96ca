import { findIndicatorsTool } from '../../../tools/find-indicators.js';
import type { ToolContext } from '../../../tools/tool.js';
import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { aspectsAsked } from '../aspects.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { asksAttribute, threadDraft } from './thread-draft.js';

/** A follow-up that names an indicator this well, and with most of its words, is a question of its own. */
const ownScore = 0.85;
const ownShare = 0.75;
/** Kinds of question that turn from one figure or sentence to the next. */
const turning: ReadonlySet<Understanding['kind']> = new Set([
  'target',
  'fact',
  'list',
  'definition',
  'comparison',
]);

/** A follow-up in the plans that the thread is about, and its answer where that stands beside the one before. */
export interface InThread {
  frame: Understanding;
  draft: Draft | undefined;
  /** Whether the follow-up is a whole question as well, to be answered as one where it can be. */
  isWhole: boolean;
  setting: ClaimSetting;
}

/** Answers a follow-up from what the question before was answered with; `before` is that answer. */
export async function answerInThread(
  asked: Understanding,
  before: Draft,
  context: ToolContext,
): Promise<InThread> {
  const cited = [
    ...new Set(before.claims.flatMap(({ support }) => support.map(({ passage }) => passage.planId))),
  ];
  const plans = asked.plans.length > 0 && !asked.ambiguousPlans ? asked.plans : cited;
  const isSettled = plans.length > 0;
  const frame = isSettled ? { ...asked, plans, ambiguousPlans: false, unknownNames: [] } : asked;
  const passages = (await Promise.all(cited.map((planId) => context.store.passagesOf(planId)))).flat();
  const setting: ClaimSetting = {
    language: asked.language,
    plans: new Map(context.plans.map((plan) => [plan.planId, plan])),
    passages: new Map(passages.map((passage) => [passage.passageId, passage])),
  };
  const { thread } = asked;
  if (!thread || !turns(asked, cited)) return { frame, draft: undefined, isWhole: true, setting };
  const rows = context.indicators.groups
    .filter(({ planId }) => cited.includes(planId))
    .flatMap((group) => group.rows);
  const draft = threadDraft({ ...thread, before, rows }, setting);
  const isWhole = !asksAttribute(thread) && (await isWholeQuestion(thread.own, before, cited, context));
  return { frame, draft, isWhole, setting };
}

/** Whether the follow-up leans on the answer before: it names no other plan, and works nothing out. */
function turns({ thread, kind, calculation }: Understanding, cited: readonly string[]): boolean {
  const own = thread?.own;
  // 又怎么分工 asks what each does, not who.
  const isTurning =
    turning.has(kind) ||
    (thread && asksAttribute(thread)) ||
    (kind === 'responsibility' && !aspectsAsked(own?.question ?? '').includes('who'));
  if (!own || calculation || !isTurning || own.calculation) return false;
  // 第二年呢: which year that is depends on what there are figures for.
  if (/第[一二三四五]年/.test(own.question)) return false;
  return own.plans.every((planId) => cited.includes(planId)) && cited.length === 1;
}

/** A follow-up that names all of an indicator, where none of one place or body in particular was spoken of. */
async function isWholeQuestion(
  { phrases }: Understanding,
  before: Draft,
  planIds: string[],
  context: ToolContext,
): Promise<boolean> {
  if (before.values.some(({ ownScope }) => !ownScope)) return false;
  const [best] = await findIndicatorsTool.run(context, { phrases, planIds, limit: 1 });
  return best !== undefined && best.score >= ownScore && best.share >= ownShare;
}
