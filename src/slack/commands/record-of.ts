import type { Answer, AnswerRecord } from '../../records.js';

/** An answer that was looked up, not asked of an engine, as the record that every answer is shown from. */
export function recordOf(
  question: string,
  answer: Pick<Answer, 'language' | 'text'> & Partial<Answer>,
): AnswerRecord {
  return {
    id: '',
    question,
    engine: 'embedded',
    model: null,
    answer: {
      status: 'answered',
      reason: null,
      claims: [],
      values: [],
      calculations: [],
      citations: [],
      conflicts: [],
      followups: [],
      ...answer,
    },
    timingMs: 0,
  };
}
