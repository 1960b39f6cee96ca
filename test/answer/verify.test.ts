import { describe, expect, it } from 'vitest';
import { type Draft, type DraftClaim, emptyDraft } from '../../src/answer/draft.js';
import { verifyDraft } from '../../src/answer/verify/verify-draft.js';
import type { Passage } from '../../src/records.js';
import type { Store } from '../../src/store/open-store.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const neighbours = `云岭市“十四五”金融业发展规划

第一章 发展目标

到2025年，云岭市存款余额达到8000亿元。邻近的临澜区2025年金融业增加值预计为288亿元。

2020年，云岭市存款余额为5280亿元。

全市保险密度达到3000元/人，贷款余额占存款余额的比重达到81.5%。

第二章 保障措施

设立总规模50亿元的产业引导基金，落实三项保障措施。
`;
const other = '青禾县农业规划\n\n一、目标\n\n到2026年，青禾县粮食总产量达到36万吨。\n';

async function openIndex(): Promise<{ store: Store; passages: Passage[] }> {
  const workspace = await createWorkspace({ 'yunling.txt': neighbours, 'qinghe.txt': other });
  await workspace.ingest();
  const store = await workspace.open();
  const passages = [...(await store.passagesOf('yunling')), ...(await store.passagesOf('qinghe'))];
  return { store, passages };
}

/** A claim that rests on the passage that holds the quote. */
function claimOf(text: string, quote: string, passages: readonly Passage[]): DraftClaim {
  const passage = passages.find((one) => one.text.includes(quote)) ?? passages[0];
  if (!passage) throw new Error('there is no passage');
  return { text, support: [{ passage, quote }], indicators: [], calculations: [], counts: [] };
}

const deposits = '到2025年，云岭市存款余额达到8000亿元。';
const before = '2020年，云岭市存款余额为5280亿元。';
const neighbour = '邻近的临澜区2025年金融业增加值预计为288亿元。';

async function verifyOne(
  text: string,
  quote: string,
): Promise<{ kept: boolean; draft: Draft; reason: string }> {
  const { store, passages } = await openIndex();
  const draft = emptyDraft({ claims: [claimOf(text, quote, passages)] });
  const result = await verifyDraft({ draft, store, visible: new Set(['yunling', 'qinghe']) });
  return {
    kept: result.draft.claims.length === 1,
    draft: result.draft,
    reason: result.dropped[0]?.reason ?? '',
  };
}

describe('a claim with a figure', () => {
  it.each([
    ['in the words of the plan', deposits, deposits],
    ['in other words', '云岭市2025年的存款余额目标为8000亿元', deposits],
    ['in another unit of its kind', '云岭市2025年存款余额达到0.8万亿元', deposits],
    ['in the smallest unit', '云岭市2025年存款余额达到80000000万元', deposits],
    ['with a thousands separator', '云岭市2025年存款余额达到8,000亿元', deposits],
  ])('%s is kept', async (_, text, quote) => {
    expect(await verifyOne(text, quote)).toMatchObject({ kept: true });
  });

  it.each([
    ['that the passage does not hold', '云岭市2025年存款余额达到8100亿元', deposits],
    ['that stands there for another thing', '云岭市2025年保险密度达到8000亿元', deposits],
    ['that stands there for a neighbour', '云岭市2025年存款余额为288亿元', neighbour],
    ['that stands there for another year', '云岭市2025年存款余额为5280亿元', before],
    ['of a year that the passage does not speak of', '云岭市2030年存款余额达到8000亿元', deposits],
    ['in a unit of another kind', '云岭市2025年存款余额达到8000家', deposits],
    ['in a unit of its kind that makes it another amount', '云岭市2025年存款余额达到8000万元', deposits],
    ['in another currency', '云岭市2025年存款余额达到8000亿美元', deposits],
  ])('%s is dropped, and the figure is named', async (_, text, quote) => {
    const { kept, reason } = await verifyOne(text, quote);
    expect(kept).toBe(false);
    expect(reason).toMatch(/8000|8,?100|288|5280/);
  });

  it('that counts what is listed is kept only where the draft says that it counts', async () => {
    const { store, passages } = await openIndex();
    const claim = claimOf('规划列出4项措施', '落实三项保障措施', passages);
    const visible = new Set(['yunling']);
    const bare = await verifyDraft({ draft: emptyDraft({ claims: [claim] }), store, visible });
    expect(bare.dropped).toHaveLength(1);
    const counted = emptyDraft({ claims: [{ ...claim, counts: [4] }] });
    expect((await verifyDraft({ draft: counted, store, visible })).dropped).toEqual([]);
  });

  it('that a calculation gives is kept with that calculation only', async () => {
    const { store, passages } = await openIndex();
    const calculations = [
      {
        n: 1,
        operation: 'difference',
        formula: '8000 − 5280',
        inputs: [],
        result: { value: 2720, unit: '亿元' },
      },
    ];
    const claim = claimOf('云岭市存款余额增加2720亿元', deposits, passages);
    const visible = new Set(['yunling']);
    const linked = emptyDraft({ calculations, claims: [{ ...claim, calculations: [1] }] });
    expect((await verifyDraft({ draft: linked, store, visible })).dropped).toEqual([]);
    const loose = emptyDraft({ calculations, claims: [claim] });
    expect((await verifyDraft({ draft: loose, store, visible })).dropped).toHaveLength(1);
  });
});

describe('a claim with a citation', () => {
  it('whose quote does not stand in the passage is dropped', async () => {
    const { kept, draft } = await verifyOne('云岭市将扩大信贷投放', '扩大信贷投放');
    expect(kept).toBe(false);
    expect(draft).toMatchObject({ status: 'refused', reason: 'not_in_plans', values: [] });
  });

  it('of a passage that is not in the index is dropped', async () => {
    const { store, passages } = await openIndex();
    const claim = claimOf(deposits, deposits, passages);
    const support = claim.support.map(({ passage, quote }) => ({
      quote,
      passage: { ...passage, passageId: `${passage.passageId}x` },
    }));
    const draft = emptyDraft({ claims: [{ ...claim, support }] });
    const result = await verifyDraft({ draft, store, visible: new Set(['yunling']) });
    expect(result.draft.claims).toEqual([]);
  });

  it('of a passage that the engine has added to is judged by what is stored', async () => {
    const { store, passages } = await openIndex();
    const claim = claimOf('云岭市2025年存款余额达到9999亿元', deposits, passages);
    const support = claim.support.map(({ passage, quote }) => {
      return { quote, passage: { ...passage, text: `${passage.text}\n${claim.text}。` } };
    });
    const draft = emptyDraft({ claims: [{ ...claim, support }] });
    const { dropped } = await verifyDraft({ draft, store, visible: new Set(['yunling']) });
    expect(dropped).toHaveLength(1);
  });

  it('of a plan that the asker may not see is dropped', async () => {
    const { store, passages } = await openIndex();
    const draft = emptyDraft({ claims: [claimOf(deposits, deposits, passages)] });
    const result = await verifyDraft({ draft, store, visible: new Set(['qinghe']) });
    expect(result.draft).toMatchObject({ status: 'refused', claims: [] });
  });

  it('that is missing is dropped', async () => {
    const { store, passages } = await openIndex();
    const draft = emptyDraft({ claims: [{ ...claimOf(deposits, deposits, passages), support: [] }] });
    const result = await verifyDraft({ draft, store, visible: new Set(['yunling']) });
    expect(result.dropped).toHaveLength(1);
  });
});

describe('a draft', () => {
  it('that loses some claims is partial, and keeps the others', async () => {
    const { store, passages } = await openIndex();
    const claims = [
      claimOf(deposits, deposits, passages),
      claimOf('云岭市2025年存款余额达到8100亿元', deposits, passages),
    ];
    const result = await verifyDraft({ draft: emptyDraft({ claims }), store, visible: new Set(['yunling']) });
    expect(result.draft.status).toBe('partial');
    expect(result.draft.claims.map((claim) => claim.text)).toEqual([deposits]);
    expect(result.dropped.map((claim) => claim.text)).toEqual(['云岭市2025年存款余额达到8100亿元']);
  });

  it('that loses no claim stays as it is', async () => {
    const { store, passages } = await openIndex();
    const draft = emptyDraft({ claims: [claimOf(deposits, deposits, passages)] });
    const result = await verifyDraft({ draft, store, visible: new Set(['yunling']) });
    expect(result).toEqual({ draft, dropped: [] });
  });

  it('gives no value whose claim was dropped', async () => {
    const { store, passages } = await openIndex();
    const [row] = await store.indicators(['yunling']);
    if (!row) throw new Error('there is no indicator');
    const claim = { ...claimOf('云岭市2025年存款余额达到8100亿元', deposits, passages), indicators: [row] };
    const kept = claimOf(before, before, passages);
    const draft = emptyDraft({ claims: [claim, kept], values: [row] });
    const result = await verifyDraft({ draft, store, visible: new Set(['yunling']) });
    expect(result.draft).toMatchObject({ status: 'partial', values: [] });
  });
});

describe('a refusal that lists what there is', () => {
  it.each([
    ['规划没有给出2024年的存款余额，只有下列数字：', '规划没有给出2024年的存款余额'],
    ['无法计算：规划没有给出2024年的存款余额。已有的相关数字：', '无法计算：规划没有给出2024年的存款余额。'],
    ['The plan gives no figure for 2024; it gives only these:', 'The plan gives no figure for 2024'],
  ])('does not announce a list of which nothing could be checked: %s', async (lead, left) => {
    const { store, passages } = await openIndex();
    const claims = [claimOf('云岭市2025年存款余额达到8100亿元', deposits, passages)];
    const draft = emptyDraft({ status: 'refused', reason: 'no_such_year', lead, claims });
    const result = await verifyDraft({ draft, store, visible: new Set(['yunling', 'qinghe']) });
    expect(result.draft).toMatchObject({ status: 'refused', claims: [] });
    expect(result.draft.lead).toBe(left);
  });
});
