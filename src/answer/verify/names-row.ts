import { foldText } from '../../models/cut-words.js';
import type { Indicator } from '../../records.js';
import { contentWords, inPlanWords } from './said-words.js';
import { shareHeld } from './share-held.js';

/** A name of several words is said when at least this share of them, by weight, is. */
const leastNamed = 0.5;

/** Whether words speak of what an indicator row measures, under any of its names or in English. */
export function namesRow(words: string, row: Pick<Indicator, 'name' | 'canonicalName' | 'aliases'>): boolean {
  const said = inPlanWords(words).replace(/\s+/g, '');
  return [row.name, row.canonicalName, ...row.aliases].some((name) => {
    if (said.includes(foldText(name).replace(/\s+/g, ''))) return true;
    const cut = contentWords(name);
    return cut.length > 0 && shareHeld(cut, said) >= leastNamed;
  });
}
