import { foldText } from '../../models/cut-words.js';
import words from './link-words.json' with { type: 'json' };

const marks = [
  // https://…, mailto:…, and www.… or a bare name that chat programs make a link of.
  new RegExp(`\\b(?:${words.schemes.join('|')}):(?=\\S)`, 'i'),
  /\bwww\.\S/i,
  new RegExp(`[a-z0-9-]\\.(?:${words.domains.join('|')})(?![a-z0-9])`, 'i'),
  // Markdown's [text](target), and HTML.
  /\]\s*\(/,
  /<\/?[a-z!@#|]/i,
  // @name, @channel, name@host; <@U1> is caught above.
  /@\s?[\p{L}\p{N}_]/u,
];

/** Whether a text would become a link or a mention somewhere: no claim has one. */
export function holdsLink(text: string): boolean {
  const folded = foldText(text).replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
  return marks.some((mark) => mark.test(folded));
}
