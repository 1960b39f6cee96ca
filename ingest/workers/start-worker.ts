import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFolder } from '../../src/project-folder.js';

const launcher = path.join(projectFolder, 'launch/run.mjs');
/** Room for what is soon garbage: with little of it, collecting takes a tenth of a worker's time. */
const maxYoungGenerationSizeMb = 96;

/** Starts a worker with this much memory for its objects, as every program of the project is started. */
export function startWorker(megabytes: number): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb };
  const worker = new Worker(launcher, { argv: ['ingest/workers/worker.ts'], resourceLimits });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      worker.unref();
      resolve(worker);
    });
  });
}
