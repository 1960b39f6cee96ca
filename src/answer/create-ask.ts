import type { Embedder } from '../models/embedder.js';
import type { AnswerRecord, Ask, AskRequest, Plan } from '../records.js';
import { createIndicatorIndex, type IndicatorIndex } from '../retrieve/indicator-index.js';
import type { Store } from '../store/open-store.js';
import { emptyDraft } from './draft.js';
import { answerEmbedded, exampleOf } from './embedded/answer-embedded.js';
import { fillTemplate } from './embedded/fill-template.js';
import { renderAnswer } from './render.js';
import { type Catalogue, createCatalogue } from './understand/catalogue.js';
import { detectLanguage } from './understand/detect-language.js';
import { type Understanding, understand } from './understand/understand.js';
import { verifyDraft } from './verify/verify-draft.js';

/** A question beyond this length is asked to be shortened; it is a pasted document, not a question. */
export const longestQuestion = 2_000;
const tracedPassages = 8;
const tracedCharacters = 4_000;

interface Collection {
  version: number;
  plans: Plan[];
  indicators: IndicatorIndex;
}

/** Makes the function that answers questions over an index, on the embedded engine. */
export function createAsk({
  store,
  embedder,
  now,
}: {
  store: Store;
  embedder: Embedder;
  now: () => Date;
}): Ask {
  let loaded: Collection | undefined;
  const collection = async (): Promise<Collection> => {
    const version = await store.version();
    if (loaded?.version !== version) {
      const plans = await store.plans();
      const rows = await store.indicators(plans.map((plan) => plan.planId));
      loaded = { version, plans, indicators: createIndicatorIndex(rows) };
    }
    return loaded;
  };
  return async (request) => {
    const started = performance.now();
    const { plans, indicators } = await collection();
    const visible = visiblePlans(plans, request);
    const record = await answerOne({ request, visible, plans, indicators, store, embedder, today: now() });
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
  today,
}: {
  request: AskRequest;
  visible: Plan[];
  plans: readonly Plan[];
  indicators: IndicatorIndex;
  store: Store;
  embedder: Embedder;
  today: Date;
}): Promise<AnswerRecord> {
  const catalogue = createCatalogue(visible);
  const frame = frameOf(request, catalogue, today);
  const planIds = visible.map((plan) => plan.planId);
  const context = { store, embedder, plans, indicators, planIds };
  const tooLong = request.question.length > longestQuestion;
  const { draft, evidence } = tooLong ? tooLongAnswer(frame, visible) : await answerEmbedded(frame, context);
  const checked = await verifyDraft({ draft, store, visible: new Set(planIds) });
  const answer = renderAnswer({
    draft: checked.draft,
    plans: new Map(plans.map((plan) => [plan.planId, plan])),
    language: frame.language,
  });
  return {
    id: request.id ?? '',
    question: request.question,
    engine: 'embedded',
    model: null,
    answer,
    ...(request.trace ? { retrieved: traced(evidence.hits), dropped: checked.dropped } : {}),
    timingMs: 0,
  };
}

function frameOf(request: AskRequest, catalogue: Catalogue, today: Date): Understanding {
  const question = request.question.slice(0, longestQuestion);
  const frame = understand({ question, history: request.history ?? [], catalogue, today });
  return { ...frame, language: request.language ?? frame.language };
}

function tooLongAnswer(frame: Understanding, plans: readonly Plan[]) {
  const language = detectLanguage(frame.question);
  const lead = fillTemplate(language, 'tooLong', { length: `${longestQuestion}+`, limit: longestQuestion });
  const example = fillTemplate(language, 'empty', { example: exampleOf({ language }, plans) });
  const draft = emptyDraft({ status: 'refused', reason: 'question_too_long', lead: `${lead}\n${example}` });
  return {
    draft,
    evidence: { hits: [], indicators: [], clauses: [], collection: [], neighbours: [], plans },
  };
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
