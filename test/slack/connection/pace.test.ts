import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClientOptions } from '../../../src/slack/connection/client-options.js';
import { createPace } from '../../../src/slack/connection/pace.js';
import { PacedClient } from '../../../src/slack/connection/paced-client.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';

const log = pino({ level: 'silent' });

describe('calls to Slack keep to its limits', () => {
  let slack: FakeSlack;
  let client: PacedClient;

  beforeEach(async () => {
    slack = await startFakeSlack();
    const options = createClientOptions({ SLACK_API_URL: slack.apiUrl }, log);
    client = new PacedClient(slack.botToken, options, createPace({ log, slowSpacingMs: 10 }));
  });
  afterEach(() => slack.close());
  const post = (channel: string, text: string) => client.chat.postMessage({ channel, text });
  const refused = (): number => slack.calls.filter(({ status }) => status === 429).length;

  it('so that one refusal stands for all that wait, and each message is posted once and in order', async () => {
    slack.limitRate('chat.postMessage', { seconds: 1, times: 1 });
    const texts = Array.from({ length: 20 }, (_, index) => `第${index}条`);
    await Promise.all(texts.map((text) => post('C0PLANNING', text)));
    expect(slack.answers('C0PLANNING').map(({ text }) => text)).toEqual(texts);
    expect(refused()).toBe(1);
  });

  it('so that other channels and methods need not wait', async () => {
    slack.limitRate('chat.postMessage', { seconds: 2, times: 1 });
    const slow = post('C0PLANNING', '等');
    const startedAt = performance.now();
    await client.auth.test();
    await post('C0FINANCE', '答').catch(() => undefined);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    await slow;
  });

  it('so that nobody waits for something that Slack puts off for long', async () => {
    slack.limitRate('users.info', { seconds: 60, times: 1 });
    await expect(client.users.info({ user: 'U0LIN' })).rejects.toMatchObject({ retryAfter: 60 });
    await expect(client.users.info({ user: 'U0LIN' })).rejects.toThrow(/asks to wait/);
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  it('so that a call that failed is not made again', async () => {
    slack.failNext('chat.postMessage', 'internal_error');
    await expect(post('C0PLANNING', '答')).rejects.toMatchObject({ data: { error: 'internal_error' } });
    await post('C0PLANNING', '又答');
    expect(slack.answers('C0PLANNING').map(({ text }) => text)).toEqual(['又答']);
  });
});
