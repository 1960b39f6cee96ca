import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileState } from '../../src/slack/state/file-state.js';
import { createStops } from '../../src/slack/stops.js';
import { createUnderWay, type UnderWay } from '../../src/slack/under-way.js';
import { temporaryFolder, until } from './process/planbot-process.js';

const question = { channel: 'C1', ts: '100.1', threadTs: '100.1' };

describe('two processes share a state folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let answering: UnderWay;
  let told: UnderWay;

  beforeEach(async () => {
    folder = await temporaryFolder();
    const state = await createFileState({ folder: folder.path });
    const log = pino({ level: 'silent' });
    const create = () => createUnderWay({ stops: createStops(state), log });
    answering = create();
    told = create();
  });
  afterEach(() => folder.remove());
  const stopped = (signal: AbortSignal) =>
    until(() => signal.aborted, { what: () => 'the stop', limitMs: 5_000 });

  it('so one stops an answer of the other: by the stop button of the thread', async () => {
    const { signal, end } = answering.begin(question);
    await told.stop({ channel: 'C1', threadTs: '100.1' }, 'stopped', '101.0');
    await stopped(signal);
    expect(signal.reason).toMatchObject({ reason: 'stopped' });
    end();
  });

  it('or by the removal of the question, before its turn came too', async () => {
    await told.stop({ channel: 'C1', ts: '100.1' }, 'deleted');
    const { signal, end } = answering.begin(question);
    await stopped(signal);
    expect(signal.reason).toMatchObject({ reason: 'deleted' });
    end();
  });

  it('but not what was asked in the thread after the stop, or elsewhere', async () => {
    await told.stop({ channel: 'C1', threadTs: '100.1' }, 'stopped', '101.0');
    const later = answering.begin({ ...question, ts: '102.0' });
    const elsewhere = answering.begin({ channel: 'C2', ts: '100.1', threadTs: '100.1' });
    const { signal, end } = answering.begin(question);
    await stopped(signal);
    expect([later.signal.aborted, elsewhere.signal.aborted]).toEqual([false, false]);
    for (const one of [later, elsewhere, { end }]) one.end();
  });
});
