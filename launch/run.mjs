// Runs an entry point of planbot, as a process or a worker: `node launch/run.mjs src/cli/ask.ts …`
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { compile, compiledFile } from './compile.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
/** Under this name a process tells its workers what it runs, so that they need not read all sources again. */
const buildName = 'planbot build';
// What goes wrong is told with the lines of the sources.
process.setSourceMapsEnabled(true);
const [node = '', , entry = '', ...args] = process.argv;

const file = fileOfProcess() ?? (await compile({ root, entry }).then(fileForAll, loadSources));
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);

function fileOfProcess() {
  const build = getEnvironmentData(buildName);
  const known = typeof build === 'string' ? compiledFile(build, entry) : '';
  return existsSync(known) ? known : undefined;
}

/** @param {string} build */
function fileForAll(build) {
  setEnvironmentData(buildName, build);
  return compiledFile(build, entry);
}

/** Where nothing can be compiled or written, the sources run as they are; it takes a few seconds more. */
async function loadSources() {
  const { register } = await import('tsx/esm/api');
  register();
  return path.join(root, entry);
}
