import path from 'node:path';
import type { FileReport } from '../../ingest/file-report.js';
import { type IngestRequest, ingestFiles } from '../../ingest/pipeline.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Embedder } from '../../src/models/embedder.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { samplePlans } from './sample-plans.js';
import { temporaryFolder, writeFiles } from './temporary-folder.js';

/** A folder with plans, and the index that is made of it. */
export interface Workspace {
  plans: string;
  index: string;
  ingest(embedder?: Embedder): Promise<FileReport[]>;
  /** An ingest that is asked for in another way. */
  ingestWith(request: Partial<IngestRequest>): Promise<FileReport[]>;
  /** The index, opened for reading; it must be there. */
  open(embedder?: Embedder): Promise<Store>;
}

/** A workspace with the sample plans, or others, not ingested yet. */
export async function createWorkspace(
  files: Readonly<Record<string, string | Buffer>> = samplePlans,
): Promise<Workspace> {
  const folder = temporaryFolder();
  const plans = await writeFiles(path.join(folder, 'plans'), files);
  const index = path.join(folder, 'index');
  return {
    plans,
    index,
    ingest: (embedder = createEmbeddedEmbedder()) => ingestFiles({ paths: [plans], index, embedder }),
    ingestWith: (request) =>
      ingestFiles({ paths: [plans], index, embedder: createEmbeddedEmbedder(), ...request }),
    open: async (embedder = createEmbeddedEmbedder()) => {
      const store = await openStore({ uri: index, embedderId: embedder.id });
      if (!store) throw new Error('the index is not there');
      return store;
    },
  };
}
