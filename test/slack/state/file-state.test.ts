import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileState } from '../../../src/slack/state/file-state.js';
import { temporaryFolder } from '../process/planbot-process.js';

describe('state in a folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let now = 0;
  const open = () => createFileState({ folder: folder.path, now: () => now });

  beforeEach(async () => {
    folder = await temporaryFolder();
    now = Date.now();
  });
  afterEach(() => folder.remove());

  it('is there after a restart, oldest first, and each kind apart', async () => {
    const feedback = (await open()).records('feedback');
    await feedback.put({ id: 'a/../b', value: { stars: 1 }, person: 'T1:U1', ttlMs: 1_000 });
    now += 1;
    await feedback.put({ id: '二', value: [2], ttlMs: 1_000 });
    const again = await open();
    expect(await again.records('feedback').get('a/../b')).toEqual({ stars: 1 });
    expect((await again.records('feedback').list()).map(({ id, value }) => [id, value])).toEqual([
      ['a/../b', { stars: 1 }],
      ['二', [2]],
    ]);
    expect(await again.records('feedback').list({ person: 'T1:U1' })).toHaveLength(1);
    expect(await again.records('recent').list()).toEqual([]);
  });

  it('replaces, removes, and gives nothing whose time is over', async () => {
    const records = (await open()).records('recent');
    await records.put({ id: 'a', value: 1, ttlMs: 1_000 });
    await records.put({ id: 'a', value: 2, ttlMs: 1_000 });
    expect(await records.get('a')).toBe(2);
    now += 1_000;
    expect([await records.get('a'), await records.list()]).toEqual([undefined, []]);
    await records.put({ id: 'a', value: 3, ttlMs: 1_000 });
    await records.remove('a');
    await records.remove('never there');
    expect(await records.get('a')).toBeUndefined();
  });

  it('forgets everything of one person and nothing of others', async () => {
    const state = await open();
    for (const kind of ['feedback', 'recent']) {
      for (const person of ['T1:U1', 'T1:U2', 'T2:U1']) {
        await state.records(kind).put({ id: person, value: '问', person, ttlMs: 1_000 });
      }
    }
    expect(await state.forget({ team: 'T1', user: 'U1' })).toBe(2);
    expect((await state.records('recent').list()).map(({ person }) => person)).toEqual(['T1:U2', 'T2:U1']);
    expect(await state.forget({ team: 'T1' })).toBe(2);
    expect((await state.records('recent').list()).map(({ person }) => person)).toEqual(['T2:U1']);
  });

  it('holds no more than what still stands once it is swept', async () => {
    const state = await open();
    await state.records('recent').put({ id: 'a', value: 1, ttlMs: 1_000 });
    now += 2_000;
    await state.sweep();
    now -= 2_000;
    expect(await state.records('recent').list()).toEqual([]);
  });
});
