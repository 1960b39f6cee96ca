import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaidMessage } from '../../fakes/slack/events.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

const channel = 'C0PLANNING';

vi.setConfig({ testTimeout: 90_000 });

describe('planbot crashes on the way to an answer and is started again', () => {
  let slack: FakeSlack;
  let state: Awaited<ReturnType<typeof temporaryFolder>>;
  const running: PlanbotProcess[] = [];

  beforeEach(async () => {
    slack = await startFakeSlack();
    state = await temporaryFolder();
  });
  afterEach(async () => {
    for (const planbot of running.splice(0)) await planbot.stop('SIGKILL');
    await slack.close();
    await state.remove();
  });
  const start = async (): Promise<PlanbotProcess> => {
    const settings = { entry: scriptedEntry, state: state.path, PLANBOT_LEASE_SECONDS: '1' };
    const planbot = await connectPlanbot(slack, settings);
    running.push(planbot);
    return planbot;
  };
  const answersTo = (asked: SaidMessage): string[] =>
    slack.answers(asked.channel, asked.ts).map(({ text }) => text.split('[1]')[0] ?? '');
  const answered = (asked: SaidMessage, count = 1): Promise<void> =>
    until(() => answersTo(asked).length >= count, {
      what: () => slack.print(channel),
    });
  /** What the second process says about what the first one left, once it has looked. */
  const takenUp = (planbot: PlanbotProcess): Promise<void> =>
    until(() => planbot.logged('taking up a question that a crash left').length > 0, {
      what: () => planbot.output(),
    });

  it('answers the question that it was working on, once', async () => {
    const first = await start();
    const asked = slack.mention({ channel, text: 'slow 目标？' });
    await until(() => asked.delivery.ackedAt !== undefined, { what: () => 'the ack' });
    await first.stop('SIGKILL');
    await start();
    slack.repeat(asked);
    await answered(asked);
    const next = slack.mention({ channel, text: '现在呢？' });
    await answered(next);
    expect(answersTo(asked)).toEqual(['问：slow 目标？；此前：无。']);
  });

  it('finds an answer that stands in the thread, and does not give it twice', async () => {
    const first = await start();
    slack.swallowNext('chat.postMessage');
    const asked = slack.mention({ channel, text: '目标？' });
    await answered(asked);
    await first.stop('SIGKILL');
    const second = await start();
    await takenUp(second);
    const next = slack.mention({ channel, text: '现在呢？' });
    await answered(next);
    expect(answersTo(asked)).toEqual(['问：目标？；此前：无。']);
  });

  it('tells the asker where it cannot see whether the answer stands', async () => {
    const first = await start();
    slack.swallowNext('chat.postMessage');
    const asked = slack.mention({ channel, text: '目标？' });
    await answered(asked);
    await first.stop('SIGKILL');
    slack.failNext('conversations.replies', 'missing_scope');
    await start();
    await answered(asked, 2);
    expect(answersTo(asked)[1]).toMatch(/中断过.*请再问一次/);
  });

  const marksOf = (asked: SaidMessage) =>
    slack.answers(channel, asked.ts).map(({ text, stream }) => [text.split('[1]')[0], stream?.open ?? false]);

  it('takes away the half answer that it was streaming, and gives the whole one once', async () => {
    const first = await start();
    const asked = slack.mention({ channel, text: 'steps 目标？' });
    await until(() => (slack.answers(channel, asked.ts)[0]?.text ?? '') !== '', { what: () => 'a claim' });
    await first.stop('SIGKILL');
    await start();
    const whole = () => answersTo(asked).some((text) => text.startsWith('问：'));
    await until(whole, { what: () => slack.print(channel) });
    expect(marksOf(asked)).toEqual([['问：steps 目标？；此前：无。', false]]);
  });

  it('does so where it died before Slack had said which message the stream is', async () => {
    const first = await start();
    slack.swallowNext('chat.startStream');
    const asked = slack.mention({ channel, text: 'steps 目标？' });
    await until(() => slack.answers(channel, asked.ts).length > 0, { what: () => 'the stream' });
    await first.stop('SIGKILL');
    await start();
    const whole = () => answersTo(asked).some((text) => text.startsWith('问：'));
    await until(whole, { what: () => slack.print(channel) });
    expect(marksOf(asked)).toEqual([['问：steps 目标？；此前：无。', false]]);
  });

  it('leaves a streamed answer that was complete as it is', async () => {
    const first = await start();
    slack.swallowNext('chat.update');
    const asked = slack.mention({ channel, text: 'steps 目标？' });
    const whole = () => answersTo(asked).some((text) => text.startsWith('问：'));
    await until(whole, { what: () => slack.print(channel) });
    await first.stop('SIGKILL');
    await takenUp(await start());
    const next = slack.mention({ channel, text: '现在呢？' });
    await answered(next);
    expect(marksOf(asked)).toEqual([['问：steps 目标？；此前：无。', false]]);
  });

  it('leaves alone what another replica is working on', async () => {
    await start();
    const second = await start();
    const asked = slack.mention({ channel, text: 'slow 目标？' });
    await answered(asked);
    expect(answersTo(asked)).toHaveLength(1);
    expect(second.logged('taking up a question that a crash left')).toEqual([]);
  });
});
