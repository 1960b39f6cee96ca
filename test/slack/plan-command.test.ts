import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeMessage } from '../fakes/slack/workspace.js';
import { samplePlans } from '../setup/sample-plans.js';
import { until } from './process/planbot-process.js';
import { buttonsOf, type RunningPlanbot, runPlanbot } from './running-planbot.js';

const channel = 'C0PLANNING';
/** A plan that only 林 may see, whose growth does not reproduce from its own figures. */
const secret = `隐河区“十四五”金融业发展规划

第一章 发展目标

到2025年，隐河区金融业增加值达到90亿元。

表1 主要指标表

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 年均增长（%） |
|---|---|---|---|---|---|
| 1 | 存款余额 | 亿元 | 100 | 200 | 40 |
`;
const access = `plans:
  everyone: [yunling-finance, qinghe-farming]
  groups:
    lin: { people: [U0LIN], plans: [yinhe-finance] }
`;

describe('somebody types /plan', () => {
  let planbot: RunningPlanbot;
  const type = async (text: string, user = 'U0LIN'): Promise<FakeMessage> => {
    const before = planbot.slack.whispers(channel, user).length;
    planbot.slack.command({ channel, text, user });
    const said = await planbot.messages(() => planbot.slack.whispers(channel, user).slice(before));
    if (said[0] === undefined) throw new Error('no answer');
    return said[0];
  };

  beforeAll(async () => {
    planbot = await runPlanbot({ plans: { ...samplePlans, 'yinhe-finance.txt': secret }, access });
  });
  afterAll(() => planbot.stop());

  it('and asks: only that person sees the answer, with the question above it and a button to share it', async () => {
    const answer = await type('ask 云岭市2025年存款余额目标是多少？');
    expect(answer.text).toMatch(/^问：云岭市2025年存款余额目标是多少？\n\n.*8,000亿元/);
    expect(buttonsOf(answer)).toEqual(expect.arrayContaining(['查看原文', '分享到频道']));
    expect(planbot.slack.answers(channel)).toEqual([]);
    expect(planbot.slack.whispers(channel, 'U0ZHAO')).toEqual([]);
  });

  it('and asks on in the same place: the question before is remembered', async () => {
    await type('ask 云岭市2025年存款余额目标是多少？');
    expect((await type('ask 那2030年呢？')).text).toContain('12,000亿元');
  });

  it.each([
    ['summary 青禾县的重点任务', '高标准农田'],
    ['target 云岭市 贷款余额 2030', '9,800亿元'],
    ['目标 云岭市 贷款余额 2030', '9,800亿元'],
    ['compare 云岭市2025年存款余额和贷款余额', '8,000亿元'],
    ['calc cagr 100亿元@2020 150亿元@2025', '8.45'],
    ['calc growth 存款余额@2020 存款余额@2025 —plan yunling-finance', '51.5'],
    ['calc 2800/2114.81', '1.32'],
    ['calc 云岭市存款余额2020年到2025年年均增长多少？', '8.67'],
    ['audit 隐河区', '存款余额'],
    ['audit 云岭市', '没有发现'],
  ])('“%s” is answered', async (typed, said) => {
    expect((await type(typed)).text).toContain(said);
  });

  it('lists the plans that this person may see, and no others', async () => {
    expect((await type('plans')).text).toMatch(/有3份：[\s\S]*隐河区/);
    const others = await type('plans', 'U0ZHAO');
    expect(others.text).toContain('有2份');
    expect(others.text).not.toContain('隐河');
    expect((await type('audit 隐河区', 'U0ZHAO')).text).toContain('没有找到“隐河区”');
    expect((await type('ask 隐河区2025年金融业增加值目标？', 'U0ZHAO')).text).not.toContain('90亿元');
  });

  it.each(['', 'help', '帮助', '  ? '])(
    '“%s” gets help in the language of that person’s Slack',
    async (typed) => {
      expect((await type(typed)).text).toContain('/plan target');
      expect((await type(typed, 'U0SMITH')).text).toContain('Only you see the answer');
    },
  );

  it('and a word that is no command: it is named, with those that there are', async () => {
    expect((await type('dance now')).text).toMatch(/没有“dance”这个命令[\s\S]*\/plan ask/);
  });

  it.each(['ask', 'summary', 'target', 'compare', 'calc'])(
    '“%s” alone says what to write after it',
    async (typed) => {
      expect((await type(typed)).text).toContain(`/plan ${typed} `);
    },
  );

  it.each([
    ['calc cagr 100亿元@2020 5家@2025', '没有算成'],
    ['calc cagr 100亿元@2020', '没有算成'],
    ['calc growth 海水淡化能力@2020 海水淡化能力@2025', '没有“海水淡化能力”'],
    ['calc lookup 存款余额 --plan yunling-finance', '请写明年份'],
    ['calc cagr 1亿元@2020 2亿元@2025 --shape round', '没有算成'],
  ])('“%s” cannot be worked out, and says why and how to', async (typed, said) => {
    expect((await type(typed)).text).toContain(said);
  });

  it('and shares the answer: the channel sees it under that person’s name, once', async () => {
    const answer = await type('ask 2020年云岭市金融业增加值是多少？');
    const whispers = () => planbot.slack.whispers(channel);
    const before = whispers().length;
    planbot.slack.press(answer, { on: '分享到频道' });
    planbot.slack.press(answer, { on: '分享到频道' });
    const [shared] = await planbot.messages(() => planbot.slack.answers(channel));
    expect(shared?.text).toMatch(/^<@U0LIN> 分享：2020年云岭市金融业增加值是多少？\n\n.*210亿元/);
    await planbot.messages(() => whispers().slice(before));
    expect(whispers()[before]?.text).toBe('已分享到频道。');
    planbot.slack.press(answer, { on: '分享到频道' });
    await type('help');
    expect(planbot.slack.answers(channel)).toHaveLength(1);
    if (shared !== undefined) planbot.slack.press(shared, { on: '查看原文', user: 'U0ZHAO' });
    expect(JSON.stringify((await planbot.modal('规划原文', 'U0ZHAO')).blocks)).toContain('210亿元');
  });

  it('and may not share what the channel may not see', async () => {
    const answer = await type('ask 隐河区2025年金融业增加值目标是多少？');
    expect(answer.text).toContain('90亿元');
    const posted = planbot.slack.answers(channel).length;
    const before = planbot.slack.whispers(channel).length;
    planbot.slack.press(answer, { on: '分享到频道' });
    const said = await planbot.messages(() => planbot.slack.whispers(channel).slice(before));
    expect(said[0]?.text).toContain('没有分享');
    expect(planbot.slack.answers(channel)).toHaveLength(posted);
  });

  it('and somebody else presses the button of that answer: nothing is shared, and they are told why', async () => {
    const answer = await type('ask 云岭市2030年存款余额目标是多少？');
    const posted = planbot.slack.answers(channel).length;
    planbot.slack.press({ ...answer, ephemeralTo: 'U0ZHAO' }, { user: 'U0ZHAO', on: '分享到频道' });
    const whispers = () => planbot.slack.whispers(channel, 'U0ZHAO');
    await planbot.messages(() => whispers().filter(({ text }) => text.includes('只有提问的人可以分享')));
    expect(planbot.slack.answers(channel)).toHaveLength(posted);
  });

  it('where planbot was not invited: it answers all the same, and says what to do before sharing', async () => {
    const finance = planbot.slack.workspace.channels.get('C0FINANCE');
    if (finance !== undefined) finance.joined = false;
    planbot.slack.command({ channel: 'C0FINANCE', text: 'ask 云岭市2025年存款余额目标是多少？' });
    const whispers = () => planbot.slack.whispers('C0FINANCE');
    const [answer] = await planbot.messages(whispers);
    if (answer !== undefined) planbot.slack.press(answer, { on: '分享到频道' });
    const [, said] = await planbot.messages(whispers, 2);
    expect(said?.text).toContain('/invite');
  });

  it('and takes the figures as a file: it comes in the direct messages, where nobody else sees it', async () => {
    const answer = await type('ask 云岭市2025年存款余额目标是多少？');
    const whispered = planbot.slack.whispers(channel).length;
    planbot.slack.press(answer, { on: '下载数据（CSV）' });
    const files = () => planbot.slack.answers('D0LIN').filter((one) => one.files !== undefined);
    const [message] = await planbot.messages(files);
    expect(message?.files?.[0]?.content.toString('utf8')).toContain('8000');
    const [said] = await planbot.messages(() => planbot.slack.whispers(channel).slice(whispered));
    expect(said?.text).not.toBe('');
  });

  it('and what is kept of that person is deleted: the buttons say so', async () => {
    const answer = await type('ask 云岭市2025年存款余额目标是多少？');
    expect((await type('forget-me')).text).toMatch(/已经删除/);
    const before = planbot.slack.whispers(channel).length;
    planbot.slack.press(answer, { on: '分享到频道' });
    const said = await planbot.messages(() => planbot.slack.whispers(channel).slice(before));
    expect(said[0]?.text).toContain('不再保留');
  });

  it('in a workspace without the newer blocks: the answer comes in plainer ones', async () => {
    planbot.slack.refuseBlocks('markdown', 'table', 'data_visualization', 'container', 'context_actions');
    const answer = await type('ask 云岭市存款余额2025年和2030年的目标分别是多少？');
    expect(new Set(answer.blocks.map(({ type: kind }) => kind))).toEqual(
      new Set(['context', 'section', 'actions']),
    );
    planbot.slack.refuseBlocks('actions', 'section', 'context');
    expect((await type('ask 云岭市2025年存款余额目标是多少？')).text).toContain('8,000亿元');
  });

  it('sends nothing without words', () => {
    const all = planbot.slack.workspace.messages.filter(
      ({ fromBot, files }) => fromBot && files === undefined,
    );
    expect(all.filter(({ text }) => text.trim() === '')).toEqual([]);
  });
});

describe('somebody types /plan where Slack reaches planbot over HTTP', () => {
  it('and asks, opens the source, and says what is not right', async () => {
    const planbot = await runPlanbot({ mode: 'http' });
    const { slack } = planbot;
    slack.command({ channel, text: 'ask 2020年云岭市金融业增加值是多少？' });
    const [answer] = await planbot.messages(() => slack.whispers(channel));
    if (answer === undefined) throw new Error('no answer');
    expect(answer.text).toContain('210亿元');
    slack.press(answer, { on: '查看原文' });
    expect(JSON.stringify((await planbot.modal('规划原文')).blocks)).toContain('210亿元');
    slack.press(answer, { on: 'feedback', choose: 'negative' });
    const form = await planbot.modal('哪里有问题');
    slack.submit(form, { reason: '不完整' });
    await until(() => slack.modals('U0LIN').at(-1)?.submit === undefined, { what: () => 'thanks' });
    await planbot.stop();
  });
});
