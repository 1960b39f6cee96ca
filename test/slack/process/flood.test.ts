import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import { flood } from '../endurance/flood.js';
import { mixTraffic } from '../endurance/mixed-traffic.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

describe('many people ask at the same time', () => {
  let slack: FakeSlack;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let planbot: PlanbotProcess;

  beforeAll(async () => {
    slack = await startFakeSlack();
    folder = await temporaryFolder();
    planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: join(folder.path, 'state') });
  });
  afterAll(async () => {
    await planbot.stop();
    await slack.close();
    await folder.remove();
  });

  it('answers each of a hundred questions once, however often Slack hands them out', async () => {
    const { answers, refused } = await flood(slack, 100);
    expect(answers).toEqual(answers.map(() => 1));
    expect(refused).toBe(0);
  }, 120_000);

  it('answers elsewhere while thirty answers wait in a channel that Slack slows down', async () => {
    slack.limitRate('chat.postMessage', { seconds: 4, times: 1 });
    const text = '目标？';
    const slow = Array.from({ length: 30 }, (_, index) =>
      slack.mention({ channel: 'C0PLANNING', text, user: `U0SLOW${index}` }),
    );
    const isLimited = () => slack.calls.some(({ status }) => status === 429);
    await until(isLimited, { what: () => 'the channel that is slowed down' });
    const { ts } = slack.mention({ channel: 'C0FINANCE', text });
    await until(() => slack.answers('C0FINANCE', ts).length > 0, { what: () => slack.print('C0FINANCE') });
    expect(slow.filter((one) => slack.answers('C0PLANNING', one.ts).length > 0)).toEqual([]);
  });

  it('loses nothing and says nothing twice in 20 seconds of sockets that drop', async () => {
    const { asked, lost, twice, disturbances } = await mixTraffic(slack, { forMs: 20_000, pauseMs: 60 });
    expect([lost, twice]).toEqual([[], []]);
    expect([asked > 50, disturbances > 3]).toEqual([true, true]);
  }, 120_000);
});
