import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../src/evaluation/judge-answer.js';
import type { ExpectedValue } from '../../src/evaluation/question.js';
import { buildAnswer, buildQuestion, buildValue } from './build.js';

const deposits: ExpectedValue = { value: 6.5, unit: '万亿元', year: 2025, name: '存款余额' };
const asksForDeposits = buildQuestion({ answer: { values: [deposits] } });

describe('whether an answer is correct', () => {
  it('needs every group of phrases met', () => {
    const question = buildQuestion({ answer: { must_include: [['600'], ['3000', '三千']] } });
    expect(judgeAnswer(question, buildAnswer({ text: '超过600家，规模超过3000亿元' }))).toEqual([]);
    expect(judgeAnswer(question, buildAnswer({ text: '超过600家' }))).toEqual(['text lacks 3000 | 三千']);
  });

  it('fails on a phrase that shows a wrong answer', () => {
    const question = buildQuestion({ answer: { must_not_include: ['6500亿元'] } });
    expect(judgeAnswer(question, buildAnswer({ text: '即6,500亿元' }))).toEqual(['text says 6500亿元']);
    expect(judgeAnswer(question, buildAnswer({ text: '即16500亿元' }))).toEqual([]);
  });

  it('takes a figure from the values, from a calculation or from the text, in any unit of its kind', () => {
    const calculation = { n: 1, operation: 'convert', formula: '', inputs: [] };
    const right = [
      { values: [buildValue({ value: 65000, unit: '亿元' })] },
      { calculations: [{ ...calculation, result: { value: 6.5, unit: '万亿元' } }] },
      { text: '达65000亿元以上' },
      { text: 'RMB 6.5 trillion' },
    ];
    for (const answer of right) expect(judgeAnswer(asksForDeposits, buildAnswer(answer))).toEqual([]);
  });

  it('does not take another number, another kind of unit or a bare number for a figure', () => {
    const wrong = ['达6.4万亿元', '达6.5%', '达6.5', '达6.501万亿元', ''];
    for (const text of wrong) {
      expect(judgeAnswer(asksForDeposits, buildAnswer({ text }))).toEqual([
        'figure not stated: 存款余额 6.5万亿元',
      ]);
    }
  });

  it('takes both ends of a range, and a count without its classifier', () => {
    const ends = [3, 5].map((value) => ({ value, unit: '家', name: '机构' }));
    const question = buildQuestion({ answer: { values: ends } });
    expect(judgeAnswer(question, buildAnswer({ text: '新增3-5家' }))).toEqual([]);
    expect(
      judgeAnswer(question, buildAnswer({ values: [buildValue({ value: 3, valueMax: 5, unit: '家' })] })),
    ).toEqual([]);
    expect(judgeAnswer(question, buildAnswer({ text: 'from 3 institutions to 5' }))).toEqual([]);
    expect(judgeAnswer(question, buildAnswer({ text: '新增3-6家' }))).toEqual([
      'figure not stated: 机构 5家',
    ]);
  });

  it('allows half a per cent to a calculated figure only, unless the question says otherwise', () => {
    const value = { value: 8.26, unit: '%', name: '增速' };
    const text = '年均增长8.29%';
    const fact = buildQuestion({ answer: { values: [value] } });
    const calc = buildQuestion({ type: 'calc', answer: { values: [value] } });
    const strict = buildQuestion({ type: 'calc', answer: { values: [{ ...value, rel_tol: 0.001 }] } });
    expect(judgeAnswer(fact, buildAnswer({ text }))).toHaveLength(1);
    expect(judgeAnswer(calc, buildAnswer({ text }))).toEqual([]);
    expect(judgeAnswer(calc, buildAnswer({ text: '年均增长8.31%' }))).toHaveLength(1);
    expect(judgeAnswer(strict, buildAnswer({ text }))).toHaveLength(1);
  });

  it('counts only the first 700 characters, 1,600 where several things are asked for', () => {
    const answer = { must_include: [['试验区']] };
    const late = (length: number) => buildAnswer({ text: `${'长'.repeat(length)}试验区` });
    expect(judgeAnswer(buildQuestion({ answer }), late(697))).toEqual([]);
    expect(judgeAnswer(buildQuestion({ answer }), late(698))).toHaveLength(1);
    expect(judgeAnswer(buildQuestion({ type: 'list', answer }), late(1_597))).toEqual([]);
    expect(judgeAnswer(buildQuestion({ type: 'list', answer }), late(1_598))).toHaveLength(1);
  });

  it('wants an unanswerable question refused and no other', () => {
    const refusal = buildAnswer({ status: 'refused', reason: 'no_such_year' });
    const unanswerable = buildQuestion({ type: 'unanswerable' });
    expect(judgeAnswer(unanswerable, refusal)).toEqual([]);
    expect(judgeAnswer(unanswerable, buildAnswer())).toEqual(['not refused but answered']);
    expect(judgeAnswer(unanswerable, buildAnswer({ status: 'clarify' }))).toEqual([
      'not refused but clarify',
    ]);
    expect(judgeAnswer(buildQuestion(), refusal)).toEqual(['refused (no_such_year)']);
  });

  it('takes asking back only where one of several plans is meant and the choices are named', () => {
    const plans = ['plan-a', 'plan-b'];
    const asksBack = buildAnswer({ status: 'clarify', followups: ['规划甲的目标？', '规划乙的目标？'] });
    expect(judgeAnswer(buildQuestion({ plans }), asksBack)).toEqual([]);
    expect(judgeAnswer(buildQuestion(), asksBack)).toEqual(['asked back']);
    expect(judgeAnswer(buildQuestion({ plans, type: 'compare' }), asksBack)).toEqual(['asked back']);
    expect(judgeAnswer(buildQuestion({ plans }), buildAnswer({ status: 'clarify' }))).toEqual([
      'asked back without naming the choices',
    ]);
  });
});
