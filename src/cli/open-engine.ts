import { ingestFiles } from '../../ingest/pipeline.js';
import { createAsk } from '../answer/create-ask.js';
import type { Settings } from '../config.js';
import { createEmbedder } from '../models/create-embedder.js';
import type { Ask } from '../records.js';
import { missingIndex, openStore } from '../store/open-store.js';

export interface Engine {
  ask: Ask;
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
  let store = await openStore({ uri, embedderId: embedder.id });
  if (!store) {
    log(`There is no index at ${uri} yet: building it from ${settings.PLANBOT_PLANS} …`);
    const reports = await ingestFiles({
      paths: [settings.PLANBOT_PLANS],
      index: uri,
      embedder,
      onProgress: ({ done, total, file }) => {
        if (file !== '') log(`reading ${done + 1} of ${total}: ${file}`);
      },
    });
    const read = reports.filter((report) => report.status === 'read');
    for (const failed of reports.filter((report) => report.status === 'failed'))
      log(failed.warnings.join('; '));
    log(
      `The index is ready: ${read.length} plans, ${read.reduce((sum, one) => sum + one.passages, 0)} passages.`,
    );
    store = await openStore({ uri, embedderId: embedder.id });
  }
  if (!store) throw missingIndex(uri);
  const opened = store;
  const ask = createAsk({ store: opened, embedder, now: () => new Date() });
  // Dictionaries and indicators load with the first question; nobody should wait for them.
  await ask({ question: '目标' });
  return {
    ask,
    close: async () => opened.close(),
  };
}
