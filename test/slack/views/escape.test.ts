import { expect, it } from 'vitest';
import { showableHeadings } from '../../../src/answer/show-title.js';
import { escapeMarkdown, escapeMarkup } from '../../../src/slack/views/escape.js';

it('an address in a plan’s words does not become a link in Slack', () => {
  for (const text of ['见 https://evil.example/a', '见 www.evil.example', 'mailto:a@evil.example']) {
    expect(escapeMarkup(text)).not.toMatch(/https?:\/\/|www\.e|mailto:a/);
    expect(escapeMarkdown(text)).not.toMatch(/https?:\/\/|www\.e|mailto:a/);
  }
});

it('a heading is shown without the links and mentions in it, and as it stands where it has none', () => {
  const attacked = [
    '第二章 发展目标<https://evil.example|点此>',
    '目标[点此](http://evil.example)',
    '@everyone',
  ];
  expect(showableHeadings(attacked)).toEqual(['第二章 发展目标…', '目标…', '…']);
  expect(showableHeadings(['第一章 总则'])).toEqual(['第一章 总则']);
});
