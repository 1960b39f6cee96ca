import { describe, expect, it } from 'vitest';
import type { IncomingQuestion } from '../../src/slack/question.js';
import { createThreads } from '../../src/slack/threads.js';

const question = (ts: string, threadTs: string, text: string): IncomingQuestion => ({
  eventId: `Ev${ts}`,
  team: 'T1',
  user: 'U1',
  channel: 'C1',
  ts,
  threadTs,
  place: 'channel',
  text,
});

describe('the memory of a thread', () => {
  it('holds the questions asked before, oldest first, and no other thread’s', async () => {
    const threads = createThreads({ keepMs: 60_000, findEarlierQuestions: async () => [] });
    expect(await threads.history(question('1.0', '1.0', '存款？'))).toEqual([]);
    expect(await threads.history(question('2.0', '2.0', '别的？'))).toEqual([]);
    expect(await threads.history(question('3.0', '1.0', '贷款？'))).toEqual(['存款？']);
    expect(await threads.history(question('4.0', '1.0', '税收？'))).toEqual(['存款？', '贷款？']);
  });

  it('asks Slack once for a thread that it does not know, and never for a new one', async () => {
    const asked: string[] = [];
    const threads = createThreads({
      keepMs: 60_000,
      findEarlierQuestions: async ({ ts }) => {
        asked.push(ts);
        return [{ team: 'T1', user: 'U1', text: '存款？' }];
      },
    });
    await threads.history(question('1.0', '1.0', '新的？'));
    expect(await threads.history(question('9.0', '8.0', '贷款？'))).toEqual(['存款？']);
    expect(await threads.history(question('9.5', '8.0', '税收？'))).toEqual(['存款？', '贷款？']);
    expect(asked).toEqual(['9.0']);
  });

  it('forgets the oldest questions and threads first, so that it does not grow for ever', async () => {
    let lookups = 0;
    const threads = createThreads({
      keepMs: 60_000,
      findEarlierQuestions: async () => {
        lookups += 1;
        return [];
      },
    });
    for (let count = 0; count < 30; count++)
      await threads.history(question(`${count + 2}.0`, '1.0', `${count}`));
    expect(await threads.history(question('99.0', '1.0', '又？'))).toEqual(
      Array.from({ length: 10 }, (_, index) => String(index + 20)),
    );
    for (let count = 0; count < 1_000; count++)
      await threads.history(question(`${count}.5`, `${count}.5`, '？'));
    await threads.history(question('100.0', '1.0', '还？'));
    expect(lookups).toBe(2);
  });

  it('keeps no question longer than it may, and none of a person who wants to be forgotten', async () => {
    let now = 0;
    const threads = createThreads({ keepMs: 1_000, now: () => now, findEarlierQuestions: async () => [] });
    await threads.history(question('1.0', '1.0', '存款？'));
    await threads.history({ ...question('2.0', '1.0', '贷款？'), user: 'U2' });
    expect(threads.forget('T1:U1')).toBe(1);
    expect(await threads.history(question('3.0', '1.0', '税收？'))).toEqual(['贷款？']);
    now = 1_000;
    expect(await threads.history(question('4.0', '1.0', '投资？'))).toEqual([]);
  });
});
