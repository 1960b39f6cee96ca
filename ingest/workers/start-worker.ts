import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Room for what is soon garbage: with little of it, collecting takes a tenth of a worker's time. */
const maxYoungGenerationSizeMb = 96;

/** Starts a worker with this much memory for its objects, from source under tsx and from JavaScript when built. */
export function startWorker(megabytes: number): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb };
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(sourceLoader(), { eval: true, resourceLimits })
    : new Worker(new URL('./worker.js', import.meta.url), { resourceLimits });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      worker.unref();
      resolve(worker);
    });
  });
}

/** Loads the TypeScript source: a worker does not take over the loader of the main thread. */
function sourceLoader(): string {
  // Resolving the entry itself would find the one for `require`.
  const tsx = path.dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(path.join(tsx, 'dist/esm/api/index.mjs')).href;
  const entry = new URL('./worker.ts', import.meta.url).href;
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
}
