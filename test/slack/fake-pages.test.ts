import { describe, expect, it } from 'vitest';
import { blockHtml } from '../fakes/slack/html/block-html.js';
import { conversationHtml } from '../fakes/slack/html/conversation-html.js';
import { startStream } from '../fakes/slack/streams.js';
import { botUserId, createWorkspace, type FakeMessage } from '../fakes/slack/workspace.js';

describe('a conversation of the fake Slack as a page', () => {
  const message = (changes: Partial<FakeMessage>): FakeMessage => ({
    channel: 'C0PLANNING',
    ts: '1.1',
    threadTs: undefined,
    user: 'U0LIN',
    fromBot: false,
    text: '目标 <b>？',
    blocks: [],
    unfurl: { links: false, media: false },
    postedAt: 0,
    ...changes,
  });

  it('shows who says what, threads and private answers, and no markup of anybody’s', () => {
    const workspace = createWorkspace();
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*300亿元* [1]' } }];
    workspace.messages.push(
      message({}),
      message({ ts: '1.2', threadTs: '1.1', user: botUserId, fromBot: true, blocks, ephemeralTo: 'U0LIN' }),
    );
    const html = conversationHtml(workspace, 'C0PLANNING');
    expect(html).toContain('目标 &lt;b&gt;？');
    expect(html).toContain('<b>300亿元</b> [1]');
    expect(html).toContain('Only visible to you');
    expect(html.indexOf('class="thread"')).toBeGreaterThan(html.indexOf('目标'));
  });

  it('draws a chart with its figures and opens what is collapsed', () => {
    const data = [{ label: '2025', value: 300 }];
    const chart = { type: 'line', series: [{ name: '存款', data }], axis_config: { categories: ['2025'] } };
    expect(blockHtml({ type: 'data_visualization', title: '存款余额', chart })).toMatch(/<svg.*300.*2025/);
    const inside = [{ type: 'section', text: { type: 'mrkdwn', text: '>原文' } }];
    const title = { type: 'plain_text', text: '来源' };
    const container = { type: 'container', title, child_blocks: inside, default_collapsed: true };
    expect(blockHtml(container)).toContain('<blockquote>原文</blockquote>');
  });
});

describe('the fake Slack’s streams', () => {
  const start = (changes: Record<string, unknown>) => {
    const workspace = createWorkspace();
    const root = { channel: 'C0PLANNING', ts: '1.1', threadTs: undefined, user: 'U0LIN', fromBot: false };
    workspace.messages.push({
      ...root,
      text: '?',
      blocks: [],
      unfurl: { links: false, media: false },
      postedAt: 0,
    });
    const call = {
      channel: 'C0PLANNING',
      thread_ts: '1.1',
      recipient_team_id: 'T0PLANBOT',
      recipient_user_id: 'U0LIN',
      chunks: [{ type: 'markdown_text', text: 'a' }],
      ...changes,
    };
    return startStream(call, { workspace, refusedBlockTypes: new Set(), scopes: new Set(), socketUrl: '' });
  };

  it.each([
    ['without a thread', { thread_ts: undefined }, 'invalid_thread_ts'],
    ['in a channel without its reader', { recipient_user_id: undefined }, 'missing_recipient_user_id'],
    [
      'with too much at once',
      { chunks: [{ type: 'markdown_text', text: 'a'.repeat(12_001) }] },
      'invalid_chunks',
    ],
    [
      'with a step of no status',
      { chunks: [{ type: 'task_update', id: '1', title: 'a' }] },
      'invalid_chunks',
    ],
  ])('do not start %s', (_what, changes, error) => {
    expect(start(changes)).toMatchObject({ ok: false, error });
  });

  it('start otherwise', () => {
    expect(start({})).toMatchObject({ ok: true });
  });
});
