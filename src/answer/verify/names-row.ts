import { cutWords, foldText } from '../../models/cut-words.js';
import type { Indicator } from '../../records.js';
import { toChineseTerms } from '../understand/translate.js';
import { shareHeld } from './share-held.js';

/** A name of several words is said when at least this share of them, by weight, is. */
const leastNamed = 0.5;

/** Whether words speak of what an indicator row measures, under any of its names or in English. */
export function namesRow(words: string, row: Pick<Indicator, 'name' | 'canonicalName' | 'aliases'>): boolean {
  const said = foldText(`${words} ${toChineseTerms(words)}`).replace(/\s+/g, '');
  return [row.name, row.canonicalName, ...row.aliases].some((name) => {
    const cut = cutWords(name).filter((word) => word.length > 1 && !/\d/.test(word));
    return cut.length > 0 ? shareHeld(cut, said) >= leastNamed : said.includes(foldText(name));
  });
}
