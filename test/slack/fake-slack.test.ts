import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../src/slack/connection/bolt-logger.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.js';

const channel = 'C0PLANNING';
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const repeat = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

describe('the fake Slack is as strict as the real one', () => {
  let slack: FakeSlack;
  const client = (token: string) =>
    new webApi.WebClient(token, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      logger: createBoltLogger(pino({ level: 'silent' })),
      rejectRateLimitedCalls: true,
    });
  const post = (changes: Record<string, unknown>) =>
    client(slack.botToken).apiCall('chat.postMessage', { channel, text: '答', ...changes });

  beforeEach(async () => {
    slack = await startFakeSlack();
  });
  afterEach(() => slack.close());

  it('takes a message within the limits and keeps what was posted', async () => {
    await post({
      blocks: [section('“答” & <问>'), { type: 'markdown', text: '字'.repeat(12_000) }],
      unfurl_links: false,
    });
    expect(slack.answers(channel)[0]).toMatchObject({
      text: '答',
      blocks: [section('“答” & <问>'), { type: 'markdown' }],
      unfurl: { links: false, media: true },
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no text', { text: '' }, 'no_text'],
    ['a text of 40,001 characters', { text: '字'.repeat(40_001) }, 'msg_too_long'],
    ['51 blocks', { blocks: repeat(51, { type: 'divider' }) }, 'invalid_blocks'],
    ['a section of 3,001 characters', { blocks: [section('字'.repeat(3_001))] }, 'invalid_blocks'],
    ['an empty section', { blocks: [section('')] }, 'invalid_blocks'],
    [
      'a header of 151 characters',
      { blocks: [{ type: 'header', text: { type: 'plain_text', text: '字'.repeat(151) } }] },
      'invalid_blocks',
    ],
    [
      'Markdown of 12,001 characters in all',
      { blocks: repeat(3, { type: 'markdown', text: '字'.repeat(4_001) }) },
      'invalid_blocks',
    ],
    [
      '11 elements in a context',
      { blocks: [{ type: 'context', elements: repeat(11, { type: 'mrkdwn', text: '字' }) }] },
      'invalid_blocks',
    ],
    [
      '26 buttons',
      {
        blocks: [
          {
            type: 'actions',
            elements: repeat(26, { type: 'button', text: { type: 'plain_text', text: '字' } }),
          },
        ],
      },
      'invalid_blocks',
    ],
    ['a type that it does not know', { blocks: [{ type: 'hologram' }] }, 'invalid_blocks'],
    ['an empty rich text', { blocks: [{ type: 'rich_text', elements: [] }] }, 'invalid_blocks'],
    ['a channel that is not there', { channel: 'C0NOWHERE' }, 'channel_not_found'],
    ['a thread that is not there', { thread_ts: '1.0' }, 'thread_not_found'],
  ])('refuses %s', async (_what, changes, error) => {
    await expect(post(changes)).rejects.toMatchObject({ data: { error } });
    expect(slack.answers(channel)).toEqual([]);
  });

  it('points at the block that it refuses', async () => {
    await expect(post({ blocks: [section('字'), { type: 'hologram' }] })).rejects.toMatchObject({
      data: {
        response_metadata: { messages: ['[ERROR] unsupported type: hologram [json-pointer:/blocks/1/type]'] },
      },
    });
  });

  it('takes no call without the right token, and no method that it does not have', async () => {
    await expect(client('xoxb-other').auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await expect(client(slack.botToken).apps.connections.open()).rejects.toMatchObject({
      data: { error: 'invalid_auth' },
    });
    await expect(client(slack.botToken).apiCall('chat.dance')).rejects.toMatchObject({
      data: { error: 'unknown_method' },
    });
  });

  it('asks to wait when it is told to', async () => {
    slack.limitRate('chat.postMessage', { seconds: 7, times: 1 });
    await expect(post({})).rejects.toMatchObject({ retryAfter: 7 });
    await expect(post({})).resolves.toMatchObject({ ok: true });
  });

  it('gives at most fifteen messages of a thread', async () => {
    const { ts } = slack.mention({ channel, text: '问' });
    for (let count = 0; count < 20; count++) await post({ thread_ts: ts });
    const { messages, has_more: more } = await client(slack.botToken).conversations.replies({
      channel,
      ts,
      limit: 200,
    });
    expect([messages?.length, more]).toEqual([15, true]);
  });

  it('prints a conversation so that a person can read it, with who would be called', async () => {
    const { ts } = slack.mention({ channel, text: '目标？' });
    await post({ thread_ts: ts, text: '<!channel> 答', blocks: [section('*答*')] });
    expect(slack.print(channel)).toBe(
      [
        '# planning',
        '',
        'U0LIN: @planbot 目标？',
        '    planbot:',
        '      *答*',
        '      (!) calls <!channel>',
        '      -- as plain text --',
        '      : <!channel> 答',
        '',
      ].join('\n'),
    );
  });
});
