import { tool } from 'langchain';
import { z } from 'zod';
import { rowsOfPassage } from '../../retrieve/rows-of-passage.js';
import { emptyDraft } from '../draft.js';
import { renderAnswer } from '../render.js';
import { compact } from '../sentences.js';
import { verifyDraft } from '../verify/verify-draft.js';
import { draftOfRun } from './draft-of-run.js';
import { isOffQuestion } from './off-question.js';
import { replyText } from './replies.js';
import type { Run } from './run.js';
import { strays } from './strays.js';
import { toDraftClaim } from './to-draft-claim.js';

/** Claims one hand-in may hold; more is a plan retold, not an answer. */
const claimLimit = 40;
const longestClaim = 600;

const SubmittedClaim = z.object({
  text: z.string().min(1).max(longestClaim).describe('One statement, in the language of the question'),
  passageIds: z.array(z.string()).default([]).describe('The passages that it is taken from'),
  calculations: z.array(z.number().int()).default([]).describe('Calculations whose results it states'),
});
export type SubmittedClaim = z.infer<typeof SubmittedClaim>;

const Submission = z.object({
  claims: z.array(SubmittedClaim).max(claimLimit),
  status: z
    .enum(['answered', 'partial', 'not_in_plans', 'continue'])
    .default('answered')
    .describe('continue: more claims follow; not_in_plans: the plans do not answer this'),
});
type Submission = z.infer<typeof Submission>;

/** The one way to answer: claims are verified as they are handed in, and the verdict goes back. */
export function createSubmitTool(run: Run) {
  return tool((submission: Submission) => submit(run, submission), {
    name: 'submit_claims',
    description:
      'Hands in the answer as claims, each with the ids of the passages that it is taken from. Each is checked against them; what does not stand comes back with the reason.',
    schema: Submission,
  });
}

const offQuestion = 'it does not answer the question';
const ofAnotherPlan = 'it is taken from another plan than the question names, and does not say whose it is';

async function submit(run: Run, { claims, status }: Submission): Promise<string> {
  run.emit({ kind: 'verifying' });
  run.submissions += 1;
  const drafts = claims.map((claim) => toDraftClaim(claim, claims.length, run));
  const isOff = isOffQuestion([...run.accepted, ...drafts], run);
  const astray = drafts.filter((claim) => isOff || strays(claim, run));
  const draft = emptyDraft({
    claims: drafts.filter((claim) => !astray.includes(claim)),
    calculations: run.calculations.map(({ n, outcome }) => ({ n, ...outcome })),
  });
  const checked = await verifyDraft({
    draft,
    store: run.context.store,
    visible: new Set(run.context.planIds),
    plans: plansById(run),
    rowsOf: (passageId) => rowsOfPassage(run.context.indicators, passageId),
  });
  const isNew = (text: string) => !run.accepted.some((known) => compact(known.text) === compact(text));
  run.accepted.push(...checked.draft.claims.filter(({ text }) => isNew(text)));
  const dropped = [
    ...astray.map(({ text }) => ({ text, reason: isOff ? offQuestion : ofAnotherPlan })),
    ...checked.dropped,
  ];
  run.dropped.push(...dropped);
  run.status = status === 'continue' ? run.status : status;
  run.finished = isFinished({ run, status, claims: claims.length, dropped: dropped.length });
  if (checked.draft.claims.length > 0) run.emit({ kind: 'claims', answer: renderSoFar(run) });
  return verdict({ stand: checked.draft.claims.length, dropped });
}

function isFinished(handIn: {
  run: Run;
  status: Submission['status'];
  claims: number;
  dropped: number;
}): boolean {
  if (handIn.status === 'continue' || handIn.dropped > 0) return false;
  return handIn.status === 'not_in_plans' || handIn.claims > 0 || handIn.run.accepted.length > 0;
}

function renderSoFar(run: Run) {
  return renderAnswer({ draft: draftOfRun(run), plans: plansById(run), language: run.language });
}

function plansById({ context }: Run) {
  return new Map(context.plans.map((plan) => [plan.planId, plan]));
}

function verdict({
  stand,
  dropped,
}: {
  stand: number;
  dropped: readonly { text: string; reason: string }[];
}) {
  if (stand + dropped.length === 0) return replyText('nothingHandedIn');
  if (dropped.length === 0) return replyText('allStand', { count: stand });
  const lines = dropped.map(({ text, reason }) => `- ${text}: ${reason}`);
  return replyText('someDropped', { stand, dropped: lines.join('\n') });
}
