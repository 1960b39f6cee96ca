import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { IncomingQuestion } from '../../src/slack/question.js';
import { createWork } from '../../src/slack/work.js';

const question = (text: string): IncomingQuestion => ({
  eventId: `Ev${text}`,
  team: 'T1',
  user: 'U1',
  channel: 'C1',
  ts: '1.0',
  threadTs: '1.0',
  place: 'channel',
  text,
});

describe('many questions at once', () => {
  it('are worked on two at a time and in order when two are allowed', async () => {
    const begun: string[] = [];
    let underWay = 0;
    let most = 0;
    const work = createWork(
      async ({ text }) => {
        begun.push(text);
        underWay += 1;
        most = Math.max(most, underWay);
        await sleep(2);
        underWay -= 1;
      },
      { concurrency: 2 },
    );
    await Promise.all(['1', '2', '3', '4', '5'].map((text) => work.reply(question(text))));
    expect([begun.join(''), most]).toEqual(['12345', 2]);
  });

  it('go on after one of them failed', async () => {
    const work = createWork(async ({ text }) => Promise.reject(new Error(text)), { concurrency: 1 });
    const results = await Promise.allSettled(['1', '2'].map((text) => work.reply(question(text))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('are all finished before a stop, those that wait included', async () => {
    let finished = 0;
    const work = createWork(
      async () => {
        await sleep(5);
        finished += 1;
      },
      { concurrency: 1 },
    );
    for (const text of ['1', '2', '3']) void work.reply(question(text));
    await work.settle(5_000);
    expect(finished).toBe(3);
  });

  it('do not hold a stop up for ever', async () => {
    const work = createWork(() => new Promise(() => undefined));
    void work.reply(question('1'));
    const startedAt = performance.now();
    await work.settle(30);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
