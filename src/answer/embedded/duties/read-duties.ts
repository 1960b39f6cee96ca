import type { Passage } from '../../../records.js';
import { compact, splitSentences } from '../../sentences.js';
import { isGlossary } from '../is-glossary.js';
import { type TitledLine, titledLines } from '../line-titles.js';
import { rowsUnder, type TableRow } from '../table-rows.js';
import words from './duty-words.json' with { type: 'json' };
import { statementsIn } from './statements.js';

/** What is to be done, and the words that say by whom. */
export interface Duty {
  passage: Passage;
  /** The headings that it stands under, the nearest last. */
  titles: readonly string[];
  /** What is to be done: the text before the bodies, a sentence, or what a table's row is called. */
  matter: string;
  /** The part of the matter that stands nearest to the bodies: the last item, where it has items. */
  own: string;
  /** Who is to do it, word for word. */
  bodies: string;
  /** Where a table gives it. */
  row?: TableRow;
  /** How the plan puts it: bodies set behind a text, or a sentence of its own. */
  form: 'row' | 'noted' | 'sentence';
}

const bodiesColumn = new RegExp(words.columns.bodies);
const longestHead = 14;
const done = new RegExp(words.done);

/** Everything that passages of plans, in their order, say of who does what. */
export function dutiesIn(passages: readonly Passage[]): Duty[] {
  const texts = passages.filter(({ kind, sectionPath }) => kind === 'text' && !isGlossary(sectionPath));
  const tables = passages.filter(({ kind }) => kind === 'table');
  return [...tables.flatMap(rowDuties), ...notedDuties(texts), ...texts.flatMap(sentenceDuties)];
}

function rowDuties(passage: Passage): Duty[] {
  return rowsUnder(passage, hasBodiesColumn).map((row) => ({
    passage,
    titles: passage.sectionPath,
    matter: row.name,
    own: row.name,
    bodies: row.cells.join('\t'),
    row,
    form: 'row',
  }));
}

function hasBodiesColumn(cells: readonly string[]): boolean {
  return cells.some(isBodiesColumn);
}

/** Whether a column of this head holds bodies in charge. */
export function isBodiesColumn(head: string): boolean {
  return head.length <= longestHead && bodiesColumn.test(head);
}

/** Bodies that stand behind a text, in brackets or as 责任单位：…; what stands since the bodies before is theirs. */
function notedDuties(texts: readonly Passage[]): Duty[] {
  const duties: Duty[] = [];
  let above = '';
  let before: string[] = [];
  for (const passage of texts) {
    for (const { titles, line } of joined(titledLines(passage.text, passage.sectionPath))) {
      const path = [...passage.sectionPath, ...titles];
      const key = `${passage.planId} ${path.join('\n')}`;
      if (key !== above) before = [];
      above = key;
      let from = 0;
      for (const { start, text } of statementsIn(line)) {
        const parts = [...before, line.slice(from, start).trim()].filter((part) => part !== '');
        before = [];
        from = start + text.length;
        const own = parts.at(-1) ?? '';
        duties.push({ passage, titles: path, matter: parts.join('\n'), own, bodies: text, form: 'noted' });
      }
      before.push(line.slice(from).trim());
    }
  }
  return duties;
}

/** Bodies whose bracket, or whose list by roles, goes on in the next line stand in one. */
function joined(lines: readonly TitledLine[]): TitledLine[] {
  const whole: TitledLine[] = [];
  for (const one of lines) {
    const last = whole.at(-1);
    if (last && (isOpen(last.line) || goesOn(last.line, one.line))) last.line += `\n${one.line}`;
    else whole.push({ ...one });
  }
  return whole;
}

const openBodies = /[（(][^（()）]{0,4}(?:单位|部门|主体)[:：](?:[^（()）]|[（(][^（()）]*[）)])*$/;

function isOpen(line: string): boolean {
  return openBodies.test(line);
}

/** 责任单位：甲； and below it 配合单位：乙. */
function goesOn(line: string, next: string): boolean {
  const last = statementsIn(line).at(-1);
  return (
    last !== undefined &&
    line.endsWith(last.text) &&
    statementsIn(next)[0]?.start === 0 &&
    !/^[（(]/.test(next)
  );
}

/** Sentences that say who leads, sits in the chair, or answers for something. */
function sentenceDuties(passage: Passage): Duty[] {
  return titledLines(passage.text, passage.sectionPath).flatMap(({ titles, line }) =>
    splitSentences(line)
      .map(({ text }) => text)
      .filter((text) => done.test(withoutStatements(text)))
      .map((text) => ({
        passage,
        titles: [...passage.sectionPath, ...titles],
        matter: text,
        own: text,
        bodies: text,
        form: 'sentence' as const,
      })),
  );
}

/** Whether a text says of a body, or of who sits in an office, that it does something. */
export function saysWho(text: string): boolean {
  return done.test(withoutStatements(text)) || statementsIn(text).length > 0;
}

function withoutStatements(text: string): string {
  return statementsIn(text).reduce((rest, one) => rest.replace(one.text, ''), compact(text));
}
