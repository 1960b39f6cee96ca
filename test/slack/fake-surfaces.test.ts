import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../src/slack/connection/bolt-logger.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.js';

const channel = 'C0PLANNING';
const user = 'U0LIN';
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const repeat = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);
const cells = (count: number) => repeat(count, { type: 'raw_text', text: '格' });
const chart = (changes: Record<string, unknown> = {}) => ({
  type: 'data_visualization',
  title: '存款',
  chart: {
    type: 'line',
    series: [{ name: '存款', data: [{ label: '2020', value: 1 }] }],
    axis_config: { categories: ['2020'] },
  },
  ...changes,
});
const modal = (changes: Record<string, unknown> = {}) => ({
  type: 'modal',
  title: plain('来源'),
  blocks: [section('词')],
  ...changes,
});

describe('the fake Slack holds newer blocks, modals, files and private answers to their limits', () => {
  let slack: FakeSlack;
  const client = () =>
    new webApi.WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      logger: createBoltLogger(pino({ level: 'silent' })),
    });
  const call = (method: string, given: Record<string, unknown>) => client().apiCall(method, given);
  const post = (...blocks: object[]) => call('chat.postMessage', { channel, text: '答', blocks });
  const open = (view: object) => call('views.open', { trigger_id: slack.touched(channel).triggerId, view });

  beforeEach(async () => {
    slack = await startFakeSlack();
    for (const scope of ['files:write', 'users:read']) slack.grantScope(scope);
  });
  afterEach(() => slack.close());

  it('takes tables, charts, containers and feedback buttons within the limits', async () => {
    await post({ type: 'table', rows: repeat(100, cells(20)) }, chart(), {
      type: 'container',
      title: plain('来源'),
      child_blocks: repeat(10, section('词')),
      is_collapsible: true,
    });
    expect(slack.answers(channel)).toHaveLength(1);
  });

  it.each<[string, object[]]>([
    ['a table of 101 rows', [{ type: 'table', rows: repeat(101, cells(1)) }]],
    ['a table of 21 columns', [{ type: 'table', rows: [cells(21)] }]],
    [
      'tables of 10,001 characters',
      [{ type: 'table', rows: repeat(100, [{ type: 'raw_text', text: '字'.repeat(101) }]) }],
    ],
    ['an empty cell', [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }]],
    ['three charts', repeat(3, chart())],
    ['a chart title of 51 characters', [chart({ title: '字'.repeat(51) })]],
    [
      'a chart whose series lacks a category',
      [
        chart({
          chart: {
            type: 'bar',
            series: [{ name: '存款', data: [{ label: '2020', value: 1 }] }],
            axis_config: { categories: ['2020', '2025'] },
          },
        }),
      ],
    ],
    [
      'a container of 11 blocks',
      [{ type: 'container', title: plain('来源'), child_blocks: repeat(11, section('词')) }],
    ],
    [
      'rich text in a container',
      [{ type: 'container', title: plain('来源'), child_blocks: [{ type: 'rich_text', elements: [] }] }],
    ],
    ['an alert in a message', [{ type: 'alert', text: plain('注意') }]],
    [
      'two buttons of one id in one block',
      [{ type: 'actions', elements: repeat(2, { type: 'button', text: plain('看'), action_id: 'a' }) }],
    ],
    ['two blocks of one id', repeat(2, { ...section('词'), block_id: 'b' })],
  ])('refuses %s', async (_what, blocks) => {
    await expect(post(...blocks)).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
  });

  it.each<[string, object]>([
    ['a title of 25 characters', modal({ title: plain('字'.repeat(25)) })],
    ['101 blocks', modal({ blocks: repeat(101, section('词')) })],
    [
      'inputs without a submit button',
      modal({
        blocks: [
          { type: 'input', label: plain('词'), element: { type: 'plain_text_input', action_id: 'a' } },
        ],
      }),
    ],
    ['private metadata of 3,001 characters', modal({ private_metadata: 'x'.repeat(3_001) })],
    ['more than 250 kB', modal({ blocks: repeat(100, section('字'.repeat(2_900))) })],
    ['Markdown blocks', modal({ blocks: [{ type: 'markdown', text: '词' }] })],
  ])('refuses a modal with %s', async (_what, view) => {
    await expect(open(view)).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
    expect(slack.modals(user)).toEqual([]);
  });

  it('opens a modal once for one press, and stacks three at most', async () => {
    const { triggerId } = slack.touched(channel);
    await call('views.open', { trigger_id: triggerId, view: modal() });
    await expect(call('views.open', { trigger_id: triggerId, view: modal() })).rejects.toMatchObject({
      data: { error: 'expired_trigger_id' },
    });
    const push = () => call('views.push', { trigger_id: slack.touched(channel).triggerId, view: modal() });
    await push();
    await push();
    await expect(push()).rejects.toMatchObject({ data: { error: 'push_limit_reached' } });
    expect(slack.modals(user)).toHaveLength(3);
  });

  it('updates a modal only as long as it looks as the app last saw it', async () => {
    await open(modal());
    const [shown] = slack.modals(user);
    const update = { view_id: shown?.id, hash: shown?.hash, view: modal({ title: plain('新') }) };
    await call('views.update', update);
    expect(slack.modals(user)[0]?.title?.text).toBe('新');
    await expect(call('views.update', update)).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
  });

  it('shows a private answer to its reader alone, five times an address', async () => {
    const { responseUrl } = slack.touched(channel);
    const answer = (body: object) => fetch(responseUrl, { method: 'POST', body: JSON.stringify(body) });
    for (let count = 0; count < 5; count++) expect((await answer({ text: '答' })).status).toBe(200);
    expect((await answer({ text: '答' })).status).toBe(404);
    expect(slack.whispers(channel, user)).toHaveLength(5);
    expect(slack.whispers(channel, 'U0ZHAO')).toEqual([]);
    expect(slack.answers(channel)).toEqual([]);
  });

  it('takes a file in three steps, when each fits the one before', async () => {
    const content = Buffer.from('名称,数值');
    const { upload_url: url, file_id: id } = await client().files.getUploadURLExternal({
      filename: 'a.csv',
      length: content.length,
    });
    const complete = () =>
      call('files.completeUploadExternal', { files: [{ id, title: '表' }], channel_id: channel });
    await expect(complete()).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    expect((await fetch(String(url), { method: 'POST', body: 'x' })).status).toBe(400);
    expect((await fetch(String(url), { method: 'POST', body: content })).status).toBe(200);
    await complete();
    expect(slack.answers(channel)[0]?.files?.[0]).toMatchObject({ name: 'a.csv', title: '表', content });
  });

  it('says a person’s locale when it is asked for, and which scope a call lacks', async () => {
    expect(await call('users.info', { user: 'U0SMITH', include_locale: true })).toMatchObject({
      user: { locale: 'en-US' },
    });
    slack.revokeScope('users:read');
    await expect(call('users.info', { user })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read' },
    });
  });

  it('lets nobody into a channel that the app was not invited to', async () => {
    const planning = slack.workspace.channels.get(channel);
    if (planning !== undefined) planning.joined = false;
    await expect(post()).rejects.toMatchObject({ data: { error: 'not_in_channel' } });
  });
});
