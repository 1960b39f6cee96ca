import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import { calledBy } from '../../fakes/slack/transcript.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

const channel = 'C0PLANNING';

describe.each(['socket', 'http'] as const)('a question reaches planbot in Slack (%s mode)', (mode) => {
  let slack: FakeSlack;
  let state: Awaited<ReturnType<typeof temporaryFolder>>;
  let planbot: PlanbotProcess;

  beforeAll(async () => {
    slack = await startFakeSlack({ mode });
    state = await temporaryFolder();
    planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
  });
  afterAll(async () => {
    await planbot.stop();
    await slack.close();
    await state.remove();
  });
  const answered = (threadTs: string, count = 1): Promise<void> =>
    until(() => slack.answers(channel, threadTs).length >= count, { what: () => slack.print(channel) });
  /** Asks one more question and waits for its answer, so that anything before it has had its time. */
  const passTime = async (): Promise<void> => answered(slack.mention({ channel, text: '现在呢？' }).ts);

  it('answers once in the thread when Slack delivers the mention three times', async () => {
    const asked = slack.mention({ channel, text: '存款余额目标？' });
    slack.repeat(asked);
    slack.repeat(asked, { newEventId: true });
    await answered(asked.ts);
    await passTime();
    expect(slack.answers(channel, asked.ts)).toHaveLength(1);
    expect(slack.answers(channel, asked.ts)[0]?.text).toContain('[1] 《东镇“十四五”发展规划》');
  });

  it('answers a mention inside a thread in that thread, with what was asked there before', async () => {
    const first = slack.mention({ channel, text: '存款余额目标？' });
    await answered(first.ts);
    slack.mention({ channel, text: '那贷款呢？', threadTs: first.ts });
    await answered(first.ts, 2);
    expect(slack.answers(channel, first.ts)[1]?.text).toContain('问：那贷款呢？；此前：存款余额目标？。');
  });

  it('answers a direct message', async () => {
    const { ts } = slack.direct({ channel: 'D0LIN', text: '贷款余额目标？' });
    await until(() => slack.answers('D0LIN', ts).length > 0, { what: () => slack.print('D0LIN') });
    expect(slack.answers('D0LIN', ts)[0]?.text).toContain('问：贷款余额目标？');
  });

  it.each([
    ['a bot', { bot_id: 'B0OTHER' }],
    ['planbot itself', { user: 'U0PLANBOT' }],
    ['an edit', { subtype: 'message_changed' }],
    ['a deletion', { subtype: 'message_deleted', hidden: true }],
    ['a message edited into a mention', { edited: { user: 'U0LIN', ts: '1795000000.000001' } }],
  ])('stays silent when the message comes from %s', async (_who, extra) => {
    const direct = slack.direct({ channel: 'D0ZHAO', text: '目标？', extra });
    const mention = slack.mention({ channel, text: '目标？', extra });
    await passTime();
    expect(slack.answers('D0ZHAO', direct.ts)).toEqual([]);
    expect(slack.answers(channel, mention.ts)).toEqual([]);
  });

  it('answers a message with a file by its words', async () => {
    const { ts } = slack.direct({ channel: 'D0ZHAO', text: '目标？', extra: { subtype: 'file_share' } });
    await until(() => slack.answers('D0ZHAO', ts).length > 0, { what: () => slack.print('D0ZHAO') });
    expect(slack.answers('D0ZHAO', ts)[0]?.text).toContain('问：目标？');
  });

  it('calls nobody and opens no link when the question holds a call to the whole channel', async () => {
    const { ts } = slack.mention({
      channel,
      text: '<!channel> 目标 &lt;!here&gt; [看](http://a.example) ？',
    });
    await answered(ts);
    const [message] = slack.answers(channel, ts);
    expect(message?.text).toContain('问：目标 &lt;!here&gt; [看](http:\u2060//a.example) ？');
    expect(message && calledBy(message)).toEqual([]);
    expect(JSON.stringify(message?.blocks)).not.toContain('](');
    expect(message?.unfurl).toEqual({ links: false, media: false });
  });

  it('says that it failed, with an id that the log holds beside the reason and without the question', async () => {
    const { ts } = slack.mention({ channel, text: 'please fail on 某机密项目' });
    await answered(ts);
    const id = /编号 (\w{8})/.exec(slack.answers(channel, ts)[0]?.text ?? '')?.[1] ?? 'no id';
    const [line] = planbot.logged('question not answered').filter((one) => one.failureId === id);
    expect(line?.error).toMatchObject({ name: 'Error', message: 'engine broke on: […] with [token]' });
    expect(planbot.output()).not.toContain('某机密项目');
    expect(planbot.output()).not.toMatch(/xoxb-|xapp-/);
  });

  it('waits as long as Slack asks it to, and then posts once', async () => {
    slack.limitRate('chat.postMessage', { seconds: 1, times: 1 });
    const { ts } = slack.mention({ channel, text: '存款余额目标？' });
    await answered(ts);
    expect(slack.answers(channel, ts)).toHaveLength(1);
    expect(slack.calls.filter((one) => one.status === 429)).toHaveLength(1);
  });

  it('tells the asker in person when the channel was archived, and answers elsewhere', async () => {
    const archived = slack.workspace.channels.get('C0FINANCE');
    if (archived !== undefined) archived.archived = true;
    slack.mention({ channel: 'C0FINANCE', text: '目标？', user: 'U0ZHAO' });
    const told = () => slack.answers('D0ZHAO').find(({ text }) => text.includes('已经归档'))?.text;
    await until(() => told() !== undefined, { what: () => slack.print('D0ZHAO') });
    const id = /编号 (\w{8})/.exec(told() ?? '')?.[1];
    expect(planbot.logged('question not answered').map((line) => line.failureId)).toContain(id);
    await passTime();
    expect(slack.answers('C0FINANCE')).toEqual([]);
  });

  it('answers after the socket was cut, what came in between included', async () => {
    slack.sockets.dropAll();
    const between = slack.mention({ channel, text: '断线时的问题？' });
    await answered(between.ts);
    const after = slack.mention({ channel, text: '重连后的问题？' });
    await answered(after.ts);
    expect(slack.answers(channel, between.ts)).toHaveLength(1);
    expect(slack.answers(channel, after.ts)).toHaveLength(1);
  });
});

describe('planbot comes and goes', () => {
  let slack: FakeSlack;
  let state: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeEach(async () => {
    slack = await startFakeSlack();
    state = await temporaryFolder();
  });
  afterEach(async () => {
    await slack.close();
    await state.remove();
  });

  it('finishes the answer that is under way when it is told to stop', async () => {
    const planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    const asked = slack.mention({ channel, text: 'slow 问题？' });
    await until(() => asked.delivery.ackedAt !== undefined, { what: () => 'the ack' });
    expect(await planbot.stop()).toBe(0);
    expect(slack.answers(channel, asked.ts)).toHaveLength(1);
  });

  it('neither repeats itself nor forgets the thread when it was started anew', async () => {
    const first = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    const asked = slack.mention({ channel, text: '存款余额目标？' });
    await until(() => slack.answers(channel, asked.ts).length > 0, { what: () => slack.print(channel) });
    await first.stop();
    const second = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    slack.repeat(asked);
    slack.mention({ channel, text: '那贷款呢？', threadTs: asked.ts });
    await until(() => slack.answers(channel, asked.ts).length > 1, { what: () => slack.print(channel) });
    await second.stop();
    expect(slack.answers(channel, asked.ts).map((one) => one.text.split('[1]')[0])).toEqual([
      '问：存款余额目标？；此前：无。',
      '问：那贷款呢？；此前：存款余额目标？。',
    ]);
  });

  it('answers in plainer blocks where the workspace does not know the newer ones', async () => {
    slack.refuseBlocks('markdown', 'container', 'context_actions');
    const planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    const { ts } = slack.mention({ channel, text: '存款余额目标？' });
    await until(() => slack.answers(channel, ts).length > 0, { what: () => slack.print(channel) });
    await planbot.stop();
    expect(slack.answers(channel, ts)[0]?.blocks.map((block) => block.type)).toEqual([
      'section',
      'context',
      'section',
      'actions',
    ]);
  });

  it('answers as plain text where the workspace takes no blocks at all', async () => {
    slack.refuseBlocks('markdown', 'container', 'context_actions', 'actions', 'section', 'context');
    const planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    const { ts } = slack.mention({ channel, text: '存款余额目标？' });
    await until(() => slack.answers(channel, ts).length > 0, { what: () => slack.print(channel) });
    await planbot.stop();
    expect(slack.answers(channel, ts)[0]).toMatchObject({ blocks: [] });
    expect(slack.answers(channel, ts)[0]?.text).toContain('[1] 《东镇“十四五”发展规划》');
  });
});
