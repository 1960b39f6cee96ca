import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Ask } from '../../src/records.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { portPlans } from '../setup/port-plans.js';

let ask: Ask;

beforeAll(async () => {
  const workspace = await createWorkspace(portPlans);
  await workspace.ingest();
  const now = () => new Date('2026-03-01T08:00:00+08:00');
  ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
});

const textOf = async (question: string) => (await ask({ question })).answer.text;

describe('what a section says', () => {
  it.each([
    '海云打算咋个用航运保险护航远洋运输？给我捋捋',
    '远洋运输的航运保险，海云从哪些方面去护航？',
    '概括海云市航运保险的举措',
  ])('"%s" is answered with all of its paragraphs and nothing of the next', async (question) => {
    const text = await textOf(question);
    for (const word of ['专营机构', '风险资金池', '海损理算']) expect(text).toContain(word);
    expect(text).not.toContain('渔民');
    expect(text).not.toMatch(/第一节/);
  });

  it('is told sentence by sentence where it is one paragraph', async () => {
    const { answer } = await ask({ question: '海云带动渔民增收有哪些办法？' });
    expect(answer.claims.map(({ text }) => text)).toEqual([
      '推行“码头+合作社+渔户”模式，引导渔民入股冷库。',
      '建设渔获直销店18家，扩大网上销售。',
    ]);
  });

  it('is one paragraph, where that has the matter in a title of its own', async () => {
    const text = await textOf('海云岸线不够用了，有哪些岸线集约利用的办法？');
    expect(text).toContain('岸线弹性出让');
    expect(text).not.toContain('引航');
  });
});

describe('a term whose meaning is asked for', () => {
  it.each([
    ['名词解释里“零碳码头”怎么讲的？', '不产生净碳排放'],
    ['麻烦解释一下“两港”“两路”', '疏港铁路'],
    ['水水中转在海云规划里怎么解释的', '直接换装'],
    ['What does "零碳码头" mean in the Haiyun plan?', '不产生净碳排放'],
  ])('"%s" gets its own entry of the glossary, whole, and no other', async (question, words) => {
    const { answer } = await ask({ question });
    expect(answer.claims).toHaveLength(1);
    expect(answer.text).toContain(words);
  });

  it('that the plan uses and does not explain is refused, with where it stands', async () => {
    const { answer } = await ask({ question: '海云规划里“蓝碳交易”是什么意思？' });
    expect(answer.status).toBe('refused');
    expect(answer.text).toContain('没有解释“蓝碳交易”');
    expect(answer.citations[0]?.quote).toContain('蓝碳交易');
  });
});

describe('a matter of several plans', () => {
  it('is told plan by plan, by what each says of that very matter', async () => {
    const { answer } = await ask({ question: '海云和临川在航运保险上各有啥打算？' });
    const told = answer.claims.map(({ text }) => text);
    expect(told.filter((text) => text.startsWith('海云市')).join()).toContain('风险资金池');
    expect(told.filter((text) => text.startsWith('临川市')).join()).toContain('滞期险');
    expect(told.join()).not.toMatch(/渔民|智慧港口|无人集卡/);
  });
});

describe('a table of tasks', () => {
  it.each([
    ['临川市水利局负责哪些任务？', ['整治小码头', '疏浚支流航道']],
    ['临川的任务里哪些是三颗星的最高优先级？', ['整治小码头', '建立船员培训基地']],
    ['临川两颗星的任务有哪些', ['疏浚支流航道']],
  ])('"%s" is answered with the names of just those rows', async (question, names) => {
    const { answer } = await ask({ question });
    expect(answer.claims.map(({ text }) => text)).toEqual(names);
  });

  it('says who is in charge of the task that a question has in quotes', async () => {
    const text = await textOf('临川行动方案里“建立船员培训基地”是哪几个部门牵着干？');
    expect(text).toContain('责任部门为市人社局、港务集团');
  });
});

describe('a list inside a text', () => {
  it.each([
    ['临川专栏1列的两个重大工程是哪些', ['锚地扩建', '数字航道'], /造船贷|智慧港口/],
    ['临川要推的三种贷是哪三种', ['造船贷', '改造贷', '安居贷'], /数字航道/],
    ['临川航运金融产品里的结算有哪几种？', ['运费结算', '租赁结算', '引航费用结算'], /数字航道/],
  ])('"%s" is given whole, and nothing else', async (question, items, others) => {
    const text = await textOf(question);
    for (const item of items) expect(text).toContain(item);
    expect(text).not.toMatch(others);
  });
});

describe('a person that no plan names', () => {
  it.each([
    '临川市交通局局长叫什么名字？',
    'What is the name of the official who heads the Linchuan transport bureau?',
    '临川市水利局局长是谁',
  ])('"%s" is refused', async (question) => {
    const { answer } = await ask({ question });
    expect(answer.status).toBe('refused');
  });
});

describe('how a plan is carried out', () => {
  it('is told by the mechanism that the plan names for it', async () => {
    const text = await textOf('海云规划里的重大问题靠哪个机制解决，任务怎么压实？');
    expect(text).toContain('联席会议');
    expect(text).toContain('责任制');
    expect(text).not.toContain('资金');
  });

  it('is not what a question of another mechanism gets', async () => {
    expect(await textOf('海云市用什么机制管引航收费？')).not.toContain('联席会议');
  });
});

describe('a heading', () => {
  it('that a question asks the meaning of is answered with what stands under it', async () => {
    expect(await textOf('海云规划的总体要求是什么？')).toContain('以港兴市');
  });
});

describe('a task under a category', () => {
  it('is called by its own name, not by the category that it shares with others', async () => {
    expect(await textOf('临川市人社局负责哪些任务？')).toContain('建立船员培训基地');
    expect(await textOf('沙洲市医保局负责哪些任务？')).toContain('护理保险全覆盖');
  });
});

describe('a summary of a whole plan', () => {
  it.each([
    '概括一下海云市的规划',
    '海云港航发展规划的主要内容',
    '用200字概括海云市规划',
    'Summarise the Haiyun plan in three points',
  ])('covers its parts in turn: %s', async (question) => {
    const { answer } = await ask({ question });
    expect(answer.status).toBe('answered');
    expect(answer.claims.length).toBeGreaterThan(1);
    const parts = answer.citations.map(({ sectionPath }) => sectionPath[0]);
    expect(new Set(parts).size).toBeGreaterThan(1);
    if (question.includes('three')) expect(answer.claims.length).toBeLessThanOrEqual(3);
  });
});
