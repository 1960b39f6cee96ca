import type { Answer, Language } from '../../records.js';
import { buildBody } from './body.js';
import { escapeLiteral, escapeMarkup } from './escape.js';
import type { Message, Part } from './message.js';
import { paginate } from './paginate.js';
import { buildSources } from './sources.js';
import { textsFor } from './texts.js';

/** Suggestions shown beneath an answer. */
const suggestionLimit = 3;

/** Shows an answer: what it says, then where that stands, then what could be asked next. */
export function buildAnswer(answer: Answer): Message[] {
  const said = answer.text.trim() === '' ? textsFor(answer.language).nothingSaid : answer.text;
  return paginate([...buildBody(said), ...buildSourceList(answer), ...buildSuggestions(answer)]);
}

function buildSourceList({ citations, language }: Answer): Part[] {
  if (citations.length === 0) return [];
  return [buildLabel(textsFor(language).sources), ...buildSources(citations, language)];
}

function buildLabel(label: string): Part {
  const text = `*${label}*`;
  return {
    plain: label,
    forms: [
      [{ type: 'context', elements: [{ type: 'mrkdwn', text }] }],
      [{ type: 'section', text: { type: 'mrkdwn', text } }],
    ],
  };
}

function buildSuggestions(answer: Answer): Part[] {
  const suggestions = answer.followups.slice(0, suggestionLimit).map((one) => one.trim());
  const label = suggestionLabel(answer.status, answer.language);
  return suggestions.length === 0 ? [] : [buildList(label, suggestions)];
}

function suggestionLabel(status: Answer['status'], language: Language): string {
  const texts = textsFor(language);
  return status === 'clarify' || status === 'refused' ? texts.choices : texts.followups;
}

function buildList(label: string, items: readonly string[]): Part {
  const plain = [label, ...items.map((item) => `• ${escapeMarkup(item)}`)].join('\n');
  return {
    plain,
    forms: [
      [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: label, style: { bold: true } }] },
            {
              type: 'rich_text_list',
              style: 'bullet',
              elements: items.map((item) => ({
                type: 'rich_text_section',
                elements: [{ type: 'text', text: escapeLiteral(item) }],
              })),
            },
          ],
        },
      ],
      [{ type: 'section', text: { type: 'mrkdwn', text: plain.slice(0, 3_000) } }],
    ],
  };
}
