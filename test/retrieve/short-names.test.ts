import { describe, expect, it } from 'vitest';
import { createIndicatorIndex } from '../../src/retrieve/indicator-index.js';
import { withFullNames } from '../../src/retrieve/short-names.js';
import { readPlan } from '../ingest/indicators/read-plan.js';

const { rows } = readPlan(
  '## 第二章 目标',
  '到2025年，累计筹集保障性租赁住房6.5万套，国内市场占有率达到18%，长期护理保险参保人数达到30万人，营业收入达到12亿元，要素交易市场达到3个。',
);
const index = createIndicatorIndex(rows);
const planIds = [...new Set(rows.map(({ planId }) => planId))];
const written = (text: string) => withFullNames(text, index, planIds);

describe('a name that the question shortens', () => {
  it.each([
    ['保租房要筹多少套', '保障性租赁住房要筹多少套'],
    ['国内市占率多少', '国内市场占有率多少'],
    ['长护险参保多少人', '长期护理保险参保多少人'],
    ['2025年营收目标', '2025年营业收入目标'],
  ])('%s is written out as the plan has it', (short, full) => {
    expect(written(short)).toBe(full);
  });

  it.each(['营业收入是多少', '要交多少税', '保障房有多少', '市场主体多少户', '2025年产值'])(
    '%s is left as it is: no indicator of the plan is shortened to it',
    (text) => {
      expect(written(text)).toBe(text);
    },
  );
});
