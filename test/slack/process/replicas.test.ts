import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeRedis, startFakeRedis } from '../../fakes/redis/fake-redis.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import { addressOf, connectPlanbot, type PlanbotProcess, scriptedEntry, until } from './planbot-process.js';

const channel = 'C0PLANNING';

describe('two replicas behind one address, with their state in Redis', () => {
  let slack: FakeSlack;
  let redis: FakeRedis;
  let replicas: PlanbotProcess[];

  beforeAll(async () => {
    slack = await startFakeSlack({ mode: 'http' });
    redis = await startFakeRedis();
    const start = () =>
      connectPlanbot(slack, { entry: scriptedEntry, state: redis.url, PLANBOT_LEASE_SECONDS: '1' });
    replicas = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await redis.close();
    await slack.close();
  });
  const [toFirst, toSecond] = [0, 1].map((index) => (): void => {
    const replica = replicas[index];
    if (replica !== undefined) slack.http?.sendTo(`${addressOf(replica)}/slack/events`);
  });
  const answered = (threadTs: string): Promise<void> =>
    until(() => slack.answers(channel, threadTs).length > 0, { what: () => slack.print(channel) });

  it('answer once what Slack gives to both of them', async () => {
    const asked = Array.from({ length: 10 }, (_, index) => {
      toFirst?.();
      const question = slack.mention({ channel, text: `第${index}个目标？` });
      toSecond?.();
      slack.repeat(question);
      return question;
    });
    for (const { ts } of asked) await answered(ts);
    const last = slack.mention({ channel, text: '现在呢？' });
    await answered(last.ts);
    expect(asked.map(({ ts }) => slack.answers(channel, ts).length)).toEqual(asked.map(() => 1));
  });

  const begun = (threadTs: string): Promise<void> =>
    until(() => slack.answers(channel, threadTs)[0]?.stream?.open === true, { what: () => 'the first step' });

  it('stop an answer where the stop button, or the removal of the question, comes to the other one', async () => {
    toFirst?.();
    const asked = slack.mention({ channel, text: 'steps 目标？' });
    const removed = slack.mention({ channel, text: 'steps 哪些目标？' });
    await Promise.all([asked, removed].map(({ ts }) => begun(ts)));
    toSecond?.();
    slack.happen({ type: 'agent_session_stopped', channel, thread_ts: asked.ts, user: 'U0LIN' });
    slack.remove(removed);
    await until(() => slack.answers(channel, asked.ts)[0]?.text.startsWith('已停止') ?? false, {
      what: () => slack.print(channel),
    });
    await until(() => slack.answers(channel, removed.ts).length === 0, { what: () => slack.print(channel) });
    // What is asked in the thread after the stop is answered.
    const next = slack.mention({ channel, text: '现在呢？', threadTs: asked.ts });
    await until(() => slack.answers(channel, asked.ts).some(({ text }) => text.startsWith('问：现在呢')), {
      what: () => slack.print(channel),
    });
    expect(slack.answers(channel, next.ts)).toEqual([]);
    expect(slack.answers(channel, asked.ts)).toHaveLength(2);
  });

  it('answer what one of them was at when it was killed', async () => {
    toFirst?.();
    const asked = slack.mention({ channel, text: 'slow 目标？' });
    await until(() => asked.delivery.ackedAt !== undefined, { what: () => 'the ack' });
    await replicas[0]?.stop('SIGKILL');
    await answered(asked.ts);
    expect(slack.answers(channel, asked.ts)).toHaveLength(1);
  });
});
