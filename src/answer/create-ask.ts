import { PlanbotError } from '../errors.js';
import type { Embedder } from '../models/embedder.js';
import type { Answer, AnswerRecord, Ask, AskRequest, ModelFailure, Plan } from '../records.js';
import type { IndicatorIndex } from '../retrieve/indicator-index.js';
import { rowsOfPassage } from '../retrieve/rows-of-passage.js';
import type { Hit, Store } from '../store/open-store.js';
import type { ToolContext } from '../tools/tool.js';
import { catalogueOf } from './catalogue-of.js';
import { type Collection, createCollection } from './collection.js';
import { type Draft, emptyDraft } from './draft.js';
import { eachPlan } from './each-plan.js';
import { aboutDraft, exampleOf } from './embedded/about/about-draft.js';
import { type Opening, readOpening } from './embedded/about/read-opening.js';
import { answerEmbedded } from './embedded/answer-embedded.js';
import { fillTemplate } from './embedded/fill-template.js';
import { mergeDrafts } from './embedded/merge-drafts.js';
import { asWritten, inPlansWords, longestQuestion } from './in-plans-words.js';
import type { LlmEngine } from './llm/answer-llm.js';
import { answersPart, frameOf, partsOf, type Reading } from './question-parts.js';
import { quotesInstead } from './quote-instead.js';
import { renderAnswer } from './render.js';
import type { Understanding } from './understand/understand.js';
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
  const catalogue = catalogueOf(visible, indicators);
  const tooLong = request.question.length > longestQuestion;
  const opening = tooLong ? undefined : readOpening(request.question);
  const isAsked = opening === undefined || opening === 'plans';
  const worded = isAsked ? await inPlansWords(request, catalogue, store) : asWritten(request);
  const frame = frameOf(worded, catalogue, today);
  const planIds = visible.map((plan) => plan.planId);
  const context = { store, embedder, plans, indicators, planIds };
  const byId = new Map(plans.map((plan) => [plan.planId, plan]));
  const engine = engineFor(request, llm);
  const byModel =
    tooLong || opening || withoutModel.has(frame.kind)
      ? undefined
      : await engine?.answer({ request, frame, context, today });
  const { draft, hits } = byModel?.draft
    ? { draft: byModel.draft, hits: byModel.hits }
    : await embeddedDraft({
        message: tooLong ? undefined : request.question,
        opening,
        frame,
        reading: { request: worded, catalogue, today },
        context,
      });
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
  /** As it was written; undefined where it is too long. */
  message: string | undefined;
  opening: Opening | undefined;
  frame: Understanding;
  reading: Reading;
  context: ToolContext;
}) {
  const { message, opening, frame, reading, context } = given;
  if (message === undefined) return { draft: tooLongDraft(frame, context), hits: [] };
  const about = await aboutDraft(message, opening, frame, context);
  if (about) return { draft: about, hits: [] };
  const parts = partsOf(reading.request, reading.catalogue, reading.today);
  const answers = [];
  for (const part of parts) answers.push(await answerEmbedded(part, context));
  const isEachAnswered =
    answers.length > 1 && answers.every(({ draft }, at) => answersPart(draft, parts[at]));
  const { draft: whole, hits } = isEachAnswered
    ? {
        draft: mergeDrafts(answers.map(({ draft }) => draft)),
        hits: inTurn(answers.map(({ evidence }) => evidence.hits)),
      }
    : await answerEmbedded(frame, context).then(({ draft, evidence }) => ({ draft, hits: evidence.hits }));
  return { draft: (await eachPlan({ frame, reading, whole, context })) ?? whole, hits };
}

/** The best passages of each part, then the next of each; a passage stands once. */
function inTurn(lists: readonly Hit[][]): Hit[] {
  const longest = Math.max(...lists.map((hits) => hits.length));
  const all = Array.from({ length: longest }, (_, at) => lists.flatMap((hits) => hits[at] ?? [])).flat();
  return [...new Map(all.map((hit) => [hit.passage.passageId, hit])).values()];
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

function tooLongDraft(frame: Understanding, context: ToolContext): Draft {
  const plans = context.plans.filter(({ planId }) => context.planIds.includes(planId));
  const { language } = frame;
  const lead = fillTemplate(language, 'tooLong', { length: `${longestQuestion}+`, limit: longestQuestion });
  const example = fillTemplate(language, 'empty', { example: exampleOf({ language }, plans, context) });
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
