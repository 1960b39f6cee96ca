import type { IncomingQuestion } from './question.js';
import type { State } from './state/state.js';

/** Threads that planbot has answered in: there a follow-up needs no mention. */
export interface AnsweredThreads {
  note(question: Thread): Promise<void>;
  has(thread: Thread): Promise<boolean>;
}

type Thread = Pick<IncomingQuestion, 'team' | 'channel' | 'threadTs'>;

/** How long a thread is remembered, at least: it is no more than that it exists. */
const rememberMs = 30 * 24 * 60 * 60_000;
const cacheLimit = 5_000;

export function createAnsweredThreads({ state }: { state: State }): AnsweredThreads {
  const records = state.records('answered-threads');
  const known = new Set<string>();
  const keep = (id: string): void => {
    if (known.size >= cacheLimit) known.clear();
    known.add(id);
  };
  return {
    async note(thread) {
      const id = idOf(thread);
      if (known.has(id)) return;
      keep(id);
      await records.put({ id, value: true, ttlMs: rememberMs });
    },
    async has(thread) {
      const id = idOf(thread);
      if (known.has(id)) return true;
      const isKept = (await records.get(id)) !== undefined;
      if (isKept) keep(id);
      return isKept;
    },
  };
}

function idOf({ team, channel, threadTs }: Thread): string {
  return `${team}:${channel}:${threadTs}`;
}
