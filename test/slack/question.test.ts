import { describe, expect, it } from 'vitest';
import { readQuestion, readText } from '../../src/slack/question.js';

const event = { channel: 'C1', ts: '2.0', user: 'U1', text: '<@UBOT> 目标？' };
const read = (changes: Record<string, unknown>) =>
  readQuestion({
    event: { ...event, ...changes },
    eventId: 'Ev1',
    team: 'T1',
    place: 'channel',
    botUserId: 'UBOT',
  });

describe('what planbot reads as a question', () => {
  it('answers in the thread that the message starts, or stands in', () => {
    expect(read({})).toMatchObject({ threadTs: '2.0', text: '目标？' });
    expect(read({ thread_ts: '1.0' })).toMatchObject({ threadTs: '1.0', ts: '2.0' });
  });

  it('reads an empty mention as an empty question', () => {
    expect(read({ text: '<@UBOT>' })).toMatchObject({ text: '' });
  });

  it.each([
    ['a bot', { bot_id: 'B1' }],
    ['planbot itself', { user: 'UBOT' }],
    ['nobody', { user: undefined }],
    ['an edit', { edited: { user: 'U1', ts: '3.0' } }],
    ['a joined channel', { subtype: 'channel_join' }],
    ['a deletion', { hidden: true }],
    ['something without a channel', { channel: undefined }],
  ])('takes no question from %s', (_who, changes) => {
    expect(read(changes)).toBeUndefined();
  });

  it.each([
    ['<@UBOT> 存款&amp;贷款 &lt;2025&gt;', '存款&贷款 <2025>'],
    ['<@UBOT|planbot> a   b', 'a b'],
    ['问 <@U2> 和 <!channel> 和 <#C2|规划>', '问 和 和 规划'],
    ['见 <https://a.example/x|文件> 与 <https://a.example/y>', '见 文件 与 https://a.example/y'],
    ['第一行\n<@UBOT> 第二行', '第一行\n 第二行'],
    ['&amp;lt;', '&lt;'],
    ['1 < 2 > 0', '1 < 2 > 0'],
  ])('reads %j as %j', (markup, words) => {
    expect(readText(markup, 'UBOT')).toBe(words);
  });
});
