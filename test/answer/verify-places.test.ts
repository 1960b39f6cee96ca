import { describe, expect, it } from 'vitest';
import { type DraftClaim, emptyDraft } from '../../src/answer/draft.js';
import { verifyDraft } from '../../src/answer/verify/verify-draft.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `云岭市“十四五”金融业发展规划

第一章 发展目标

2020年，云岭市存款余额为5280亿元，2025年达到8000亿元，贷款余额达到6500亿元。临澜区2025年存款余额为288亿元，保费收入为31亿元，云岭市金融业增加值达到380亿元。保险密度达到3000元/人，不良贷款率控制在1.5%以内。与临澜区合作设立的基金规模达到45亿元。
`;

async function openPlan() {
  const workspace = await createWorkspace({ 'yunling.txt': plan });
  await workspace.ingest();
  const store = await workspace.open();
  return { store, passages: await store.passagesOf('yunling'), rows: await store.indicators(['yunling']) };
}

async function isKept({
  text,
  quote,
  row,
  asked,
}: {
  text: string;
  quote?: string;
  row?: number;
  asked?: string;
}) {
  const { store, passages, rows } = await openPlan();
  const indicators = rows.filter(({ value }) => value === row).slice(0, 1);
  const words = indicators[0]?.quote ?? quote ?? '';
  const passage = passages.find((one) => one.text.includes(words));
  if (!passage) throw new Error(`nothing has ${words}`);
  const claim: DraftClaim = {
    text,
    support: [{ passage, quote: words }],
    indicators,
    calculations: [],
    counts: [],
    ...(asked === undefined ? {} : { asked }),
  };
  const { draft } = await verifyDraft({
    draft: emptyDraft({ claims: [claim] }),
    store,
    visible: new Set(['yunling']),
    rowsOf: (passageId) => rows.filter((one) => one.passageId === passageId),
  });
  return draft.claims.length === 1;
}

describe('whose figure it is', () => {
  it.each([
    ['a neighbour’s in the same sentence', '云岭市2025年存款余额为288亿元', '临澜区2025年存款余额为288亿元'],
    ['a neighbour’s, named at the head of its clause', '云岭市2025年保费收入为31亿元', '保费收入为31亿元'],
    ['a neighbour’s, with no place in the claim', '2025年存款余额为288亿元', '临澜区2025年存款余额为288亿元'],
    ['one’s own as a neighbour’s', '临澜区保险密度达到3000元/人', '保险密度达到3000元/人'],
    [
      'one’s own as that of a place that the plan does not speak of',
      '湖州市贷款余额达到6500亿元',
      '贷款余额达到6500亿元',
    ],
    [
      'in English, a neighbour’s',
      'Deposits (存款余额) of 云岭市 were RMB 28.8 billion in 2025',
      '存款余额为288亿元',
    ],
  ])('%s is dropped', async (_, text, quote) => {
    expect(await isKept({ text, quote })).toBe(false);
  });

  it.each([
    ['a neighbour’s as the neighbour’s', '临澜区2025年存款余额为288亿元', '临澜区2025年存款余额为288亿元'],
    ['one’s own after a neighbour’s', '云岭市金融业增加值达到380亿元', '金融业增加值达到380亿元'],
    [
      'one’s own in a clause that mentions a neighbour',
      '云岭市与临澜区的基金规模达到45亿元',
      '基金规模达到45亿元',
    ],
  ])('%s is kept', async (_, text, quote) => {
    expect(await isKept({ text, quote })).toBe(true);
  });

  it('one’s own row is not given to a neighbour', async () => {
    expect(await isKept({ text: '临澜区2025年存款余额达到8000亿元', row: 8000 })).toBe(false);
    expect(await isKept({ text: '云岭市2025年存款余额达到8000亿元', row: 8000 })).toBe(true);
  });
});

describe('a bound', () => {
  it.each([
    ['from above, where the plan reaches the figure', '云岭市2025年存款余额不超过8000亿元'],
    ['from above, in other words', '云岭市2025年存款余额在8000亿元以内'],
    ['that the figure must pass', '云岭市2025年存款余额超过8000亿元'],
    ['from below, where the plan bounds from above', '云岭市不良贷款率不低于1.5%'],
  ])('%s is dropped', async (_, text) => {
    expect(await isKept({ text, quote: text.includes('不良') ? '1.5%以内' : '2025年达到8000亿元' })).toBe(
      false,
    );
  });

  it('that the plan sets may be said in other words, or left out', async () => {
    expect(await isKept({ text: '云岭市不良贷款率不超过1.5%', quote: '1.5%以内' })).toBe(true);
    expect(await isKept({ text: '云岭市2025年存款余额约8000亿元', quote: '2025年达到8000亿元' })).toBe(true);
  });
});

describe('what a figure is of', () => {
  it.each([
    ['another indicator’s name', '云岭市2025年保险密度达到6500亿元', '贷款余额达到6500亿元'],
    [
      'two names in the wrong order',
      '云岭市2025年贷款余额、存款余额分别为8000亿元、6500亿元',
      '贷款余额达到6500亿元',
    ],
    ['"exactly" where the plan bounds it', '云岭市不良贷款率正好为1.5%', '1.5%以内'],
  ])('with %s is dropped', async (_, text, quote) => {
    expect(await isKept({ text, quote })).toBe(false);
  });

  it('two names in the right order are kept', async () => {
    const text = '云岭市2025年存款余额、贷款余额分别为8000亿元、6500亿元';
    expect(await isKept({ text, quote: '贷款余额达到6500亿元' })).toBe(true);
  });

  it('a bare figure is read with its question, and only with what that asks for', async () => {
    const quote = '贷款余额达到6500亿元';
    expect(await isKept({ text: '6500亿元', quote, asked: '云岭市2025年贷款余额是多少？' })).toBe(true);
    expect(await isKept({ text: '6500亿元', quote, asked: '云岭市2025年保险密度是多少？' })).toBe(false);
    expect(await isKept({ text: '6500亿元', quote })).toBe(false);
  });
});
