import { escapeMarkdown, escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { splitText } from './split-text.js';

/** Characters of a Markdown block; a little under the 12,000 that Slack allows a message. */
const markdownLimit = 11_000;
/** Characters of a section block. */
const sectionLimit = 3_000;

/** Shows an answer's Markdown; more than one part only when it is longer than a message may be. */
export function buildBody(markdown: string): Part[] {
  return splitText(markdown, markdownLimit).flatMap(splitEscaped).map(buildPiece);
}

function buildPiece(markdown: string): Part {
  const mrkdwn = asMrkdwn(markdown);
  return {
    plain: mrkdwn,
    forms: [
      [{ type: 'markdown', text: escapeMarkdown(markdown) }],
      splitText(mrkdwn, sectionLimit).map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } })),
    ],
  };
}

/** Escaping makes a text longer; a piece that no longer fits is cut in halves. */
function splitEscaped(piece: string): string[] {
  if (escapeMarkdown(piece).length <= markdownLimit) return [piece];
  return splitText(piece, Math.ceil(piece.length / 2)).flatMap(splitEscaped);
}

/** Slack's own older markup, for the text field and for workspaces without Markdown blocks. */
function asMrkdwn(markdown: string): string {
  return escapeMarkup(markdown)
    .replace(/^#{1,6} +(.+)$/gm, '*$1*')
    .replace(/^( *)[-*] +/gm, '$1• ')
    .replace(/\*\*([^*\n]+)\*\*/g, '*$1*');
}
