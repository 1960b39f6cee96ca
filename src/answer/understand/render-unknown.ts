import { chineseFor } from '../../models/english-dictionary.js';
import functionWords from '../../vocabulary/english-function-words.json' with { type: 'json' };

const functionWord = new Set(functionWords);
const latinRun = /[a-z][a-z'’-]*(?: [a-z][a-z'’-]*)*/g;
const longestPhrase = 3;
/** Abbreviations stand in Chinese plans as they are: QFLP, REITs, e-CNY. */
const abbreviation = /^(?=.*[A-Z].*[A-Z])[A-Za-z-]{2,10}$/;

/**
 * Puts the English words that the vocabulary left in a text into Chinese by the dictionary: each becomes the
 * words that it may stand for, parted by `|`. Function words go; abbreviations and what the dictionary does
 * not know stay, so that a question about something unheard of is seen to be one.
 */
export function renderUnknown(text: string, question: string): string {
  const kept = new Set(
    question
      .split(/[^A-Za-z-]+/)
      .filter((word) => abbreviation.test(word))
      .map((word) => word.toLowerCase()),
  );
  return text
    .replace(latinRun, (run) => renderRun(run.replace(/['’]s?(?= |$)/g, '').split(' '), kept))
    .replace(/\s+/g, ' ')
    .trim();
}

function renderRun(words: readonly string[], kept: ReadonlySet<string>): string {
  const rendered: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { text, length } = renderAt(words, at, kept);
    rendered.push(text);
    at += length;
  }
  return ` ${rendered.join(' ')} `;
}

/** The longest phrase that the dictionary has, or the word as it stands. */
function renderAt(words: readonly string[], at: number, kept: ReadonlySet<string>) {
  const word = words[at] ?? '';
  if (kept.has(word)) return { text: word, length: 1 };
  for (let length = Math.min(longestPhrase, words.length - at); length >= 1; length -= 1) {
    const phrase = words.slice(at, at + length);
    if (phrase.some((one) => functionWord.has(one)) && length < 3) continue;
    const found = chineseFor(phrase.join(' '));
    if (found.length > 0 && !functionWord.has(phrase[0] ?? '')) return { text: rendering(found), length };
  }
  return { text: functionWord.has(word) ? '' : rendering([word]), length: 1 };
}

/** Marked as a rendering even where there is only one, since it is less sure than the asker's own word. */
function rendering(words: readonly string[]): string {
  return [...words, ...(words.length === 1 ? words : [])].join('|');
}
