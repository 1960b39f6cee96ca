import { PlanbotError } from '../errors.js';
import type { Embedder } from '../models/embedder.js';
import type { Answer, AnswerRecord, Ask, AskRequest, ModelFailure, Plan } from '../records.js';
import type { IndicatorIndex } from '../retrieve/indicator-index.js';
import { rowsOfPassage } from '../retrieve/rows-of-passage.js';
import { withFullNames } from '../retrieve/short-names.js';
import type { Store } from '../store/open-store.js';
import type { ToolContext } from '../tools/tool.js';
import { type Collection, createCollection } from './collection.js';
import { type Draft, emptyDraft } from './draft.js';
import { answerEmbedded, exampleOf } from './embedded/answer-embedded.js';
import { aspectsAsked } from './embedded/aspects.js';
import { fillTemplate } from './embedded/fill-template.js';
import { mergeDrafts } from './embedded/merge-drafts.js';
import { inPlansWords, longestQuestion, type Worded } from './in-plans-words.js';
import type { LlmEngine } from './llm/answer-llm.js';
import { quotesInstead } from './quote-instead.js';
import { renderAnswer } from './render.js';
import { type Catalogue, createCatalogue } from './understand/catalogue.js';
import { splitFollowUp, splitQuestions } from './understand/split-questions.js';
import { type Understanding, understand } from './understand/understand.js';
import { verifyDraft } from './verify/verify-draft.js';

const tracedPassages = 8;
const tracedCharacters = 4_000;

/**
 * Makes the function that answers questions over an index: with the LLM engine where there is one and the
 * request does not ask for the other, otherwise, and where the model fails, with the embedded engine.
 */
export function createAsk({
  store,
  collection = createCollection(store),
  embedder,
  now,
  llm,
}: {
  store: Store;
  /** Shared with whoever else looks at the same index. */
  collection?: (() => Promise<Collection>) | undefined;
  embedder: Embedder;
  now: () => Date;
  llm?: LlmEngine | undefined;
}): Ask {
  return async (request) => {
    const started = performance.now();
    const { plans, indicators } = await collection();
    const visible = visiblePlans(plans, request);
    const record = await answerOne({
      request,
      visible,
      plans,
      indicators,
      store,
      embedder,
      llm,
      today: now(),
    });
    return { ...record, timingMs: Math.round(performance.now() - started) };
  };
}

/** The places that figures of these plans belong to, other than the plans' own. */
function scopesOf({ groups }: IndicatorIndex, plans: readonly Plan[]): string[] {
  const ids = new Set(plans.map((plan) => plan.planId));
  return groups.flatMap(({ planId, scope }) => (scope !== null && ids.has(planId) ? [scope] : []));
}

/** Names, quotes and headings of the figures of plans: what they speak of. */
function wordsOf({ groups }: IndicatorIndex, planIds: readonly string[]): string {
  const rows = groups.filter(({ planId }) => planIds.includes(planId)).flatMap((group) => group.rows);
  const words = rows.flatMap(({ name, quote, sectionPath }) => [name, quote, ...sectionPath]);
  return [...new Set(words)].join('\n');
}

function visiblePlans(plans: readonly Plan[], { visiblePlans: seen, plans: only }: AskRequest): Plan[] {
  return plans.filter(
    (plan) => (!seen || seen.has(plan.planId)) && (!only || only.length === 0 || only.includes(plan.planId)),
  );
}

async function answerOne({
  request,
  visible,
  plans,
  indicators,
  store,
  embedder,
  llm,
  today,
}: {
  request: AskRequest;
  visible: Plan[];
  plans: readonly Plan[];
  indicators: IndicatorIndex;
  store: Store;
  embedder: Embedder;
  llm: LlmEngine | undefined;
  today: Date;
}): Promise<AnswerRecord> {
  const catalogue = createCatalogue(visible, scopesOf(indicators, visible), {
    withFullNames: (text, planIds) => withFullNames(text, indicators, planIds),
    says: (planIds) => wordsOf(indicators, planIds),
  });
  const worded = await inPlansWords(request, catalogue, store);
  const frame = frameOf(worded, catalogue, today);
  const planIds = visible.map((plan) => plan.planId);
  const context = { store, embedder, plans, indicators, planIds };
  const byId = new Map(plans.map((plan) => [plan.planId, plan]));
  const tooLong = request.question.length > longestQuestion;
  const engine = engineFor(request, llm);
  const byModel =
    tooLong || withoutModel.has(frame.kind)
      ? undefined
      : await engine?.answer({ request, frame, context, today });
  const { draft, hits } = byModel?.draft
    ? { draft: byModel.draft, hits: byModel.hits }
    : await embeddedDraft({ tooLong, frame, parts: partsOf(worded, catalogue, today), visible, context });
  const checked = await verifyDraft({
    draft,
    store,
    visible: new Set(planIds),
    plans: byId,
    rowsOf: (passageId) => rowsOfPassage(indicators, passageId),
    ...(byModel?.draft ? {} : { instead: quotesInstead }),
  });
  const answer = renderAnswer({
    draft: checked.draft,
    plans: byId,
    language: frame.language,
  });
  return {
    id: request.id ?? '',
    question: request.question,
    engine: byModel?.draft ? 'llm' : 'embedded',
    model: byModel?.draft && llm ? llm.model : null,
    answer: byModel?.failure ? { ...answer, text: withNotice(answer, byModel.failure.reason) } : answer,
    ...(request.trace
      ? { retrieved: traced(hits), dropped: [...(byModel?.dropped ?? []), ...checked.dropped] }
      : {}),
    ...(byModel ? { usage: byModel.usage } : {}),
    ...(byModel?.failure ? { modelFailure: byModel.failure } : {}),
    timingMs: 0,
  };
}

/** Questions about planbot and its collection, and none at all: there is nothing to look up. */
const withoutModel: ReadonlySet<Understanding['kind']> = new Set(['about', 'plans', 'empty']);

/** @throws PlanbotError `invalid_settings` when the LLM engine is asked for and not set up */
function engineFor({ engine }: AskRequest, llm: LlmEngine | undefined): LlmEngine | undefined {
  if (engine === 'llm' && !llm)
    throw new PlanbotError({
      code: 'invalid_settings',
      message: 'The LLM engine needs PLANBOT_MODEL and OPENAI_API_KEY. Set both, or use --engine embedded.',
      exitCode: 2,
    });
  return engine === 'embedded' ? undefined : llm;
}

async function embeddedDraft(given: {
  tooLong: boolean;
  frame: Understanding;
  /** The questions of the message, where it asks several. */
  parts: readonly Understanding[];
  visible: readonly Plan[];
  context: ToolContext;
}) {
  const { tooLong, frame, visible, context, parts } = given;
  if (tooLong) return { draft: tooLongDraft(frame, visible), hits: [] };
  const { draft, evidence } = await answerEmbedded(frame, context);
  const answers = [];
  for (const part of parts) answers.push((await answerEmbedded(part, context)).draft);
  const isEachAnswered = answers.length > 1 && answers.every((one, at) => answersPart(one, parts[at]));
  return { draft: isEachAnswered ? mergeDrafts(answers) : draft, hits: evidence.hits };
}

/** What is to be worked out of the answer before is answered by its working only. */
function answersPart({ status, calculations }: Draft, part: Understanding | undefined): boolean {
  return status === 'answered' && (!part?.thread?.works || calculations.length > 0);
}

const notices = {
  service_failed: 'modelServiceFailed',
  timed_out: 'modelTimedOut',
  over_budget: 'modelOverBudget',
  no_tool_calling: 'modelWithoutTools',
  nothing_verified: 'modelFailed',
} as const satisfies Record<ModelFailure, string>;

/** Says that another engine answered than the one that was to, and why. */
function withNotice({ language, text }: Answer, reason: ModelFailure): string {
  return `${fillTemplate(language, notices[reason])}\n${text}`;
}

function frameOf(
  { question, history = [], language }: Worded,
  catalogue: Catalogue,
  today: Date,
): Understanding {
  return understand({ question, history, language, catalogue, today });
}

/** A frame for each question of a message that asks several, each leaning on the ones before it. */
function partsOf(request: Worded, catalogue: Catalogue, today: Date): Understanding[] {
  const isFollowUp = (request.history ?? []).length > 0;
  const split = isFollowUp ? splitFollowUp : splitQuestions;
  const questions = split(request.question);
  if (questions.length < 2) return [];
  const frames = questions.map((question, at) => {
    const history = [...(request.history ?? []), ...questions.slice(0, at)];
    return frameOf({ ...request, question, history }, catalogue, today);
  });
  if (
    !frames.every(({ kind }) => separate.has(kind)) ||
    frames.some((frame) => namesNothing(frame, isFollowUp))
  )
    return [];
  // The plan that the message names anywhere is that of each of its questions.
  const { plans, planNames, background, ambiguousPlans } = frameOf(request, catalogue, today);
  return frames.map((frame) =>
    frame.plans.length > 0 ? frame : { ...frame, plans, planNames, background, ambiguousPlans },
  );
}

/** 三类各几家？ asks of the question before, and is no question of its own. */
function namesNothing({ asked, thread, question }: Understanding, isFollowUp: boolean): boolean {
  if (isFollowUp && thread && (thread.works || aspectsAsked(question).length > 0)) return false;
  return asked.length > 0 && asked.every(({ matter, years }) => matter === '' && years.length === 0);
}

/** Kinds of question that stand by themselves; what follows a summary or a list says how it is meant. */
const separate: ReadonlySet<Understanding['kind']> = new Set([
  'target',
  'fact',
  'calculation',
  'comparison',
  'definition',
  'responsibility',
]);

function tooLongDraft(frame: Understanding, plans: readonly Plan[]): Draft {
  const { language } = frame;
  const lead = fillTemplate(language, 'tooLong', { length: `${longestQuestion}+`, limit: longestQuestion });
  const example = fillTemplate(language, 'empty', { example: exampleOf({ language }, plans) });
  return emptyDraft({ status: 'refused', reason: 'question_too_long', lead: `${lead}\n${example}` });
}

function traced(
  hits: readonly {
    passage: { passageId: string; planId: string; sectionPath: string[]; text: string };
    score: number;
  }[],
) {
  let characters = 0;
  return hits.slice(0, tracedPassages).flatMap(({ passage, score }) => {
    characters += passage.text.length;
    if (characters > tracedCharacters) return [];
    const { passageId, planId, sectionPath, text } = passage;
    return [{ passageId, planId, sectionPath, score, passage: text }];
  });
}
