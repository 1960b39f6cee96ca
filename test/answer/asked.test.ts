import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { joinShortened } from '../../src/answer/understand/asked/join-shortened.js';
import { readAsked } from '../../src/answer/understand/asked/read-asked.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Answer, Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plan = `# 棠溪市“十五五”养老服务发展规划（2026—2030年）

## 一、发展成效

2025年底，全市建成养老机构86家，护理型床位占比为52%。养老机构平均入住率仅为45%。“棠贷通”累计发放养老贷款12亿元。长期护理保险参保人数达到64万人，累计支付待遇3.1亿元。家庭护理从业人员1800人。

## 二、发展目标

到2030年，护理型床位占比达到70%，家庭养老床位达到8000张，家庭护理从业人员达到4500人，建立覆盖城乡、分级分类、普惠可及的养老服务供给体系。

## 三、重点项目

1.滨湖康养中心。建筑面积3.2万平方米，总投资4.6亿元，2027年6月开工。

2.云岭托养院。总投资1.2亿元，设床位300张。

2024年计划新建助浴点60个，2025年计划新建助浴点75个。2025年老年用品销售面积18万平方米，去化周期为11个月。对新办养老机构给予最高80万元奖励。

引进18家老年用品企业，其中制造、研发、销售各6家。
`;

let ask: Ask;

async function answerTo(question: string): Promise<Answer> {
  return (await ask({ question })).answer;
}

beforeAll(async () => {
  const workspace = await createWorkspace({ 'tangxi-eldercare.md': plan });
  await workspace.ingest();
  const now = () => new Date('2026-06-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

describe('a question that asks for several things', () => {
  it.each([
    ['棠溪2030年护理型床位占比要到几成，现在呢？', ['70%', '52%']],
    ['棠溪有几家养老机构，住满了几成？', ['86家', '45%']],
    ['滨湖康养中心多大面积、投多少钱、啥时候开工？', ['3.2万平方米', '4.6亿元', '2027年6月']],
    ['长护险棠溪参保了多少人、付了多少钱？', ['64万人', '3.1亿元']],
    ['棠溪要引进多少家老年用品企业？三类各几家？', ['18家', '各6家']],
    ['棠溪2025年老年用品卖了多少平米，去化要多久', ['18万平方米', '11个月']],
    ['棠溪给新办养老机构发多少奖金', ['最高80万元奖励']],
    ['棠溪2024年要建几个助浴点，2025年呢', ['60个', '75个']],
    ['棠溪家庭护理现在多少人干，2030年呢', ['1800人', '4500人']],
  ])('%s gets each of them', async (question, figures) => {
    const { status, text } = await answerTo(question);
    expect(status).toBe('answered');
    for (const figure of figures) expect(text).toContain(figure);
  });

  it('gets the figures beside whose task it is', async () => {
    const { text } = await answerTo('滨湖康养中心总投资多少，归谁管？');
    expect(text).toContain('4.6亿元');
  });

  it('gets what is to be built up in the words of the plan', async () => {
    expect((await answerTo('棠溪到2030年要建立什么样的养老服务供给体系？')).text).toContain('普惠可及');
  });
});

describe('a part of a question that the plan does not answer', () => {
  it.each([
    ['云岭托养院投多少钱，打算哪年开工？', '1.2亿元', '打算哪年开工'],
    ['棠溪护理型床位占比2030年多少、2035年多少', '70%', '2035年多少'],
  ])('%s is named beside what is found', async (question, figure, part) => {
    const { status, text } = await answerTo(question);
    expect(status).toBe('answered');
    expect(text).toContain(figure);
    expect(text).toContain(`规划没有给出“${part}”`);
  });

  it('is not said to be missing where the sentence that is quoted has it in other words', async () => {
    const { text } = await answerTo('滨湖康养中心投多少钱，几时动工？');
    expect(text).toContain('2027年6月');
    expect(text).not.toContain('没有给出');
  });
});

describe('a narrower thing than the plan gives', () => {
  it.each([
    '棠溪农村养老机构平均入住率是多少？',
    '棠溪2030年5G养老床位要到多少张？',
    '棠溪2030年每千名老人家庭养老床位要到多少张？',
  ])('%s is not answered with the wider one', async (question) => {
    expect((await answerTo(question)).status).toBe('refused');
  });
});

describe('a target that the plan does not set', () => {
  it('is refused, with what there is', async () => {
    const { status, claims } = await answerTo('“棠贷通”到2030年要做到多大规模？');
    expect(status).toBe('refused');
    expect(claims.map(({ text }) => text).join()).toContain('12亿元');
  });

  it.each(['棠溪2030年老年大学学员要达到多少人？', '棠溪2030年养老机构要有多少家？'])(
    '%s is not answered with a neighbour’s figure',
    async (question) => {
      expect((await answerTo(question)).status).toBe('refused');
    },
  );
});

describe('what a question asks for', () => {
  const read = (question: string) => readAsked(question, new Date('2026-06-01'), (text) => text);

  it('is written out where a list shortens it', () => {
    expect(joinShortened('存、贷款余额各定了多少')).toBe('存款余额、贷款余额各定了多少');
    expect(joinShortened('法人银行、法人证券各几家')).toBe('法人银行、法人证券各几家');
  });

  it('has a time of its own for what was and for what is to be', () => {
    expect(read('充电桩要从多少个加到多少个').map(({ time }) => time)).toEqual(['present', 'future']);
    expect(read('2030年床位要多少张，现在呢').map(({ time, years }) => [time, years])).toEqual([
      ['future', [2030]],
      ['present', []],
    ]);
  });

  it('is asked once for each of two years', () => {
    expect(read('保障房2027年跟2030年各要多少套').map(({ years }) => years)).toEqual([[2027], [2030]]);
  });
});
