import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../../src/errors.js';
import { type ParsedFile, parseFile } from './parse-file.js';
import type { ParseReply, ParseRequest } from './parse-worker.js';
import { unreadable } from './unreadable.js';

/** Parses files one after the other, in a worker that is ended where a file takes too much. */
export interface FileParser {
  /** @throws PlanbotError `plan_file_unreadable` */
  parse: (request: ParseRequest) => Promise<ParsedFile>;
  close: () => Promise<void>;
}

export interface ParserLimits {
  milliseconds: number;
  /** Memory that a file may add to the process. */
  megabytes: number;
}

const usualLimits: ParserLimits = { milliseconds: 20_000, megabytes: 1_024 };
/** Text below this size cannot take much: it is parsed at once, which is faster. */
const smallText = 2 * 1024 * 1024;
const megabyte = 1024 * 1024;
/** How often the memory is looked at, in milliseconds. */
const watchInterval = 100;

export function createFileParser(limits: ParserLimits = usualLimits): FileParser {
  let worker: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = async () => {
    const ending = worker;
    worker = undefined;
    await (await ending?.catch(() => undefined))?.terminate();
  };
  const parseInWorker = async (request: ParseRequest): Promise<ParsedFile> => {
    worker ??= startWorker(limits);
    try {
      return parsedOf(await ask(await worker, request, limits));
    } catch (error) {
      if (error instanceof WorkerLost) {
        await end();
        throw unreadable(error.message);
      }
      throw error;
    }
  };
  return {
    parse: (request) => {
      if (isSmallText(request)) return parseFile(request);
      const result = last.then(() => parseInWorker(request));
      last = result.catch(() => undefined);
      return result;
    },
    close: end,
  };
}

/** The worker had to be ended, or ended by itself: the next file needs a new one. */
class WorkerLost extends Error {}

function isSmallText({ bytes }: ParseRequest): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return (
    bytes.length < smallText && !start.includes('%PDF-') && !start.startsWith('PK') && !/<[a-z!]/i.test(start)
  );
}

/** Starts the worker, from source under tsx and vitest and from JavaScript when built. */
function startWorker({ megabytes }: ParserLimits): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes };
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(sourceLoader(), { eval: true, resourceLimits })
    : new Worker(new URL('./parse-worker.js', import.meta.url), { resourceLimits });
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
  const entry = new URL('./parse-worker.ts', import.meta.url).href;
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
}

function ask(worker: Worker, request: ParseRequest, limits: ParserLimits): Promise<ParseReply> {
  const before = process.memoryUsage.rss();
  return new Promise((resolve, reject) => {
    const lost = (message: string) => finish(() => reject(new WorkerLost(message)));
    const deadline = setTimeout(
      () => lost(`reading it took more than ${limits.milliseconds / 1000} s; it is damaged or far too large`),
      limits.milliseconds,
    );
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.megabytes * megabyte)
        lost(`reading it took more than ${limits.megabytes} MB of memory; it is damaged or far too large`);
    }, watchInterval);
    const onMessage = (reply: ParseReply) => finish(() => resolve(reply));
    const onError = (error: unknown) => lost(`reading it failed (${messageOf(error)})`);
    const finish = (settle: () => void) => {
      clearTimeout(deadline);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError);
      settle();
    };
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage(request);
  });
}

function parsedOf(reply: ParseReply): ParsedFile {
  if ('parsed' in reply) return reply.parsed;
  throw unreadable(reply.reason);
}
