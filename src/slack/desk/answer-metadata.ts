import { z } from 'zod';
import type { Notice } from '../views/service-message.js';

/** What is stored with each message of an answer, so that it is found again after a crash. */
export interface AnswerMetadata {
  event_type: 'planbot_answer';
  /** `notice` where somebody was told something in the place of an answer. */
  event_payload: { question_ts: string; part: number; parts: number; notice?: Notice };
}

/** Marks a message as one part of the answer to a question. */
export function markAnswer(question: { ts: string }, part: number, parts: number): AnswerMetadata {
  return { event_type: 'planbot_answer', event_payload: { question_ts: question.ts, part, parts } };
}

/** Marks what is told in the place of an answer: nothing more is to follow it. */
export function markNotice({ ts }: { ts: string }, notice: Notice): AnswerMetadata {
  return { event_type: 'planbot_answer', event_payload: { question_ts: ts, part: 1, parts: 1, notice } };
}

/** What every other message of planbot says of itself: that it is none of a stream. */
export const noteMark = { event_type: 'planbot_note', event_payload: {} };

const markedSchema = z.object({
  metadata: z.object({
    event_type: z.literal('planbot_answer'),
    event_payload: z.object({ question_ts: z.string(), part: z.number(), parts: z.number() }),
  }),
});

/** How much of a question's answer stands among messages. */
export function findAnswer(question: { ts: string }, messages: readonly unknown[]): 'all' | 'some' | 'none' {
  const marks = messages
    .map((message) => markedSchema.safeParse(message).data?.metadata.event_payload)
    .filter((mark) => mark?.question_ts === question.ts);
  if (marks.length === 0) return 'none';
  return marks.some((mark) => mark?.part === mark?.parts) ? 'all' : 'some';
}
