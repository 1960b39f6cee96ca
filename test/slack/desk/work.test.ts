import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createWork } from '../../../src/slack/desk/work.js';
import type { IncomingQuestion } from '../../../src/slack/question.js';

const question = (text: string, changes: Partial<IncomingQuestion> = {}): IncomingQuestion => ({
  eventId: `Ev${text}`,
  team: 'T1',
  user: 'U1',
  channel: 'C1',
  ts: `${text}.0`,
  threadTs: `${text}.0`,
  place: 'channel',
  text,
  ...changes,
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
    await Promise.all(['1', '2', '3', '4', '5'].map((text) => work.add(question(text))));
    expect([begun.join(''), most]).toEqual(['12345', 2]);
  });

  it('go on after one of them failed', async () => {
    const work = createWork(async ({ text }) => Promise.reject(new Error(text)), { concurrency: 1 });
    const results = await Promise.allSettled(['1', '2'].map((text) => work.add(question(text))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('are answered one at a time in a thread, in the order in which they were written', async () => {
    const begun: string[] = [];
    let underWay = 0;
    const work = createWork(async ({ text }) => {
      underWay += 1;
      expect(underWay).toBe(1);
      begun.push(text);
      await sleep(2);
      underWay -= 1;
    });
    const inThread = (text: string) => work.add(question(text, { threadTs: '1.0' }));
    // Events may come out of order: 4 was written before 5.
    await Promise.all([inThread('1'), inThread('5'), inThread('4')]);
    expect(begun).toEqual(['1', '4', '5']);
  });

  it('do not wait for a thread in which one takes its time', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun: string[] = [];
    const work = createWork(async ({ text }) => {
      begun.push(text);
      if (text === '1') await slow;
    });
    void work.add(question('1', { threadTs: '1.0' }));
    const second = work.add(question('2', { threadTs: '1.0' }));
    await work.add(question('3'));
    expect(begun).toEqual(['1', '3']);
    release();
    await second;
    expect(begun).toEqual(['1', '3', '2']);
  });

  it('are too many for one person, or in all, and fewer again when some are done', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const work = createWork(() => slow, { most: 3, mostOfPerson: 2 });
    for (const text of ['1', '2']) void work.add(question(text));
    expect(work.overload(question('3'))).toEqual({ notice: 'overloadPerson', count: 2 });
    expect(work.overload(question('3', { user: 'U2' }))).toBeUndefined();
    const last = work.add(question('3', { user: 'U2' }));
    expect(work.overload(question('4', { user: 'U3' }))).toEqual({ notice: 'overloadEverybody', count: 3 });
    release();
    await last;
    expect(work.overload(question('5'))).toBeUndefined();
  });

  it('do not wait for an answer that waits its turn in a slow channel, except in its own thread', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun: string[] = [];
    const work = createWork(
      async ({ text, channel }, beginPosting) => {
        begun.push(text);
        beginPosting();
        if (channel === 'slow') await slow;
      },
      { concurrency: 1 },
    );
    const first = work.add(question('1', { channel: 'slow', threadTs: '1.0' }));
    const followUp = work.add(question('2', { channel: 'slow', threadTs: '1.0' }));
    await work.add(question('3'));
    expect(begun).toEqual(['1', '3']);
    release();
    await Promise.all([first, followUp]);
    expect(begun).toEqual(['1', '3', '2']);
  });

  it('are too many once three times as many answers wait to be posted', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const work = createWork(
      async (_, beginPosting) => {
        beginPosting();
        await slow;
      },
      { most: 2, mostOfPerson: 1 },
    );
    const added = ['1', '2', '3'].map((text) => work.add(question(text)));
    await Promise.resolve();
    expect(work.overload(question('4'))).toEqual({ notice: 'overloadPerson', count: 3 });
    expect(work.overload(question('4', { user: 'U2' }))).toBeUndefined();
    const others = ['4', '5', '6'].map((text) => work.add(question(text, { user: `U${text}` })));
    await Promise.resolve();
    expect(work.overload(question('7', { user: 'U7' }))).toEqual({ notice: 'overloadEverybody', count: 6 });
    release();
    await Promise.all([...added, ...others]);
    expect(work.overload(question('7'))).toBeUndefined();
  });
});
