import { createCollection } from '../answer/collection.js';
import { createAsk } from '../answer/create-ask.js';
import type { LlmEngine } from '../answer/llm/answer-llm.js';
import type { Settings } from '../config.js';
import { createEmbedder } from '../models/create-embedder.js';
import type { Embedder } from '../models/embedder.js';
import type { Ask, Indicator } from '../records.js';
import { missingIndex, openStore } from '../store/open-store.js';
import type { ToolContext } from '../tools/tool.js';
import { warmUp } from './warm-up.js';

export interface Engine {
  ask: Ask;
  /** What the tools look things up in, for somebody who may see these plans; undefined means all. */
  context(visiblePlans?: ReadonlySet<string>): Promise<ToolContext>;
  /** Ids of the plans in the index, sorted. */
  planIds(): Promise<string[]>;
  /** Everything that was extracted from these plans. */
  indicators(planIds: readonly string[]): Promise<Indicator[]>;
  /** Loads and exercises what the first questions would otherwise wait for. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the index and the engine over it; a missing index is built from the plan folder first.
 * @throws PlanbotError when the index or the plan folder cannot be used
 */
export async function openEngine({
  settings,
  log,
}: {
  settings: Settings;
  log: (message: string) => void;
}): Promise<Engine> {
  const embedder = await createEmbedder(settings);
  const uri = settings.PLANBOT_INDEX;
  const open = () => openStore({ uri, embedderId: embedder.id });
  let store = await open();
  if (!store) {
    log(`There is no index at ${uri} yet: building it from ${settings.PLANBOT_PLANS} …`);
    await buildIndex({ settings, embedder, log });
    store = await open();
  }
  if (!store) throw missingIndex(uri);
  const opened = store;
  const collection = createCollection(opened);
  const ask = createAsk({
    store: opened,
    collection,
    embedder,
    now: () => new Date(),
    llm: await openLlm(settings),
  });
  // Dictionaries and indicators load with the first question; nobody should wait for them.
  await ask({ question: '目标', engine: 'embedded' });
  return {
    ask,
    context: async (visible) => {
      const { plans, indicators } = await collection();
      const planIds = plans.map(({ planId }) => planId).filter((id) => visible?.has(id) ?? true);
      return { store: opened, embedder, plans, indicators, planIds };
    },
    planIds: async () => (await collection()).plans.map((plan) => plan.planId).sort(),
    indicators: (planIds) => opened.indicators(planIds),
    warmUp: () => warmUp({ ask, collection, log }),
    close: async () => opened.close(),
  };
}

/** The LLM engine, where the settings name a model and a key; only then is what it is made of loaded. */
async function openLlm(settings: Settings): Promise<LlmEngine | undefined> {
  if (!settings.PLANBOT_MODEL || !settings.OPENAI_API_KEY) return undefined;
  const { createChatModel } = await import('../models/chat-model.js');
  const { createLlmEngine } = await import('../answer/llm/answer-llm.js');
  const { limitsOf } = await import('../answer/llm/limits.js');
  const model = createChatModel(settings);
  return model && createLlmEngine({ model, limits: limitsOf(settings) });
}

async function buildIndex({
  settings,
  embedder,
  log,
}: {
  settings: Settings;
  embedder: Embedder;
  log: (message: string) => void;
}): Promise<void> {
  // Whoever has an index need not wait until the readers of files are loaded.
  const { ingestFiles } = await import('../../ingest/pipeline.js');
  const { createIndicatorReader } = await import('../models/indicator-reader.js');
  const reports = await ingestFiles({
    paths: [settings.PLANBOT_PLANS],
    index: settings.PLANBOT_INDEX,
    embedder,
    reader: createIndicatorReader(settings),
    onProgress: ({ done, total, file }) => {
      if (file !== '') log(`reading ${done + 1} of ${total}: ${file}`);
    },
  });
  for (const failed of reports.filter((report) => report.status === 'failed'))
    log(failed.warnings.join('; '));
  const read = reports.filter((report) => report.status === 'read');
  if (read.length === 0) return;
  const passages = read.reduce((sum, report) => sum + report.passages, 0);
  log(`The index is ready: ${read.length} plans, ${passages} passages.`);
}
