import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.js';
import { flood } from '../slack/endurance/flood.js';
import { askMany, memoryOf } from '../slack/endurance/memory-use.js';
import { mixTraffic } from '../slack/endurance/mixed-traffic.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  startEntry,
  temporaryFolder,
} from '../slack/process/planbot-process.js';

const minuteMs = 60_000;

describe('planbot in Slack at full count', () => {
  let slack: FakeSlack;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let planbot: PlanbotProcess;
  const start = async (entry: string): Promise<void> => {
    planbot = await connectPlanbot(slack, {
      entry,
      state: join(folder.path, 'state'),
      PLANBOT_INDEX: join(folder.path, 'index'),
      PLANBOT_LOG_LEVEL: 'info',
    });
  };

  beforeEach(async () => {
    slack = await startFakeSlack();
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    await planbot.stop();
    await slack.close();
    await folder.remove();
  });

  it('answers each of 300 questions over the sample plans once, and acknowledges within 200 ms', async () => {
    await start(startEntry);
    const { answers, acks, refused } = await flood(slack, 300);
    const sorted = [...acks].sort((a, b) => a - b);
    const p99 = sorted[Math.ceil(0.99 * sorted.length) - 1] ?? Number.NaN;
    process.stdout.write(`${acks.length} deliveries, ack p99 ${Math.round(p99)} ms\n`);
    expect(answers).toEqual(answers.map(() => 1));
    expect(refused).toBe(0);
    expect(p99).toBeLessThanOrEqual(200);
  });

  it('loses nothing and says nothing twice in ten minutes of sockets that drop', async () => {
    await start(scriptedEntry);
    const result = await mixTraffic(slack, { forMs: 10 * minuteMs, pauseMs: 150 });
    const { asked, asksToWait, disturbances } = result;
    process.stdout.write(`${asked} questions, ${disturbances} disturbances, ${asksToWait} asked to wait\n`);
    expect([result.lost, result.twice, asksToWait]).toEqual([[], [], 0]);
  });

  it('holds no more memory after 10,000 questions than after 2,000', async () => {
    await start(scriptedEntry);
    await askMany(slack, 2_000);
    const early = await memoryOf(planbot);
    await askMany(slack, 8_000);
    const late = await memoryOf(planbot);
    const text = ({ heap, resident }: typeof early) =>
      `${heap.toFixed(1)} MiB of heap, ${Math.round(resident)} MiB resident`;
    process.stdout.write(`after 2,000: ${text(early)}; after 10,000: ${text(late)}\n`);
    // What grows with each question is seen at once: a single kilobyte of it would be 8 MiB.
    expect(late.heap - early.heap).toBeLessThan(4);
  });
});
