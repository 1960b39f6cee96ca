import words from './prose-words.json' with { type: 'json' };
import type { Relation } from './relation.js';

/** What a figure is called; several names where one figure counts for each (各1家). */
export interface Naming {
  names: string[];
  /** What later changes, shares and bare attributes of the sentence hang on, if this figure sets it. */
  subjects: string[];
  relation: Relation['kind'] | 'rank';
  /** The verb that governs a list, for its later items (新增, 引进). */
  verb: string;
}

/** What was spoken of before a figure. */
export interface Topic {
  /** Names that stand by themselves, in order. */
  subjects: readonly string[];
  /** The words that the sentence opens with, when they hold no figure. */
  firstClause: string;
  /** The words of the clause before, when it held no figure. */
  clauseBefore: string;
  /** The work that the paragraph or its section is titled with. */
  item: string | undefined;
  last: Naming | undefined;
  /** What the figure before was called, were it in the sentence before. */
  lastName: string | undefined;
  /** What the part before the semicolon named, in order. */
  before: readonly string[];
  /** What the sentence before spoke of last; only the first clause may go on with it. */
  carried: string | undefined;
  /** The industry that the section is titled with (轴承产业链); what is made is its output. */
  industry: string | undefined;
}

const kept = `(?:${words.keptVerbs.join('|')})`;
const keptStart = new RegExp(`^(?:每年|年均)?${kept}+(?:(?:和|、|并|或|及)${kept}+)*`);

/** The verbs that a name begins with and that belong to its meaning (新增, 累计发放). */
export function leadingVerb(name: string): string {
  return keptStart.exec(name)?.[0] ?? '';
}
