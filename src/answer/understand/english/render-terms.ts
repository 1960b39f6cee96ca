import { tagWords } from '../../../models/cut-words.js';
import { chineseFor, singularOf } from '../../../models/english-dictionary.js';
import functionWords from '../../../vocabulary/english-function-words.json' with { type: 'json' };
import terms from '../../../vocabulary/english-terms.json' with { type: 'json' };
import exonyms from '../../../vocabulary/exonyms.json' with { type: 'json' };
import indicators from '../../../vocabulary/indicators.json' with { type: 'json' };
import forms from './question-forms.json' with { type: 'json' };

/** Whether the plans that are meant say a word. */
export type Says = (word: string) => boolean;

const functionWord = new Set(functionWords);
/** How a question asks is read from its form, not from single words. */
const unsaid = new Set(forms.unsaid);
export const longestPhrase = 8;
const mostCompounded = 3;
const mostRenderings = 4;
const latinRun = /[A-Za-z][A-Za-z0-9'’.+-]*(?:\s+(?![\d-]+年)[A-Za-z0-9][A-Za-z0-9'’.+-]*)*/g;
/** Abbreviations stand in Chinese plans as they are: QFLP, REITs, PM10. */
const abbreviation = /^(?=.*[A-Z].*[A-Z])[A-Za-z0-9.-]{2,10}$/;

let vocabulary: Map<string, string[]> | undefined;

/** English phrases in lower case with the Chinese terms that they may stand for. */
function loadVocabulary(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  // Plans that do not count museums still have some.
  const names = indicators.map(({ name, english }) => ({
    en: english,
    zh: [name, ...barer(name)].join('|'),
  }));
  for (const [word, count] of Object.entries(forms.counts)) found.set(word, [count]);
  for (const { en, zh } of [...terms, ...exonyms, ...names]) {
    if (unsaid.has(zh)) continue;
    for (const phrase of en) {
      const key = plain(phrase);
      found.set(key, [...new Set([...(found.get(key) ?? []), ...zh.split('|')])]);
    }
  }
  return found;
}

/** 博物馆数量 is of 博物馆. */
function barer(name: string): string[] {
  const bare = name.replace(/(?:数量|面积|套数|总量|人次|数)$/, '');
  return bare === name || bare.length < 2 ? [] : [bare];
}

/** What the vocabulary has as two words (private equity) may stand with a hyphen before a noun. */
function plain(phrase: string): string {
  return phrase.toLowerCase().replace(/[’]/g, "'").replace(/-/g, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * Puts the English words of a text into Chinese terms that the plans say: the longest phrase of the vocabulary
 * first, then words of a dictionary that stand together in the plans (talent + apartment: 人才公寓), then single
 * words, with what else they may be after a `|`. A name or an abbreviation that nothing has stays as it is.
 */
export function renderTerms(text: string, says: Says): string {
  return text
    .replace(latinRun, (run) => ` ${renderRun(run.split(/\s+/), says)} `)
    .replace(/\s+/g, ' ')
    .trim();
}

function renderRun(words: readonly string[], says: Says): string {
  const rendered: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { text, length } = renderAt(words, at, says);
    if (text !== '') rendered.push(text);
    at += length;
  }
  return rendered.join(' ');
}

function renderAt(words: readonly string[], at: number, says: Says): { text: string; length: number } {
  const most = Math.min(longestPhrase, words.length - at);
  const known: { length: number; chosen: string; isSaid: boolean }[] = [];
  for (let length = most; length >= 1; length -= 1) {
    const found = lookUp(words.slice(at, at + length).join(' '));
    if (found.length === 0) continue;
    const said = found.filter(says);
    const chosen = length === 1 ? said.slice(0, mostRenderings).join('|') : said[0];
    known.push({ length, chosen: chosen || (found[0] ?? ''), isSaid: said.length > 0 });
  }
  const [longest] = known;
  if (longest && longest.length > 1 && longest.isSaid)
    return { text: longest.chosen, length: longest.length };
  const compound = compoundAt(words, at, says);
  if (compound && compound.length >= (longest?.length ?? 0)) return compound;
  if (longest && (longest.length > 1 || longest.isSaid))
    return { text: longest.chosen, length: longest.length };
  return { text: renderWord(words[at] ?? '', longest?.chosen, says), length: 1 };
}

/** What the vocabulary has for a phrase, in the singular too. */
export function lookUp(phrase: string): string[] {
  vocabulary ??= loadVocabulary();
  const key = plain(phrase.replace(/[.,]$/, ''));
  const found = vocabulary.get(key) ?? singularOf(key).flatMap((one) => vocabulary?.get(one) ?? []);
  return found.filter((zh) => zh !== '');
}

/** Two or three words whose renderings stand together in the plans. */
function compoundAt(
  words: readonly string[],
  at: number,
  says: Says,
): { text: string; length: number } | undefined {
  for (let length = Math.min(mostCompounded, words.length - at); length >= 2; length -= 1) {
    if (crossesTerm(words, at, length, says)) continue;
    const parts = words.slice(at, at + length).map((word) => candidatesOf(word).filter(says));
    if (parts.some((part) => part.length === 0)) continue;
    const joined = parts.reduce<string[]>(
      (before, part) => before.flatMap((one) => part.map((more) => one + more)),
      [''],
    );
    const found = joined.find(says);
    if (found !== undefined) return { text: found, length };
  }
  return undefined;
}

/** Leading group of "work leading group" is a term of its own. */
function crossesTerm(words: readonly string[], at: number, length: number, says: Says): boolean {
  return Array.from({ length: length - 1 }, (_, more) => at + more + 1).some((start) =>
    [2, 3].some(
      (many) => lookUp(words.slice(start, start + many).join(' ')).some(says) && start + many > at + length,
    ),
  );
}

function candidatesOf(word: string): string[] {
  const plainWord = word.toLowerCase();
  if (functionWord.has(plainWord)) return [];
  return [...new Set([...lookUp(word), ...hyphenated(word), ...chineseFor(plainWord)])];
}

function hyphenated(word: string): string[] {
  return word.includes('-') ? chineseFor(word.toLowerCase().replaceAll('-', ' ')) : [];
}

function renderWord(word: string, known: string | undefined, says: Says): string {
  const bare = word.replace(/['’.]+s?$/, '');
  if (functionWord.has(bare.toLowerCase())) return '';
  if (abbreviation.test(bare)) return known ?? bare;
  const candidates = candidatesOf(bare);
  const said = candidates.filter(says);
  if (said.length > 0) return marked(known ? [...new Set([...known.split('|'), ...said])] : said);
  if (known !== undefined) return known;
  if (bare.includes('-'))
    return bare
      .split('-')
      .map((part) => renderWord(part, lookUp(part)[0], says))
      .join(' ');
  const [first] = candidates;
  if (first === undefined) return bare;
  return isVerbal(first) ? '' : marked(candidates);
}

/** Marked as a rendering even where there is only one, since it is less sure than the asker's own word. */
function marked(words: readonly string[]): string {
  const few = words.slice(0, mostRenderings);
  return [...few, ...(few.length === 1 ? few : [])].join('|');
}

/** What is done or how it is, in words that the plans do not use, tells nothing of what is asked about. */
function isVerbal(word: string): boolean {
  const [only, ...more] = tagWords(word);
  return more.length === 0 && only !== undefined && /^[vadc]/.test(only.tag) && only.tag !== 'vn';
}
