import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type IncomingQuestion, incomingQuestionSchema } from '../question.js';
import { personKey } from '../state/person-key.js';
import type { State } from '../state/state.js';
import type { Replica } from './replica.js';

/** A question that was noted and is not yet done with. */
export interface Pending {
  id: string;
  question: IncomingQuestion;
}

/**
 * Questions from the moment in which they are noted to the moment in which their answer stands, kept so
 * that a crash on the way loses none.
 */
export interface PendingQuestions {
  /** Notes a question, before it is claimed. */
  note(question: IncomingQuestion): Promise<Pending>;
  /** True for the one who may post something under the question in this attempt; nobody else may from then on. */
  mayPost(question: IncomingQuestion): Promise<boolean>;
  done(pending: Pending): Promise<void>;
  /** Questions that a replica noted which is no longer alive, oldest first. */
  abandoned(): Promise<Pending[]>;
}

const valueSchema = z.object({ question: incomingQuestionSchema, replica: z.string() });
/** Slack may hand out an event again for as long as a day. */
const dayMs = 24 * 60 * 60 * 1_000;

export function createPending({ state, replica }: { state: State; replica: Replica }): PendingQuestions {
  const questions = state.records('pending');
  return {
    async note(question) {
      // An id of its own: the same question may come twice at once, and only one of the two is done with.
      const id = randomUUID();
      const value = { question, replica: replica.id };
      await questions.put({ id, value, person: personKey(question), ttlMs: dayMs });
      return { id, question };
    },
    mayPost: ({ channel, ts, attempt = 0 }) => state.claim(`post:${channel}:${ts}:${attempt}`, dayMs),
    done: ({ id }) => questions.remove(id),
    async abandoned() {
      const left: Pending[] = [];
      for (const { id, value } of await questions.list()) {
        const { data } = valueSchema.safeParse(value);
        if (data !== undefined && !(await replica.isAlive(data.replica)))
          left.push({ id, question: data.question });
      }
      return left;
    },
  };
}
