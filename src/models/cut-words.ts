import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import genre from './genre-words.json' with { type: 'json' };

let cutter: Jieba | undefined;

/** The one cutter that index and question share; its dictionary takes 200 ms to load, once. */
function sharedCutter(): Jieba {
  if (cutter) return cutter;
  cutter = Jieba.withDict(dict);
  cutter.loadDict(new TextEncoder().encode(genre.words.map((word) => `${word} 100000 n`).join('\n')));
  return cutter;
}

/** Full-width letters, digits and signs as ASCII, lower case: for matching, never for display. */
export function foldText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1')
    .toLowerCase();
}

/** Cuts a text into words with the short words inside long ones, for the full-text index and its queries. */
export function cutWords(text: string): string[] {
  const words = sharedCutter().cutForSearch(foldText(text), true);
  return words.map((word) => word.trim()).filter((word) => /[\p{L}\p{N}%]/u.test(word));
}

/** Words with their part of speech (n noun, v verb, ns place …). */
export function tagWords(text: string): { word: string; tag: string }[] {
  return sharedCutter().tag(text, true);
}
