import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../src/evaluation/parse-questions.js';

const line = (given: object) =>
  JSON.stringify({ id: 'a', type: 'fact', lang: 'zh', plans: [], question: '？', answer: {}, ...given });

describe('a question file', () => {
  it('is read a line at a time, with what is left out filled in', () => {
    const questions = parseQuestions(`${line({})}\r\n\n${line({ id: 'b' })}\n`);
    expect(questions.map((one) => one.id)).toEqual(['a', 'b']);
    expect(questions[0]).toMatchObject({
      history: [],
      evidence: [],
      answer: { must_include: [], values: [] },
    });
  });

  it('names every wrong line at once', () => {
    const text = [line({ type: 'riddle' }), line({}), 'not json', line({})].join('\n');
    expect(() => parseQuestions(text)).toThrow(
      /line 1: .*type[\s\S]*line 3: [\s\S]*line 4: the id "a" stands twice/,
    );
  });
});
