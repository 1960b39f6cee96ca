import { foldText } from '../../../models/cut-words.js';
import type { Indicator, Passage } from '../../../records.js';
import type { DraftClaim } from '../../draft.js';
import { compact } from '../../sentences.js';

/** What an answer or a sentence of a plan says, with where it stands and the figures read from it. */
export interface Statement {
  /** Folded, without white space: for words. */
  text: string;
  /** As it is written: for figures and dates. */
  plain: string;
  headings: string;
  rows: readonly Indicator[];
}

/** A sentence of a plan; of the rows those that were read from it. */
export function statementIn(text: string, passage: Passage, collection: readonly Indicator[]): Statement {
  const plain = compact(text);
  const rows = collection.filter(
    (row) => row.passageId === passage.passageId && plain.includes(compact(row.quote)),
  );
  return { text: folded(text), plain: text, headings: folded(passage.sectionPath.join(' ')), rows };
}

/** A claim with the headings above what it cites. */
export function statementOf(
  { text, support, indicators }: DraftClaim,
  collection: readonly Indicator[],
): Statement {
  const [first] = support;
  const headings = folded(support.flatMap(({ passage }) => passage.sectionPath).join(' '));
  const own =
    indicators.length > 0 || !first ? indicators : statementIn(text, first.passage, collection).rows;
  return { text: folded(text), plain: text, headings, rows: own };
}

/** What the rows of a statement go by, also without what stands in brackets: 上市（挂牌）公司, 上市公司. */
export function namesOf({ rows }: Pick<Statement, 'rows'>): string {
  const names = rows.flatMap(({ name, canonicalName }) => [name, canonicalName]);
  return folded([...names, ...names.map((name) => name.replace(/[（(][^（()）]*[）)]/g, ''))].join(' '));
}

function folded(text: string): string {
  return foldText(text).replace(/\s+/g, '');
}
