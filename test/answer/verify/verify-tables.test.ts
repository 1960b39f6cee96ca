import { describe, expect, it } from 'vitest';
import { type DraftClaim, emptyDraft } from '../../../src/answer/draft.js';
import { boundRows } from '../../../src/answer/verify/bound-rows.js';
import { withQuestion } from '../../../src/answer/verify/in-context.js';
import { verifyDraft } from '../../../src/answer/verify/verify-draft.js';
import { createWorkspace } from '../../setup/ingest-samples.js';

const plan = `# 栖云市“十四五”金融业发展规划（2021—2025年）

## 一、发展目标

到2025年，栖云市存款余额达到6500亿元以上，信贷投放保持平稳。

| 指标 | 单位 | 2020年 | 2022年 | 2025年 | 年均增速（%） | 属性 |
| --- | --- | --- | --- | --- | --- | --- |
| 金融机构存款余额 | 亿元 | 4400 | 5100 | 6500 | 8 | 预期性 |
| 金融机构贷款余额 | 亿元 | 4100 | 4900 | 6400 | 9 | 预期性 |
| 金融机构数量 | 家 | 196 | 205 | 227 | 3 | 预期性 |

## 二、重点任务

出台金融机构招商考评细则，推动各类金融机构和金融中介当年新增3—5家，引导信访积案化解率达到95%以上。办结率稳定在97%以上。
`;

const { store, rows, plans, passages } = await (async () => {
  const workspace = await createWorkspace({ 'qiyun.md': plan });
  await workspace.ingest();
  const opened = await workspace.open();
  return {
    store: opened,
    rows: await opened.indicators(['qiyun']),
    plans: new Map((await opened.plans()).map((one) => [one.planId, one])),
    passages: await opened.passagesOf('qiyun'),
  };
})();

/** Whether a model's claim that cites the whole plan is let through. */
async function isKept(text: string, asked?: string): Promise<boolean> {
  const claim: DraftClaim = {
    text,
    support: passages.map((passage) => ({ passage, quote: passage.text.slice(0, 8) })),
    indicators: boundRows(asked === undefined ? text : withQuestion(asked, text), rows, plans),
    calculations: [],
    counts: [],
    ...(asked === undefined ? {} : { asked }),
  };
  const { draft } = await verifyDraft({
    draft: emptyDraft({ claims: [claim] }),
    store,
    visible: new Set(['qiyun']),
    rowsOf: (passageId) => rows.filter((one) => one.passageId === passageId),
  });
  return draft.claims.length === 1;
}

describe('a figure of a table', () => {
  it.each([
    '栖云市金融机构贷款余额2022年为4900亿元。',
    '栖云市金融机构存款余额2025年的目标为6500亿元（预期性）。',
    'Qiyun: loan growth (金融机构贷款余额年均增速) is put at 9% a year.',
  ])('is kept under its own name, year and attribute: %s', async (text) => {
    expect(await isKept(text)).toBe(true);
  });

  it.each([
    ['another year of the period', '栖云市金融机构贷款余额2021年为4900亿元。'],
    ['another attribute', '栖云市金融机构存款余额2025年的目标为6500亿元（约束性）。'],
    [
      'the Chinese name beside the English one',
      'Qiyun: loan growth (金融机构贷款余额年均增速) is put at 8% a year.',
    ],
    [
      'an amount that looks like a year',
      'The number of financial institutions (金融机构数量) was 1960 in 2020.',
    ],
  ])('is dropped under %s', async (_, text) => {
    expect(await isKept(text)).toBe(false);
  });
});

describe('a sentence of the plan', () => {
  const asIs = '推动各类金融机构和金融中介当年新增3—5家，引导信访积案化解率达到95%以上';

  it('is kept as it stands', async () => {
    expect(await isKept(`${asIs}。`)).toBe(true);
  });

  it.each([
    ['3—5', '8—10'],
    ['95', '97'],
  ])('is dropped with another number in it, wherever that stands: %s for %s', async (own, other) => {
    expect(await isKept(`${asIs.replace(own, other)}。`)).toBe(false);
  });
});

describe('a short answer to several questions', () => {
  const asked = '栖云市2025年存款余额目标多少？贷款余额呢？';

  it('is read with each of them', async () => {
    expect(await isKept('存款6500亿元；栖云市6400亿元。', asked)).toBe(true);
    expect(await isKept('存款6500亿元；栖云市4100亿元。', asked)).toBe(false);
  });
});
