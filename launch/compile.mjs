import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

/** Folders that hold the program. */
const programFolders = ['src', 'ingest'];
/** What a build is made of besides the sources. */
const settings = ['package-lock.json', 'launch/compile.mjs'];
/** Started from the program itself, and so by none of the scripts. */
const worker = 'ingest/workers/worker.ts';
/** A build that nobody has started for so long goes with the next one, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000;

/**
 * Compiles the program to JavaScript, which starts in a third of the time that the sources take. A build lies in a folder named after everything that it was made of, so that another
 * source is another build; one that is there is taken as it is.
 * @param {{ root: string, entry: string }} request the project's folder, and an entry point in it
 * @returns {Promise<string>} the build's folder
 * @throws where the folder cannot be written, or a source cannot be compiled
 */
export async function compile({ root, entry }) {
  const entries = [...new Set([...scriptEntries(root), worker, entry])].filter((one) =>
    existsSync(path.join(root, one)),
  );
  const builds = path.join(root, 'dist');
  const build = path.join(builds, fingerprint(root, entries));
  if (existsSync(build)) touch(build);
  else await makeBuild({ root, entries, builds, build });
  return build;
}

/**
 * @param {string} build the folder of a build
 * @param {string} entry an entry point that it was made with
 * @returns {string} the file to run
 */
export function compiledFile(build, entry) {
  return path.join(build, entry.replace(/\.ts$/, '.js'));
}

/** @param {string} root */
function scriptEntries(root) {
  /** @type {{ scripts?: Record<string, string> }} */
  const { scripts = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.values(scripts).flatMap((script) => /launch\/run\.mjs (\S+\.ts)$/.exec(script)?.[1] ?? []);
}

/**
 * @param {string} root
 * @param {readonly string[]} entries
 */
function fingerprint(root, entries) {
  const folders = new Set([...programFolders, ...entries.map((entry) => entry.split('/')[0] ?? '')]);
  const files = [...folders].flatMap((folder) => sourcesIn(root, folder)).sort();
  const hash = createHash('sha256').update(JSON.stringify([process.versions.node, entries]));
  for (const file of [...settings, ...files]) {
    const content = readFileSync(path.join(root, file));
    hash.update(`\n${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * @param {string} root
 * @param {string} folder
 */
function sourcesIn(root, folder) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|json)$/.test(file))
    .map((file) => path.join(folder, file));
}

/** @param {{ root: string, entries: string[], builds: string, build: string }} request */
async function makeBuild({ root, entries, builds, build }) {
  const { build: bundle } = await import('esbuild');
  const unfinished = `${build}.${randomUUID()}`;
  await bundle({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: unfinished,
    outbase: root,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'silent',
  });
  try {
    renameSync(unfinished, build);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Somebody else has made the same one in the meantime.
    if (!existsSync(build)) throw error;
  }
  removeOld(builds, build);
}

/**
 * Removes the builds that nobody uses any more; several processes may be about it, and one may not be allowed to.
 * @param {string} builds
 * @param {string} current
 */
function removeOld(builds, current) {
  try {
    for (const name of readdirSync(builds)) {
      const one = path.join(builds, name);
      if (one !== current && Date.now() - statSync(one).mtimeMs > keptFor)
        rmSync(one, { recursive: true, force: true });
    }
  } catch {}
}

/**
 * Notes that a build is in use; where that is not allowed, nobody removes builds either.
 * @param {string} build
 */
function touch(build) {
  try {
    utimesSync(build, new Date(), new Date());
  } catch {}
}
