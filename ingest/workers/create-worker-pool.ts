import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { unreadable } from '../parse/unreadable.js';
import { askWorker, type FileLimits, WorkerLost } from './ask-worker.js';
import { createGate } from './gate.js';
import { startWorker } from './start-worker.js';
import { runTask, type TaskName, type TaskOutcome, type TaskRequest, type TaskResult } from './tasks.js';

/** Does tasks in workers, several at once, each ended where a file takes too much; small texts at once, here. */
export interface WorkerPool {
  /** @throws PlanbotError `plan_file_unreadable` */
  run<Name extends TaskName>(
    name: Name,
    request: TaskRequest<Name>,
    /** Is called when its turn has come. */
    onStart?: () => void,
  ): Promise<TaskResult<Name>>;
  /** How many files are worth having under way. */
  readonly atOnce: number;
  close(): Promise<void>;
}

const usualLimits: FileLimits = { milliseconds: 20_000, megabytes: 1_024 };
const mostWorkers = 4;
const smallText = 2 * 1024 * 1024;
/** Memory of all files under way, as estimated; one that may need all of it is read alone. */
const budgetMegabytes = 512;
/** What reading takes for each byte of a file, unpacking and objects included. */
const growth = 24;
/**
 * A worker whose objects take so much is replaced, since what libraries keep only grows. A new one costs
 * seconds: it loads dictionaries and compiles again what it runs often.
 */
const mostKeptMegabytes = 384;

export function createWorkerPool({
  limits = usualLimits,
  isSmall = false,
}: {
  limits?: FileLimits;
  /** Where there is little to do in all, texts are not worth starting a worker for. */
  isSmall?: boolean;
} = {}): WorkerPool {
  const atOnce = Math.min(mostWorkers, availableParallelism());
  const gate = createGate(budgetMegabytes);
  const idle: Worker[] = [];
  const hired = new Set<Worker>();
  const hire = async (): Promise<Worker> => {
    const free = idle.pop();
    if (free) return free;
    const worker = await startWorker(limits.megabytes);
    hired.add(worker);
    return worker;
  };
  const dismiss = async (worker: Worker) => {
    hired.delete(worker);
    await worker.terminate();
  };
  const attempt = async <Name extends TaskName>(
    name: Name,
    request: TaskRequest<Name>,
    weight: number,
    onStart: (() => void) | undefined,
  ) => {
    const leave = await gate.enter(weight);
    const worker = await hire();
    onStart?.();
    try {
      const reply = await askWorker({ worker, name, request, limits });
      if (reply.megabytes < mostKeptMegabytes) idle.push(worker);
      else await dismiss(worker);
      return reply;
    } catch (error) {
      await dismiss(worker);
      throw error;
    } finally {
      leave();
    }
  };
  const weightOf = (bytes: Uint8Array) =>
    Math.max(Math.ceil((bytes.length * growth) / 2 ** 20), budgetMegabytes / atOnce);
  return {
    atOnce,
    run: async <Name extends TaskName>(name: Name, request: TaskRequest<Name>, onStart?: () => void) => {
      if (isSmall && isSmallText(request.bytes)) return runTask(name, request);
      const reply = await attempt(name, request, weightOf(request.bytes), onStart)
        .catch((error: unknown) => {
          // Which of several files made the process grow shows when each is read alone.
          if (error instanceof WorkerLost && error.isMemory)
            return attempt(name, request, budgetMegabytes, onStart);
          throw error;
        })
        .catch((error: unknown) => {
          if (error instanceof WorkerLost) throw unreadable(error.message);
          throw error;
        });
      return resultOf<Name>(reply);
    },
    close: async () => {
      await Promise.all([...hired].map((worker) => dismiss(worker)));
    },
  };
}

/** Text of this size cannot take much; what is packed can. */
function isSmallText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return (
    bytes.length < smallText && !start.includes('%PDF-') && !start.startsWith('PK') && !/<[a-z!]/i.test(start)
  );
}

/** A worker answers each task with what that task's function gave. */
function resultOf<Name extends TaskName>(reply: TaskOutcome): TaskResult<Name> {
  if ('result' in reply) return reply.result as TaskResult<Name>;
  throw unreadable(reply.reason);
}
