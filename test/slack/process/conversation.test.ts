import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaidMessage } from '../../fakes/slack/events.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import type { FakeMessage } from '../../fakes/slack/workspace.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

const channel = 'C0PLANNING';

let slack: FakeSlack;
let state: Awaited<ReturnType<typeof temporaryFolder>>;
let planbot: PlanbotProcess;

beforeAll(async () => {
  slack = await startFakeSlack();
  state = await temporaryFolder();
  planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
});
afterAll(async () => {
  await planbot.stop();
  await slack.close();
  await state.remove();
});

const answersTo = ({ channel, ts }: SaidMessage): FakeMessage[] => slack.answers(channel, ts);
const answered = (asked: SaidMessage, count = 1): Promise<void> =>
  until(() => answersTo(asked).filter(isDone).length >= count, { what: () => slack.print(asked.channel) });
const isDone = ({ stream, text }: FakeMessage): boolean => stream?.open !== true && text !== '';
/** Asks one more question and waits for its answer, so that anything before it has had its time. */
const passTime = async (): Promise<void> => answered(slack.mention({ channel, text: '现在呢？' }));

describe('a conversation goes on', () => {
  it('answers a follow-up in its thread without a mention, and knows what went before', async () => {
    const first = slack.mention({ channel, text: '存款余额目标？' });
    await answered(first);
    slack.write({ channel, text: '那贷款呢？', threadTs: first.ts, user: 'U0ZHAO' });
    await answered(first, 2);
    expect(answersTo(first)[1]?.text).toContain('问：那贷款呢？；此前：存款余额目标？。');
  });

  it.each([
    ['that says thanks', '谢谢！'],
    ['that speaks to somebody else', '<@U0ZHAO> 你看一下？'],
  ])('leaves a message alone %s', async (_what, text) => {
    const first = slack.mention({ channel, text: '存款余额目标？' });
    await answered(first);
    slack.write({ channel, text, threadTs: first.ts });
    await passTime();
    expect(answersTo(first)).toHaveLength(1);
  });

  it('leaves other threads and the channel itself alone', async () => {
    const other = slack.write({ channel, text: '明天几点开会？' });
    slack.write({ channel, text: '三点吧？', threadTs: other.ts });
    await passTime();
    expect(answersTo(other)).toEqual([]);
  });
});

describe('a question is changed or taken back', () => {
  it('is offered to be answered as it is now, only to its asker, and answered once', async () => {
    const asked = slack.mention({ channel, text: '存款余额目标？' });
    await answered(asked);
    slack.edit(asked, '<@U0PLANBOT> 贷款余额目标？');
    const offers = (): FakeMessage[] => slack.whispers(channel).filter((one) => one.threadTs === asked.ts);
    await until(() => offers().length > 0, { what: () => slack.print(channel) });
    const [offer] = offers();
    if (offer === undefined) throw new Error('no offer');
    slack.press(offer, { on: '重新回答' });
    slack.press(offer, { on: '重新回答' });
    await answered(asked, 2);
    await passTime();
    expect(answersTo(asked).map(({ text }) => /问：([^；]*)；/.exec(text)?.[1])).toEqual([
      '存款余额目标？',
      '贷款余额目标？',
    ]);
    expect(offers()).toEqual([]);
  });

  it('is left alone where nothing was changed but a link preview', async () => {
    const asked = slack.mention({ channel, text: '存款余额目标？' });
    await answered(asked);
    slack.edit(asked, '<@U0PLANBOT> 存款余额目标？');
    await passTime();
    expect(slack.whispers(channel).filter((one) => one.threadTs === asked.ts)).toEqual([]);
  });

  it('is not answered any more when it was deleted, and what was streamed goes', async () => {
    const asked = slack.mention({ channel, text: 'steps 存款余额目标？' });
    await until(() => answersTo(asked).length > 0, { what: () => slack.print(channel) });
    slack.remove(asked);
    await until(() => planbot.logged('answer stopped').some(({ reason }) => reason === 'deleted'), {
      what: () => planbot.output(),
    });
    await until(() => answersTo(asked).length === 0, { what: () => slack.print(channel) });
    await passTime();
    expect(answersTo(asked)).toEqual([]);
  });
});

describe('planbot works on a question with a model', () => {
  it('shows its steps with their sources and each verified claim, and then the answer in their place', async () => {
    const asked = slack.direct({ channel: 'D0LIN', text: 'steps 存款余额目标？' });
    await until(() => answersTo(asked)[0]?.text.includes('300亿元') === true, {
      what: () => slack.print('D0LIN'),
    });
    const [message] = answersTo(asked);
    expect(message?.stream?.open).toBe(true);
    expect(message?.stream?.tasks[0]).toMatchObject({
      title: '在规划里查找',
      status: 'complete',
      output: '• 《东镇“十四五”发展规划》第二章 发展目标，第3页',
    });
    await until(() => answersTo(asked)[0]?.text.includes('问：steps 存款余额目标？') === true, {
      what: () => slack.print('D0LIN'),
    });
    expect(answersTo(asked)).toHaveLength(1);
    expect(message?.stream?.open).toBe(false);
  });

  it('names the conversation, offers a stop button while it works, and rests after it', async () => {
    const asked = slack.direct({ channel: 'D0LIN', text: 'steps 拉萨2030年GDP？' });
    await answered(asked);
    const session = () => slack.workspace.sessions.get(`D0LIN:${asked.ts}`);
    await until(() => session()?.status === 'active', { what: () => JSON.stringify(session()) });
    expect(session()).toEqual({
      title: 'steps 拉萨2030年GDP？',
      status: 'active',
      seen: ['processing', 'active'],
    });
  });

  it('stops when somebody presses the stop button, and says so', async () => {
    const asked = slack.mention({ channel, text: 'steps 存款余额目标？' });
    await until(() => answersTo(asked).length > 0, { what: () => slack.print(channel) });
    slack.happen({ type: 'agent_session_stopped', channel, thread_ts: asked.ts, user: 'U0LIN' });
    await answered(asked);
    expect(answersTo(asked).map(({ text }) => text)).toEqual(['已停止，这个问题没有回答。可以再问一次。']);
  });

  it('posts the answer in one piece where no stream can be started', async () => {
    slack.failNext('chat.startStream', 'not_allowed_token_type');
    const asked = slack.mention({ channel, text: 'steps 存款余额目标？' });
    await answered(asked);
    expect(answersTo(asked)).toHaveLength(1);
    expect(answersTo(asked)[0]?.stream).toBeUndefined();
  });

  it('ends a stream that expired as one message with the whole answer', async () => {
    const asked = slack.mention({ channel, text: 'steps 存款余额目标？' });
    await until(() => answersTo(asked).length > 0, { what: () => slack.print(channel) });
    const stream = answersTo(asked)[0]?.stream;
    if (stream !== undefined) stream.open = false;
    await until(() => answersTo(asked)[0]?.text.includes('问：') === true, {
      what: () => slack.print(channel),
    });
    expect(answersTo(asked)).toHaveLength(1);
  });
});
