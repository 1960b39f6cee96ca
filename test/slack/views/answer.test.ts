import { describe, expect, it } from 'vitest';
import { buildAnswer } from '../../../src/slack/views/answer.js';
import type { Message } from '../../../src/slack/views/message.js';
import { buildServiceMessage } from '../../../src/slack/views/service-message.js';
import { checkMessage } from '../../fakes/slack/block-rules.js';
import { answer, citation } from '../answer-records.js';

const formsOf = (message: Message) =>
  [0, 1].map((form) => message.parts.flatMap((part) => part.forms[form] ?? []));

/** Holds every form of every message against the limits of the fake Slack. */
function expectWithinLimits(messages: readonly Message[]): void {
  for (const message of messages) {
    for (const blocks of formsOf(message)) {
      expect(
        checkMessage(
          message.text,
          blocks.map((block) => ({ ...block })),
          new Set(),
        ),
      ).toBeUndefined();
    }
  }
}

describe('an answer as a message', () => {
  it('says the answer first, then each source with its place and the plan’s words', () => {
    const [message] = buildAnswer(answer({ citations: [citation(1, { page: 12 })] }));
    expect(message?.text).toBe(
      '东镇2025年存款余额目标是300亿元。[1]\n\n来源\n[1] 《东镇“十四五”发展规划》第二章 发展目标 › 第一节 主要指标，第12页',
    );
    expect(message && formsOf(message)[0]).toEqual([
      { type: 'markdown', text: '东镇2025年存款余额目标是300亿元。[1]' },
      {
        type: 'container',
        title: { type: 'plain_text', text: '来源（1）' },
        is_collapsible: true,
        default_collapsed: false,
        child_blocks: [
          {
            type: 'section',
            text: {
              type: 'mrkdwn',
              text: '*[1]* 《东镇“十四五”发展规划》第二章 发展目标 › 第一节 主要指标，第12页\n>到2025年，存款余额达到300亿元。',
            },
          },
        ],
      },
    ]);
  });

  it('names a place once when several citations stand there, each with its number and words', () => {
    const citations = [
      citation(1, { quote: '序号\t指标\t\t2025年' }),
      citation(2, { sectionPath: ['第三章'] }),
      citation(3, { quote: '<1>\t存款' }),
    ];
    const [message] = buildAnswer(answer({ text: '共三处。', citations }));
    expect(message?.text.split('\n').slice(-2)).toEqual([
      '[1] [3] 《东镇“十四五”发展规划》第二章 发展目标 › 第一节 主要指标',
      '[2] 《东镇“十四五”发展规划》第三章',
    ]);
    expect(message && formsOf(message)[1]?.[2]).toMatchObject({
      text: {
        text: '*[1] [3]* 《东镇“十四五”发展规划》第二章 发展目标 › 第一节 主要指标\n>[1] 序号 | 指标 | （空） | 2025年\n>[3] &lt;1&gt; | 存款',
      },
    });
  });

  it('gives the numbers of a long list as a range', () => {
    const citations = [1, 2, 3, 5, 6].map((n) => citation(n, { quote: `- 第${n}项` }));
    const [message] = buildAnswer(answer({ text: '共五项。', citations }));
    expect(message?.text).toMatch(/\n\[1\]–\[3\] \[5\] \[6\] 《/);
    expect(message && formsOf(message)[1]?.[2]).toMatchObject({
      text: { text: expect.stringContaining('\n>[1] 第1项\n>[2] 第2项\n>[3] 第3项\n>[5] 第5项\n>[6] 第6项') },
    });
  });

  it('names places in English in an English answer', () => {
    const [message] = buildAnswer(
      answer({ language: 'en', text: 'It is 300 [1].', citations: [citation(1, { page: 3 })] }),
    );
    expect(message?.text).toBe(
      'It is 300 [1].\n\nSources\n[1] 《东镇“十四五”发展规划》 第二章 发展目标 › 第一节 主要指标, page 3',
    );
  });

  it('shows a refusal without a heading for sources that it does not have', () => {
    const messages = buildAnswer(
      answer({ status: 'refused', reason: 'not_in_plans', text: '规划里没有。', citations: [] }),
    );
    expect(messages.map((message) => message.text)).toEqual(['规划里没有。']);
  });

  it('offers what can be asked instead when the question is not clear', () => {
    const [message] = buildAnswer(
      answer({
        status: 'clarify',
        text: '问的是哪个规划？',
        citations: [],
        followups: ['东镇存款目标？', '西镇存款目标？'],
      }),
    );
    expect(message?.text).toBe('问的是哪个规划？\n\n可以这样问\n• 东镇存款目标？\n• 西镇存款目标？');
  });

  it('never posts an empty message', () => {
    expect(buildAnswer(answer({ text: ' ', citations: [] }))[0]?.text).toContain('没有得到可以核对的回答');
  });

  it.each(['<!channel> 与 <@U1>', '<https://a.example|看>', '[看](https://a.example)', 'A&B', '<!here>'])(
    'neither calls nor links when a plan says %j',
    (words) => {
      const messages = buildAnswer(
        answer({
          text: `${words} [1]`,
          citations: [citation(1, { quote: words, planTitle: words, sectionPath: [words] })],
        }),
      );
      const sent = JSON.stringify(messages.map((message) => [message.text, formsOf(message)[1]]));
      expect(sent).not.toMatch(/<[!@#h]/);
      expect(JSON.stringify(messages.map((message) => formsOf(message)[0]))).not.toMatch(
        /<[!@#]|"type":"link"/,
      );
      expect(JSON.stringify(messages.map((message) => formsOf(message)[0]?.[0]))).not.toMatch(/<|\]\(/);
    },
  );

  it('turns Markdown into Slack’s older markup where Markdown blocks are missing', () => {
    const [message] = buildAnswer(
      answer({ text: '## 目标\n- **存款** 300亿元\n- 贷款 200亿元', citations: [] }),
    );
    expect(message && formsOf(message)[1]).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: '*目标*\n• *存款* 300亿元\n• 贷款 200亿元' } },
    ]);
  });

  it('keeps the stars of forecasts and the tildes of ranges, and breaks lines where the answer does', () => {
    const [message] = buildAnswer(
      answer({ text: '存款230*亿元，贷款180*亿元\n企业8~12家，增长**20**%~30%', citations: [] }),
    );
    expect(message && formsOf(message)).toEqual([
      [{ type: 'markdown', text: '存款230＊亿元，贷款180＊亿元  \n企业8～12家，增长**20**%～30%' }],
      [
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '存款230＊亿元，贷款180＊亿元\n企业8～12家，增长*20*%～30%' },
        },
      ],
    ]);
  });

  it('keeps what follows a list out of its last point', () => {
    const [message] = buildAnswer(
      answer({ text: '任务有两项：\n1. 增存款 [1]\n2. 增贷款 [1]\n以上摘自摘编。', citations: [] }),
    );
    expect(message && formsOf(message)[0]).toEqual([
      { type: 'markdown', text: '任务有两项：  \n1. 增存款 [1]  \n2. 增贷款 [1]\n\n以上摘自摘编。' },
    ]);
  });

  it('keeps every word and every source of a very long answer, over several messages within the limits', () => {
    const paragraphs = Array.from({ length: 900 }, (_, index) => `第${index}条：“A&B”<第${index}项>任务。`);
    const citations = Array.from({ length: 120 }, (_, index) =>
      citation(index + 1, { quote: '&'.repeat(700), sectionPath: [`第${index % 90}节`] }),
    );
    const messages = buildAnswer(answer({ text: paragraphs.join('\n'), citations }));
    expectWithinLimits(messages);
    const text = JSON.stringify(messages);
    expect(paragraphs.filter((_, index) => !text.includes(`第${index}条：`))).toEqual([]);
    expect(citations.filter(({ n }) => !text.includes(`[${n}] `))).toEqual([]);
  });

  it('cuts a paragraph without an end so that it fits', () => {
    const messages = buildAnswer(answer({ text: '<'.repeat(30_000), citations: [] }));
    expectWithinLimits(messages);
    expect(
      messages
        .map((message) => message.text)
        .join('')
        .replaceAll(/\s/g, ''),
    ).toBe('&lt;'.repeat(30_000));
  });
});

describe('a failure as a message', () => {
  it('gives the id in the language of the question', () => {
    expect(buildServiceMessage('failure', { language: 'zh', values: { id: 'abc123' } }).text).toContain(
      '编号 abc123',
    );
    expect(buildServiceMessage('failure', { language: 'en', values: { id: 'abc123' } }).text).toContain(
      'the id abc123',
    );
    expectWithinLimits([buildServiceMessage('failure', { language: 'en', values: { id: 'abc123' } })]);
  });
});
