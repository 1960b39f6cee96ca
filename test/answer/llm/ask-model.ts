import { onTestFinished } from 'vitest';
import { createCollection } from '../../../src/answer/collection.js';
import { createAsk } from '../../../src/answer/create-ask.js';
import { createLlmEngine } from '../../../src/answer/llm/answer-llm.js';
import { limitsOf } from '../../../src/answer/llm/limits.js';
import { readSettings } from '../../../src/config.js';
import { createChatModel } from '../../../src/models/chat-model.js';
import { createEmbeddedEmbedder } from '../../../src/models/embedded-embedder.js';
import type { Ask } from '../../../src/records.js';
import type { Store } from '../../../src/store/open-store.js';
import { type ChatEndpoint, type Script, startChatEndpoint } from '../../fakes/openai/chat-endpoint.js';

/** What of an index is held in memory, once an index: many tests ask of the same one. */
const collections = new WeakMap<Store, ReturnType<typeof createCollection>>();

function collectionOf(store: Store) {
  const collection = collections.get(store) ?? createCollection(store);
  collections.set(store, collection);
  return collection;
}

/** An engine over an index whose model says what a script tells it to. */
export async function askModel(
  store: Store,
  script: Script,
  settings: Record<string, string> = {},
): Promise<{ ask: Ask; endpoint: ChatEndpoint }> {
  const endpoint = await startChatEndpoint(script);
  onTestFinished(() => endpoint.close());
  const read = readSettings({
    PLANBOT_MODEL: 'fake-model',
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: endpoint.baseUrl,
    ...settings,
  });
  const model = createChatModel(read);
  if (!model) throw new Error('the settings name a model');
  const llm = createLlmEngine({ model, limits: { ...limitsOf(read), retryDelayMs: 1 } });
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  const [collection, embedder] = [collectionOf(store), createEmbeddedEmbedder()];
  return { ask: createAsk({ store, collection, embedder, now, llm }), endpoint };
}
