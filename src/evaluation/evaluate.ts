import { messageOf } from '../errors.js';
import type { Ask } from '../records.js';
import type { Question } from './question.js';
import type { QuestionResult } from './result.js';
import { scoreAnswer, scoreFailure } from './score-answer.js';

/** Asks every question, one after the other, each with its thread and with trace, and scores the answers. */
export async function evaluate({
  questions,
  ask,
  onResult,
}: {
  questions: readonly Question[];
  ask: Ask;
  onResult?: (result: QuestionResult, done: number) => void;
}): Promise<QuestionResult[]> {
  const results: QuestionResult[] = [];
  for (const question of questions) {
    const result = await askOne(question, ask);
    results.push(result);
    onResult?.(result, results.length);
  }
  return results;
}

async function askOne(question: Question, ask: Ask): Promise<QuestionResult> {
  const { id, history } = question;
  try {
    return scoreAnswer(question, await ask({ id, question: question.question, history, trace: true }));
  } catch (error) {
    return scoreFailure(question, messageOf(error));
  }
}
