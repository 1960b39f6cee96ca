// Runs an entry point of planbot, as a process or a worker: `node launch/run.mjs src/cli/ask.ts …`
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from './compile.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
// What goes wrong is told with the lines of the sources.
process.setSourceMapsEnabled(true);
const [node = '', , entry = '', ...args] = process.argv;

const file = await compile({ root, entry }).catch(loadSources);
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);

/** Where nothing can be compiled or written, the sources run as they are; it takes a few seconds more. */
async function loadSources() {
  const { register } = await import('tsx/esm/api');
  register();
  return path.join(root, entry);
}
