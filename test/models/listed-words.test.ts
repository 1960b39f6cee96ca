import { describe, expect, it } from 'vitest';
import { readListedWords } from '../../src/models/listed-words.js';

describe('a list of words with numbers', () => {
  it('gives the number of each word, and none for a word that is part of one', () => {
    const words = readListedWords('机场 7.25\n机场路 11\n场 3.5\nairport 9\n');
    expect(['机场', '机场路', '场', 'airport'].map(words.get)).toEqual([7.25, 11, 3.5, 9]);
    expect(['机', '机场路口', 'air', ''].map(words.get)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('finds every one of very many words, with and without an end of the last line', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => [`词${at.toString(36)}`, at / 8] as const);
    const words = readListedWords(many.map(([word, number]) => `${word} ${number}`).join('\n'));
    expect(many.filter(([word, number]) => words.get(word) !== number)).toEqual([]);
    expect(words.get('词zzzz')).toBeUndefined();
  });

  it('holds nothing where the list is empty', () => {
    expect(readListedWords('').get('机场')).toBeUndefined();
  });
});
