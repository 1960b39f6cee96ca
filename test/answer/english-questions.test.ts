import { describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/create-ask.js';
import { createCatalogue } from '../../src/answer/understand/catalogue.js';
import { inPlansLanguage } from '../../src/answer/understand/english/rewrite-question.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { createWorkspace } from '../setup/ingest-samples.js';

const plans = {
  'lushi-outline.md': `# 芦石市国民经济和社会发展第十五个五年规划纲要（2026—2030年）

芦石市人民政府

## 第一章 主要目标

到2030年，高新技术企业达到360家，森林覆盖率达到52%，人才公寓达到1200套。2025年高新技术企业180家。

## 第二章 民生保障

建立房屋体检、房屋养老金两项制度。新建渡改桥9座，改建村道64公里。

### 第一节 住房

面向新市民、青年人筹集人才公寓1200套，租金不超过市场价的八成。
`,
  'wuxi-outline.md': `# 梧岭县国民经济和社会发展第十五个五年规划纲要（2026—2030年）

梧岭县人民政府

## 第一章 主要目标

到2030年，高新技术企业达到40家，森林覆盖率达到71%。
`,
};

const says = '芦石市高新技术企业森林覆盖率人才公寓房屋安全房屋体检制度新市民青年人梧岭县';
const plan = (planId: string, region: string, alias: string) =>
  ({ planId, title: `${region}规划`, region, aliases: [region, alias], places: [region] }) as never;
const catalogue = createCatalogue([plan('a', '芦石市', '芦石'), plan('b', '梧岭县', '梧岭')], [], {
  says: () => says,
});
const chinese = (question: string) => inPlansLanguage(question, catalogue).replace(/\s+/g, '');

describe('an English question', () => {
  it.each([
    ['How many high-tech enterprises does Lushi want by 2030?', '芦石2030年高新技术企业目标是多少？'],
    ["Lushi's forest coverage is how many times Wuling's?", '芦石森林覆盖率是梧岭几倍？'],
    [
      'What is the ratio of talent apartments to high-tech enterprises in Lushi?',
      '人才公寓是芦石高新技术企业几倍？',
    ],
    ['Which has the lower forest coverage, Lushi or Wuling?', '芦石或梧岭森林覆盖率哪个更低？'],
    ['Who is responsible for talent apartments in Lushi?', '芦石人才公寓由谁负责？'],
    [
      'Does the Lushi plan give the same figure for forest coverage in the text and the table?',
      '芦石森林覆盖率正文和表格一致吗？',
    ],
    ['Summarise the Lushi plan in three points', '用3点概括芦石规划？'],
    ['Briefly, what measures does Lushi plan for talent apartments?', '简要总结人才公寓芦石有哪些措施？'],
    [
      'Briefly, how many high-tech enterprises does Lushi want by 2030?',
      '芦石2030年高新技术企业目标是多少？',
    ],
    [
      'How many talent apartments does Lushi want, and how many of them are to be added by 2030?',
      '芦石人才公寓目标是多少，其中2030年新增是多少？',
    ],
    [
      'What size of talent apartments does Lushi plan, and in which phase?',
      '芦石人才公寓规模多大，在哪个阶段？',
    ],
    [
      'By how much should talent apartments in Lushi grow over the 15th Five-Year Plan?',
      '十五五芦石人才公寓增加多少？',
    ],
    ['And what about forest coverage?', '那森林覆盖率呢？'],
  ])('%s is asked as %s', (question, expected) => {
    expect(chinese(question)).toBe(expected);
  });

  it('finds what the plans call it from words that stand together in them', () => {
    expect(chinese('Which house safety rules does Lushi set up?')).toContain('房屋安全');
  });

  it('keeps a name and an abbreviation that no plan has as they are', () => {
    expect(chinese('What is the PM10 target of Lushi?')).toContain('PM10');
  });
});

describe('the answer to an English question', () => {
  it('is found, worked out and told in English', async () => {
    const workspace = await createWorkspace(plans);
    await workspace.ingest();
    const now = () => new Date('2026-03-01T08:00:00+08:00');
    const ask = createAsk({ store: await workspace.open(), embedder: createEmbeddedEmbedder(), now });
    const textOf = async (question: string) => (await ask({ question })).answer.text;
    expect(
      await textOf("Lushi's 2030 target for high-tech enterprises is how many times Wuling's?"),
    ).toContain('9 times');
    expect(await textOf('Which has the higher forest coverage target for 2030, Lushi or Wuling?')).toMatch(
      /梧岭县 is the higher/,
    );
    expect(await textOf('How does Lushi help newcomers and young people with housing?')).toContain(
      '人才公寓',
    );
  });
});
