import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import {
  addressOf,
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  startPlanbot,
  temporaryFolder,
  until,
} from './planbot-process.js';

const channel = 'C0PLANNING';
const event = (id: string, ts: string) =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T0PLANBOT',
    event_id: id,
    event_time: 1,
    event: { type: 'app_mention', user: 'U0LIN', text: '<@U0PLANBOT> 目标？', channel, ts },
  });

describe('planbot listens for Slack over HTTP', () => {
  let slack: FakeSlack;
  let state: Awaited<ReturnType<typeof temporaryFolder>>;
  let planbot: PlanbotProcess;

  beforeAll(async () => {
    slack = await startFakeSlack({ mode: 'http' });
    state = await temporaryFolder();
    planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
  });
  afterAll(async () => {
    await planbot.stop();
    await slack.close();
    await state.remove();
  });
  const request = (...given: Parameters<NonNullable<FakeSlack['http']>['request']>) => {
    if (slack.http === undefined) throw new Error('not in HTTP mode');
    return slack.http.request(...given);
  };
  const answered = (threadTs: string): Promise<void> =>
    until(() => slack.answers(channel, threadTs).length > 0, { what: () => slack.print(channel) });

  it('says that it is there to whoever runs it', async () => {
    const response = await fetch(`${addressOf(planbot)}/health`);
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  });

  it('proves its address to Slack', async () => {
    const response = await request(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await response.text()).toContain('abc');
  });

  it.each([
    ['without a signature', { signature: undefined }],
    ['with a signature of somebody else', { signature: `v0=${'0'.repeat(64)}` }],
    ['signed ten minutes ago', { timestamp: Math.floor(Date.now() / 1_000) - 600 }],
    ['signed at no time', { timestamp: Number.NaN }],
  ])('takes no request %s, and does nothing', async (_what, changes) => {
    const { ts } = slack.write({ channel, text: 'x' });
    await until(() => slack.sockets.deliveries().every((one) => one.ackedAt !== undefined), {
      what: () => 'acks',
    });
    const response = await request(event('Ev0FORGED', ts), changes);
    expect(response.status).toBe(401);
    const after = slack.mention({ channel, text: '现在呢？' });
    await answered(after.ts);
    expect(slack.answers(channel, ts)).toEqual([]);
  });

  it('takes no request that was changed on the way', async () => {
    const body = event('Ev0CHANGED', '1795000001.000001');
    const response = await request(body.replace('U0LIN', 'U0BOSS'), {
      signature: `v0=${'a'.repeat(64)}`,
    });
    expect(response.status).toBe(401);
  });

  it('handles a request that somebody caught and sends again once', async () => {
    const { ts } = slack.write({ channel, text: 'x' });
    const timestamp = Math.floor(Date.now() / 1_000);
    for (let count = 0; count < 3; count++) {
      expect((await request(event('Ev0REPLAYED', ts), { timestamp })).status).toBe(200);
    }
    await answered(ts);
    await answered(slack.mention({ channel, text: '现在呢？' }).ts);
    expect(slack.answers(channel, ts)).toHaveLength(1);
  });

  it('has no other pages', async () => {
    for (const path of ['/', '/slack/install', '/slack/events']) {
      expect((await fetch(`${addressOf(planbot)}${path}`)).status).toBe(404);
    }
  });

  it('says which port is taken when another program listens there', async () => {
    const settings = {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: 'secret',
      PLANBOT_STATE: state.path,
      PORT: new URL(addressOf(planbot)).port,
    };
    const second = startPlanbot(scriptedEntry, settings);
    expect(await second.exit).toBe(2);
    expect(second.output()).toMatch(/cannot listen on port \d+ .*Set PORT/);
  });
});
