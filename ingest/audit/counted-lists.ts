import type { Passage } from '../../src/records.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { distinctQuotes } from './quote-of.js';
import { sentencesOf } from './sentences-of.js';

/** 七大更新片区: how many there are of what, with the sentence that says so. */
interface Count {
  count: number;
  /** The count with its measure word and all that may be the noun. */
  phrase: string;
  /** What may be counted: the words that follow, the longest first. */
  nouns: string[];
  passage: Passage;
  quote: string;
}

interface Listing {
  noun: string;
  names: string[];
  quotes: FindingDraft['quotes'];
}

const numerals = new Map(Object.entries(words.numerals));
const counted = new RegExp(
  `(?<![第其前后约近超])(?<count>[${[...numerals.keys()].join('')}]|\\d{1,2})(?<measure>[大条个类项家处种])(?<noun>\\p{Script=Han}{2,8})`,
  'gu',
);
const open = new RegExp(`${words.openEnd.join('|')}|以上|左右|约|多个|余`);
const total = new RegExp(words.totalRow);
/** Fewer are seldom all; a difference of more is another list. */
const [fewest, mostApart] = [3, 2];
const [shortestNoun, longestName] = [2, 16];
/** A table is called by a noun that tells (更新片区); 领域 or 指标 alone may be any. */
const tellingNoun = 4;
const mostRows = 30;
const period = /十[一二三四五六]五/;

/** Things that a plan counts (六条重点产业链) against the list of them: behind a colon, or the rows of a table called so. */
export function checkCountedLists({ passages }: { passages: readonly Passage[] }): FindingDraft[] {
  const counts = passages.filter(({ kind }) => kind === 'text').flatMap(countsIn);
  const tables = tablesOf(passages);
  const drafts = counts.flatMap((count) => {
    const listings = [listedBehind(count), ...tables.map((table) => listedIn(table, count))];
    const found = listings.flatMap((listing) => listing ?? []);
    // One list that has as many is the one that is counted.
    if (found.some(({ names }) => names.length === count.count)) return [];
    return found
      .filter(({ names }) => Math.abs(names.length - count.count) <= mostApart)
      .slice(0, 1)
      .map((listing) => draftOf(count, listing));
  });
  return drafts.filter(({ about }, at) => at === drafts.findIndex((one) => one.about === about));
}

function countsIn(passage: Passage): Count[] {
  return sentencesOf(passage.text).flatMap((quote) =>
    [...quote.matchAll(counted)].flatMap((match): Count[] => {
      const { count: said = '', measure = '', noun = '' } = match.groups ?? {};
      const count = numerals.get(said) ?? Number(said);
      if (count < fewest) return [];
      const nouns = Array.from({ length: noun.length - shortestNoun + 1 }, (_, at) =>
        noun.slice(0, noun.length - at),
      );
      return [{ count, phrase: `${said}${measure}`, nouns, passage, quote }];
    }),
  );
}

/** 划定七大片区…：甲片区，…；乙片区，…。 */
function listedBehind({ phrase, nouns, passage, quote }: Count): Listing | undefined {
  const at = quote.indexOf(phrase);
  const colon = quote.indexOf('：', at);
  const between = quote.slice(at, colon);
  if (colon < 0 || /[；。]/.test(between) || open.test(quote.slice(colon))) return undefined;
  const items = quote.slice(colon + 1).split('；');
  const names = items.map((item) => item.split(/[，,：:（(]/)[0]?.trim() ?? '');
  const isList =
    items.length >= fewest &&
    names.every((name) => /^\p{Script=Han}/u.test(name) && name.length <= longestName);
  const noun = nouns.find((one) => between.includes(`${one}，`) || between.endsWith(one)) ?? nouns.at(-1);
  return isList && noun ? { noun, names, quotes: [{ passageId: passage.passageId, quote }] } : undefined;
}

interface TableRows {
  planId: string;
  caption: string;
  header: string[];
  rows: { cells: string[]; passageId: string; quote: string }[];
}

/** The tables of a plan, those cut into several passages as one. */
function tablesOf(passages: readonly Passage[]): TableRows[] {
  const tables = new Map<string, TableRows>();
  for (const { kind, planId, sectionPath, text, passageId } of passages) {
    if (kind !== 'table') continue;
    const lines = text.split('\n').filter((line) => line.includes('\t'));
    const header = lines[0]?.split('\t').map((cell) => cell.trim()) ?? [];
    const key = [...sectionPath, ...header].join('\n');
    const known = tables.get(key) ?? { planId, caption: sectionPath.at(-1) ?? '', header, rows: [] };
    for (const quote of lines.slice(1))
      known.rows.push({ cells: quote.split('\t').map((cell) => cell.trim()), passageId, quote });
    tables.set(key, known);
  }
  return [...tables.values()];
}

/** The rows of a table whose caption names what is counted and whose column is headed so, each once. */
function listedIn({ caption, header, rows }: TableRows, { nouns, quote }: Count): Listing | undefined {
  // “十四五”规划确定的…: those of another period are in another plan's table.
  if (period.test(quote) && !caption.includes(period.exec(quote)?.[0] ?? '')) return undefined;
  const noun = nouns.find(
    (one) => one.length >= tellingNoun && caption.includes(one) && header.some((head) => isHeadOf(head, one)),
  );
  if (!noun || rows.length > mostRows) return undefined;
  const column = header.findIndex((head) => isHeadOf(head, noun));
  const own = rows.filter(({ cells }) => cells.length === header.length && !total.test(cells[column] ?? ''));
  const names = own.map(({ cells }) => cells[column] ?? '');
  // Merged cells leave open how many there are.
  if (own.length < fewest || names.includes('') || new Set(names).size < names.length) return undefined;
  if (own.length + rows.filter(({ quote }) => total.test(quote)).length < rows.length) return undefined;
  return { noun, names, quotes: own.map(({ passageId, quote }) => ({ passageId, quote })) };
}

function isHeadOf(head: string, noun: string): boolean {
  return head.length >= shortestNoun && noun.endsWith(head.replace(/名称$/, ''));
}

function draftOf({ phrase, passage, quote }: Count, { noun, names, quotes }: Listing): FindingDraft {
  return {
    kind: 'count',
    certainty: 'contradiction',
    about: noun,
    stated: `${phrase}${noun}`,
    computed: `${names.length}项`,
    note: `正文写“${phrase}${noun}”，而列出的有${names.length}项：${names.join('、')}。`,
    quotes: distinctQuotes([{ passageId: passage.passageId, quote }, ...quotes]),
  };
}
