import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRedisState } from '../../../src/slack/state/redis-state.js';
import type { State } from '../../../src/slack/state/state.js';
import { type FakeRedis, startFakeRedis } from '../../fakes/redis/fake-redis.js';

describe('state that replicas share in Redis', () => {
  let redis: FakeRedis;
  let one: State;
  let two: State;
  const errors: unknown[] = [];
  const open = () => createRedisState({ url: redis.url, onError: (error) => errors.push(error) });

  beforeEach(async () => {
    redis = await startFakeRedis();
    one = await open();
    two = await open();
  });
  afterEach(async () => {
    await one.close();
    await two.close();
    await redis.close();
  });
  it('gives a claim to one of a hundred takers at once, over both replicas, until its time is over', async () => {
    const take = () =>
      Promise.all(Array.from({ length: 100 }, (_, index) => (index % 2 ? one : two).claim('event:Ev1', 60)));
    expect((await take()).filter(Boolean)).toHaveLength(1);
    await sleep(80);
    expect((await take()).filter(Boolean)).toHaveLength(1);
  });

  it('keeps what one replica noted for the other, oldest first, each kind apart', async () => {
    await one.records('pending').put({ id: 'a', value: { text: '目标？' }, person: 'T1:U1', ttlMs: 5_000 });
    await sleep(2);
    await one.records('pending').put({ id: '二*', value: 2, ttlMs: 5_000 });
    const pending = two.records('pending');
    expect(await pending.get('a')).toEqual({ text: '目标？' });
    expect((await pending.list()).map(({ id }) => id)).toEqual(['a', '二*']);
    expect(await pending.list({ person: 'T1:U1' })).toHaveLength(1);
    expect(await two.records('pend').list()).toEqual([]);
    await pending.remove('a');
    expect(await one.records('pending').get('a')).toBeUndefined();
  });

  it('keeps nothing beyond its time', async () => {
    const records = one.records('recent');
    await records.put({ id: 'a', value: 1, ttlMs: 30 });
    await records.put({ id: 'b', value: 1, ttlMs: 0 });
    await sleep(50);
    expect([await records.get('a'), await records.list()]).toEqual([undefined, []]);
  });

  it('forgets one person, or a whole workspace', async () => {
    for (const person of ['T1:U1', 'T1:U2', 'T2:U1']) {
      await one.records('recent').put({ id: person, value: '问', person, ttlMs: 5_000 });
    }
    expect(await two.forget({ team: 'T1', user: 'U1' })).toBe(1);
    expect(await two.forget({ team: 'T1' })).toBe(1);
    expect((await one.records('recent').list()).map(({ id }) => id)).toEqual(['T2:U1']);
  });

  it('connects again by itself after the line was cut', async () => {
    await one.claim('event:Ev1', 5_000);
    redis.dropAll();
    expect(await one.claim('event:Ev1', 5_000)).toBe(false);
    expect(await two.claim('event:Ev2', 5_000)).toBe(true);
  });
});

describe('a Redis that is not there', () => {
  it('is named with the way out, and without its password', async () => {
    const url = 'redis://planbot:secret@127.0.0.1:1';
    const opening = createRedisState({ url, onError: () => undefined });
    await expect(opening).rejects.toMatchObject({ code: 'state_unavailable' });
    await expect(opening).rejects.toThrow(/redis:\/\/127\.0\.0\.1:1.*Start Redis there/);
    await expect(opening).rejects.not.toThrow(/secret/);
  });
});
