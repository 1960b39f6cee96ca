import { z } from 'zod';
import { Answer, Retrieved } from '../../records.js';
import { personKey } from '../state/person-key.js';
import type { State } from '../state/state.js';

export const feedbackReasons = [
  'wrong_figure',
  'wrong_place',
  'incomplete',
  'not_answered',
  'other',
] as const;

const Feedback = z.object({
  /** The id of the answer that it is about. */
  answerId: z.string(),
  team: z.string(),
  user: z.string(),
  verdict: z.enum(['good', 'bad']),
  reason: z.enum(feedbackReasons).nullable(),
  comment: z.string(),
  question: z.string(),
  answer: Answer,
  retrieved: z.array(Retrieved),
  /** ISO 8601. */
  givenAt: z.string(),
});

/** What somebody thought of an answer, with what it takes to see why. */
export type Feedback = z.infer<typeof Feedback>;

/** What people thought of answers. */
export interface FeedbackBook {
  /** A person's later word on an answer takes the place of the earlier one. */
  note(feedback: Feedback): Promise<void>;
  /** Oldest first. */
  list(): Promise<Feedback[]>;
}

const dayMs = 24 * 60 * 60 * 1_000;

export function createFeedbackBook({
  state,
  retentionDays,
}: {
  state: Pick<State, 'records'>;
  retentionDays: number;
}): FeedbackBook {
  const records = state.records('feedback');
  return {
    async note(feedback) {
      if (retentionDays === 0) return;
      const person = personKey(feedback);
      const id = `${feedback.answerId}:${person}`;
      await records.put({ id, value: feedback, person, ttlMs: retentionDays * dayMs });
    },
    async list() {
      const kept = await records.list();
      return kept.flatMap(({ value }) => {
        const { data } = Feedback.safeParse(value);
        return data === undefined ? [] : [data];
      });
    },
  };
}
