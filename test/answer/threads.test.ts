import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { riverPlans } from '../setup/river-plans.js';

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace(riverPlans);
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('a follow-up', () => {
  it.each([
    ['another row of the table', ['桐溪区2030年再生水利用率目标是多少？'], '白石县的呢', '28%'],
    ['another column of the same row', ['桐溪区2030年再生水利用率目标是多少？'], '用水总量呢', '3.1亿立方米'],
    [
      'another row, two questions on',
      ['桐溪区2030年再生水利用率目标是多少？', '白石县的呢'],
      '槐荫县呢？',
      '26%',
    ],
    ['another thing in the next clause', ['白石县污水处理厂日处理多少'], '槐荫县那个呢？', '2万吨'],
    [
      'another kind, and which is the largest',
      ['涟禾有几家法人供水企业？'],
      '法人排水企业呢？规模最大的叫什么',
      '清源排水公司',
    ],
    ['more of the same thing', ['云桐引水工程线路多长？'], '设计流量呢', '12立方米每秒'],
    ['when, of the same thing', ['云桐引水工程线路多长？'], '它什么时候通水？', '2029年底'],
    ['who, of the same thing', ['云桐引水工程线路多长？'], '谁牵头？', '市水务局'],
    [
      'the plan that it names, with nothing else in it',
      ['桐溪区2030年再生水利用率目标是多少？'],
      '涟禾呢？现在是多少',
      '再生水利用率',
    ],
    [
      'whether the figure is binding',
      ['涟禾2030年公共供水管网漏损率目标是多少'],
      '这个是约束性的吗',
      '约束性',
    ],
  ])('turns to %s', async (_, history, question, words) => {
    const { answer } = await ask({ question, history });
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain(words);
  });

  it('gets no figures where it only gives thanks', async () => {
    const history = ['涟禾2030年公共供水管网漏损率目标是多少'];
    const { answer } = await ask({ question: '好的，收到', history });
    expect(answer.citations).toEqual([]);
    expect(answer.text).toContain('我只根据收录的规划回答');
  });

  it('states the figure of the row that it turns to, and no other', async () => {
    const history = ['桐溪区2030年智能水表目标多少万只？'];
    const { answer } = await ask({ question: '白石县呢？', history });
    expect(answer.values).toMatchObject([{ scope: '白石县', value: 17, unit: '万只', year: 2030 }]);
  });
});

describe('a follow-up that works on the answers before it', () => {
  it.each([
    ['adds them up', ['桐溪区2030年智能水表目标多少万只？', '白石县呢'], '两者合计是多少', 'sum', 59, '万只'],
    [
      'takes one from the other',
      ['桐溪区2030年智能水表目标多少万只？', '白石县呢'],
      '差多少',
      'difference',
      25,
      '万只',
    ],
    ['puts one into another unit', ['云桐引水工程总投资多少？'], '换成万元', 'convert', 275000, '万元'],
    [
      'sets it against an earlier year',
      ['涟禾2030年再生水利用率目标是多少？'],
      '比2025年要高几个点',
      'difference',
      11,
      '个百分点',
    ],
    [
      'sets it against what there is now',
      ['涟禾2030年再生水利用率目标是多少？'],
      '还差多少',
      'difference',
      11,
      '个百分点',
    ],
    [
      'says how many times as much it is',
      ['涟禾2030年智能水表覆盖率目标'],
      '是2025年的几倍',
      'ratio',
      2.36,
      '倍',
    ],
  ])('%s, with the working', async (_, history, question, operation, value, unit) => {
    const { answer } = await ask({ question, history });
    expect(answer.status).toBe('answered');
    expect(answer.calculations).toMatchObject([{ operation, result: { unit } }]);
    expect(answer.calculations[0]?.result.value).toBeCloseTo(value, 2);
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it('is answered after the part before it', async () => {
    const history = ['桐溪区2030年智能水表目标多少万只？'];
    const { answer } = await ask({ question: '白石县呢？两个合计多少', history });
    expect(answer.text).toContain('17万只');
    expect(answer.calculations).toMatchObject([{ operation: 'sum', result: { value: 59 } }]);
  });

  it('says of another indicator whether that one is binding', async () => {
    const history = ['涟禾2030年城市公共供水管网漏损率目标是多少'];
    const { answer } = await ask({ question: '再生水利用率呢？是不是约束性的', history });
    expect(answer.text).toContain('32%');
    expect(answer.text).toContain('预期性');
  });
});
