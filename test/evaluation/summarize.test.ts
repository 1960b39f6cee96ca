import { describe, expect, it } from 'vitest';
import { percentile } from '../../src/evaluation/percentile.js';
import { renderReport } from '../../src/evaluation/render-report.js';
import { scoreAnswer, scoreFailure } from '../../src/evaluation/score-answer.js';
import { summarize } from '../../src/evaluation/summarize.js';
import { wilsonInterval } from '../../src/evaluation/wilson.js';
import { buildCitation, buildQuestion, buildRecord, buildRetrieved, buildValue } from './build.js';

const evidence = [{ plan: 'plan-a', section: '目标', quote: '存款余额达6.5万亿元', or: [] }];
const values = [{ value: 6.5, unit: '万亿元', year: 2025, name: '存款余额' }];
const target = buildQuestion({ evidence, answer: { values } });
const english = buildQuestion({ id: 'q2', lang: 'en', evidence, answer: { values } });
const unanswerable = buildQuestion({ id: 'q3', type: 'unanswerable' });
const passage = '存款余额达6.5万亿元';

const results = [
  scoreAnswer(
    target,
    buildRecord(
      { text: passage, citations: [buildCitation(passage)] },
      { retrieved: [buildRetrieved(passage)], dropped: [{ text: '', reason: '' }], timingMs: 30 },
    ),
  ),
  scoreAnswer(
    english,
    buildRecord(
      { text: '6.4万亿元', values: [buildValue({ value: 6.4, unit: '万亿元' })] },
      { timingMs: 10 },
    ),
  ),
  scoreAnswer(unanswerable, buildRecord({ status: 'refused', reason: 'not_in_plans' }, { timingMs: 20 })),
  scoreFailure(buildQuestion({ id: 'q4', type: 'fact' }), 'no index'),
];

describe('the figures of an evaluation', () => {
  it('add up over all questions, by type and by language', () => {
    const figures = summarize(results);
    expect(figures).toMatchObject({
      questions: 4,
      correct: { found: 2, of: 4 },
      evidenceIn8: { found: 1, of: 2 },
      evidenceCited: { found: 1, of: 2 },
      citationsApt: { found: 1, of: 1 },
      refusedRightly: { found: 1, of: 1 },
      refusedWrongly: { found: 0, of: 3 },
      wrongFigures: 1,
      dropped: 1,
      failed: 1,
      timingMs: { p50: 20, p95: 30 },
    });
    expect(figures.byType.target?.correct).toEqual({ found: 1, of: 2 });
    expect(figures.byLanguage.en?.correct).toEqual({ found: 0, of: 1 });
    expect(figures.byType.summary).toBeUndefined();
  });

  it('count a refusal of an answerable question as wrong', () => {
    const refused = scoreAnswer(target, buildRecord({ status: 'refused', reason: 'not_in_plans' }));
    expect(summarize([refused])).toMatchObject({
      correct: { found: 0, of: 1 },
      refusedWrongly: { found: 1, of: 1 },
    });
  });

  it('are shown as Markdown with the interval and each wrong figure', () => {
    const report = renderReport(summarize(results), results);
    expect(report).toContain('| correct answers | 2 of 4 (50.0 %), 95 % interval 15.0–85.0 % |');
    expect(report).toContain(
      '| target | 1 of 2 (50.0 %) | 1 of 2 (50.0 %) | 1 of 2 (50.0 %) | 1 of 1 (100.0 %) |',
    );
    expect(report).toContain('- q2: states 6.4万亿元 存款余额 (2025), plan-a; expected 6.5万亿元 存款余额');
  });

  it('have the interval that the textbook gives', () => {
    const [low, high] = wilsonInterval({ found: 81, of: 263 }) ?? [0, 0];
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
    expect(wilsonInterval({ found: 0, of: 10 })?.[0]).toBe(0);
    expect(wilsonInterval({ found: 0, of: 0 })).toBeUndefined();
  });

  it('have percentiles by nearest rank', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect([percentile(values, 50), percentile(values, 95), percentile([], 50)]).toEqual([10, 19, undefined]);
  });
});
