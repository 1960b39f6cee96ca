import type { Worker } from 'node:worker_threads';
import { messageOf } from '../../src/errors.js';
import type { TaskName, TaskReply, TaskRequest } from './tasks.js';

export interface FileLimits {
  milliseconds: number;
  /** Memory that a file may add to the process. */
  megabytes: number;
}

/** The worker had to be ended, or ended by itself: the next file needs a new one. */
export class WorkerLost extends Error {
  /** True where the process grew too much, which another file may have done. */
  readonly isMemory: boolean;

  constructor(message: string, { isMemory = false }: { isMemory?: boolean } = {}) {
    super(message);
    this.isMemory = isMemory;
  }
}

const megabyte = 1024 * 1024;
/** How often the memory is looked at, in milliseconds. */
const watchInterval = 100;

/**
 * Asks a worker, and gives up where the answer takes too much time or memory.
 * @throws WorkerLost
 */
export function askWorker<Name extends TaskName>({
  worker,
  name,
  request,
  limits,
}: {
  worker: Worker;
  name: Name;
  request: TaskRequest<Name>;
  limits: FileLimits;
}): Promise<TaskReply> {
  const before = process.memoryUsage.rss();
  const tooMuch = (what: string) => `reading it took more than ${what}; it is damaged or far too large`;
  return new Promise((resolve, reject) => {
    const lost = (error: WorkerLost) => finish(() => reject(error));
    const deadline = setTimeout(
      () => lost(new WorkerLost(tooMuch(`${limits.milliseconds / 1000} s`))),
      limits.milliseconds,
    );
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.megabytes * megabyte)
        lost(new WorkerLost(tooMuch(`${limits.megabytes} MB of memory`), { isMemory: true }));
    }, watchInterval);
    const onMessage = (reply: TaskReply) => finish(() => resolve(reply));
    const onError = (error: unknown) => lost(new WorkerLost(`reading it failed (${messageOf(error)})`));
    const onExit = () => lost(new WorkerLost('reading it ended the worker'));
    const finish = (settle: () => void) => {
      clearTimeout(deadline);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ name, request });
  });
}
