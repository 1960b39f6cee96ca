import type { Plan } from '../../records.js';
import type { Finding } from '../../store/rows.js';
import type { ToolContext } from '../../tools/tool.js';
import { type Draft, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { completeDraft } from './asked/complete-draft.js';
import { meetsPart } from './asked/meets-part.js';
import { asksForAttribute } from './attribute-draft.js';
import { asksForAllFindings, auditDraft } from './audit/audit-draft.js';
import { withFindings } from './audit/finding-claims.js';
import { findingsTouching } from './audit/findings-touching.js';
import { holdsQuote } from './audit/holds-quote.js';
import { goesOverColumn } from './calculation/over-column.js';
import { relatedRows } from './calculation/related-rows.js';
import { asksWhichMet } from './comparison/completion-draft.js';
import { namesEntries } from './entries/entries-draft.js';
import { type Evidence, gather } from './evidence.js';
import { lacksFigureAsked } from './figure-asked.js';
import { fillTemplate } from './fill-template.js';
import { plansMeant } from './implied-plans.js';
import type { ClaimSetting } from './indicator-claims.js';
import { asksHow, kindOf } from './kind-asked.js';
import { lacksPerson } from './lacks-person.js';
import { isNotTreated } from './not-treated.js';
import { attributes, completion, recipes } from './recipes.js';
import { notInPlansDraft, unknownPlanDraft } from './refusals.js';
import { answerInThread } from './thread/answer-in-thread.js';
import type { Turn } from './thread/spoken-figures.js';
import { workedThread } from './thread/worked-thread.js';

/** The embedded engine: frame, tool calls, evidence, claims; no model. */
export async function answerEmbedded(
  understood: Understanding,
  context: ToolContext,
): Promise<{ draft: Draft; evidence: Evidence }> {
  const meant: Understanding = asksHow(understood) ? { ...understood, kind: 'summary' } : understood;
  const visible = context.plans.filter((plan) => context.planIds.includes(plan.planId));
  const inThread = meant.thread
    ? await answerInThread(meant, (await answerEmbedded(meant.thread.previous, context)).draft, context)
    : undefined;
  const asked = inThread?.frame ?? meant;
  const recipe = asksForAttribute(asked)
    ? attributes
    : asksWhichMet(asked)
      ? completion
      : recipes[kindOf(asked)];
  const found = await gather(recipe.calls, asked, context);
  if (asksForAllFindings(asked) && !asked.ambiguousPlans && asked.unknownPlans.length === 0) {
    const setting = await settingOf(asked, found, context);
    return { draft: auditDraft(asked, found.findings, setting), evidence: found };
  }
  const worked = await workedInThread(asked, found, context);
  if (worked) return { draft: worked, evidence: found };
  const beside = inThread?.draft && fromThread(inThread.draft, asked, found, inThread.setting);
  if (beside && !inThread?.isWhole) return beside;
  const open = plansMeant(asked, found);
  const frame = open ? { ...asked, plans: open.plans, ambiguousPlans: false } : asked;
  const evidence = open ? { ...(await gather(recipe.calls, frame, context)), hits: found.hits } : found;
  if (frame.ambiguousPlans) return { draft: clarifyDraft(frame, visible), evidence };
  const namesLines = namesEntries(frame, evidence);
  const refusal = namesLines ? undefined : unknownPlanDraft(frame, evidence, visible);
  if (refusal) return beside ?? (await fromAnyPlan(frame, context)) ?? { draft: refusal, evidence };
  const setting = await settingOf(frame, evidence, context);
  const composed = recipe.draft(frame, evidence, setting);
  // A calculation that names its figures says itself which of them is missing.
  const { operands = [], given = [] } = frame.calculation ?? {};
  const namesFigures =
    operands.length > 1 || given.length > 1 || goesOverColumn(frame, evidence) || namesLines;
  const isWorkedOut = composed !== undefined && composed.calculations.length > 0;
  if (!isWorkedOut && !namesFigures && isNotTreated(frame, evidence) && !meetsPart(composed, frame, evidence))
    return beside ?? { draft: notInPlansDraft(asked, visible), evidence };
  const answers =
    composed &&
    !lacksPerson(frame.question, composed) &&
    (recipe === attributes ||
      (recipe === completion && isWorkedOut) ||
      composed.status !== 'answered' ||
      !lacksFigureAsked(frame, composed));
  if (beside && (!answers || composed?.status === 'refused')) return beside;
  const complete = await completeDraft(answers ? composed : undefined, { frame, evidence, setting, context });
  const each = open?.each === true && asked.ambiguousPlans;
  const draft = complete ? (each ? forEach(asked, complete) : complete) : notInPlansDraft(asked, visible);
  const touching = draft.status === 'answered' ? findingsTouching(draft, frame, evidence.findings) : [];
  const isApart = frame.kind === 'conflict' && touching.some(({ certainty }) => certainty !== 'rounding');
  const told =
    isApart && draft.lead !== null
      ? { ...onlyBeside(draft, touching), lead: fillTemplate(frame.language, 'disagree') }
      : draft;
  return { draft: withFindings(told, touching, frame, setting), evidence };
}

/** What a follow-up works out of the answers before it. */
async function workedInThread(
  frame: Understanding,
  found: Evidence,
  context: ToolContext,
): Promise<Draft | undefined> {
  const { thread } = frame;
  if (!thread?.works) return undefined;
  const turns: Turn[] = [];
  for (const one of [thread.previous, ...thread.works.earlier])
    turns.push({ frame: one, draft: (await answerEmbedded(one, context)).draft });
  const cited = turns.flatMap(({ draft }) => draft.claims.flatMap(({ support }) => support));
  const planIds = new Set(cited.map(({ passage }) => passage.planId));
  const passages = (await Promise.all([...planIds].map((planId) => context.store.passagesOf(planId)))).flat();
  const collection = context.indicators.groups
    .filter(({ planId }) => planIds.has(planId))
    .flatMap((group) => group.rows);
  const setting: ClaimSetting = {
    language: frame.language,
    plans: new Map(context.plans.map((plan) => [plan.planId, plan])),
    passages: new Map(passages.map((passage) => [passage.passageId, passage])),
  };
  const evidence = { ...found, collection };
  return workedThread(thread.works.operation, turns, { evidence, frame, setting });
}

/** An answer from beside the one before, with what it rests on first among what was found. */
function fromThread(
  draft: Draft,
  frame: Understanding,
  found: Evidence,
  setting: ClaimSetting,
): { draft: Draft; evidence: Evidence } {
  const cited = new Map(
    draft.claims.flatMap(({ support }) =>
      support.map(({ passage }) => [passage.passageId, passage] as const),
    ),
  );
  const score = found.hits[0]?.score ?? 1;
  const hits = [
    ...[...cited.values()].map((passage) => ({ passage, score })),
    ...found.hits.filter(({ passage }) => !cited.has(passage.passageId)),
  ];
  const touching = findingsTouching(draft, frame, found.findings);
  return { draft: withFindings(draft, touching, frame, setting), evidence: { ...found, hits } };
}

/** Says of an answer for each of the plans that share a name that it is one. */
function forEach({ language, planNames }: Understanding, draft: Draft): Draft {
  const lead = draft.lead ?? fillTemplate(language, 'whichPlanFirst', { name: planNames[0] ?? '' });
  return { ...draft, lead, layout: 'bullets' };
}

/** A place without a plan may be what a line of some plan is about (云岭某商务区 in another city's table). */
async function fromAnyPlan(
  frame: Understanding,
  context: ToolContext,
): Promise<{ draft: Draft; evidence: Evidence } | undefined> {
  if (frame.kind !== 'comparison' && frame.kind !== 'calculation') return undefined;
  const open = { ...frame, plans: [], planNames: [], background: [], phrases: [frame.question] };
  const recipe = recipes[frame.kind];
  const evidence = await gather(recipe.calls, open, context);
  if (!namesEntries(open, evidence)) return undefined;
  const draft = recipe.draft(open, evidence, await settingOf(open, evidence, context));
  return draft && draft.status === 'answered' ? { draft, evidence } : undefined;
}

/** Where a finding says what is at odds, sentences that only speak of like matters are left out. */
function onlyBeside(draft: Draft, findings: readonly Finding[]): Draft {
  const claims = draft.claims.filter(
    ({ calculations, support, indicators }) =>
      calculations.length > 0 ||
      indicators.length > 0 ||
      support.some(({ passage, quote }) =>
        findings.some(({ quotes }) =>
          quotes.some((one) => holdsQuote(one, { passageId: passage.passageId, quote })),
        ),
      ),
  );
  return claims.length > 0 ? { ...draft, claims } : draft;
}

async function settingOf(
  frame: Understanding,
  evidence: Evidence,
  context: ToolContext,
): Promise<ClaimSetting> {
  const matches = [evidence.indicators, ...evidence.clauses, ...evidence.operands].flatMap((list) =>
    list.slice(0, 12),
  );
  const marked = asksForAttribute(frame) ? evidence.collection : [];
  const related = relatedRows(frame, evidence);
  const rows = [...matches.flatMap((match) => match.rows), ...marked, ...related];
  const ids = [...rows, ...evidence.findings.flatMap((finding) => finding.quotes)].map(
    ({ passageId }) => passageId,
  );
  const passages = await context.store.passagesById([...new Set(ids)]);
  return {
    language: frame.language,
    plans: new Map(context.plans.map((plan) => [plan.planId, plan])),
    passages: new Map(
      [...evidence.neighbours, ...evidence.hits.map(({ passage }) => passage), ...passages].map((one) => [
        one.passageId,
        one,
      ]),
    ),
  };
}

/** Two plans fit the name: asks which one, with the choices. */
function clarifyDraft(frame: Understanding, plans: readonly Plan[]): Draft {
  const choices = plans.filter((plan) => frame.plans.includes(plan.planId));
  const name = frame.planNames[0] ?? '';
  const lead = fillTemplate(frame.language, 'whichPlan', {
    name,
    plans: choices.map((plan) => `\n- 《${plan.title}》`).join(''),
  });
  return emptyDraft({ status: 'clarify', lead, followups: choices.map((plan) => plan.title) });
}
