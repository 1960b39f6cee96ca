import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../src/evaluation/judge-answer.js';
import { parseQuestions } from '../../src/evaluation/parse-questions.js';
import { buildAnswer } from './build.js';

const questionsFile = new URL('../../../shared/eval/dev.jsonl', import.meta.url);
/** The checked questions are not part of the project; without them there is nothing to look at. */
const questions = existsSync(questionsFile) ? parseQuestions(readFileSync(questionsFile, 'utf8')) : [];

describe('the ideal answers of the checked questions', () => {
  it('are found correct', () => {
    const wrong = questions.flatMap((question) => {
      const status = question.type === 'unanswerable' ? 'refused' : 'answered';
      const whyNot = judgeAnswer(question, buildAnswer({ status, text: question.answer.text }));
      return whyNot.map((why) => `${question.id}: ${why}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are found wrong as answers to another question', () => {
    const answerable = questions.filter((one) => one.type !== 'unanswerable');
    const wronglyRight = answerable.filter((question, index) => {
      const other = answerable[(index + 7) % answerable.length];
      return judgeAnswer(question, buildAnswer({ text: other?.answer.text ?? '' })).length === 0;
    });
    // Two plans may have the same figure for different things.
    expect(wronglyRight.length).toBeLessThanOrEqual(answerable.length * 0.02);
  });
});
