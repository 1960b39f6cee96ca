import { foldText } from '../../models/cut-words.js';
import type { Passage } from '../../records.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { namesBodies } from './sentence-fit.js';
import { cellUnder, rowsUnder, type TableRow, tablesOf } from './table-rows.js';
import { quotedTerm } from './term-asked.js';

const responsibleColumn = /责任|牵头|负责|主管|配合|协助|分工|实施(?:单位|主体)/;
const tablesLookedAt = 10;
/** Share of the question's words, by weight, that a row's own words must say. */
const leastInRow = 0.45;
const longestName = 60;
const shortestTerm = 4;

interface Row extends TableRow {
  said: number;
}

/**
 * Who is responsible, from a table that has a column for it: the row that the question is about, with its bodies
 * under the column's own heading. Undefined when no row is clearly meant.
 */
export function responsibleRowDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const terms = queryTerms(frame.phrases, frame.background).filter(
    (term) => !responsibleColumn.test(term.word),
  );
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const said = (text: string) => {
    const folded = foldText(text).replace(/\s+/g, '');
    const held = terms.filter((term) =>
      [term.word, ...term.alternatives].some((one) => folded.includes(one)),
    );
    return held.reduce((sum, term) => sum + term.weight, 0) / total;
  };
  const named = namedRow(tablesOf(evidence), frame.question);
  if (named) return emptyDraft({ claims: claimsOf(named) });
  // A section found before any such table names its bodies itself.
  const section = evidence.hits.findIndex(
    ({ passage }) => passage.kind === 'text' && namesBodies(passage.text),
  );
  const tables = evidence.hits
    .slice(0, section < 0 ? undefined : section)
    .map((hit) => hit.passage)
    .filter((passage) => passage.kind === 'table');
  const rows = tables.slice(0, tablesLookedAt).flatMap((passage) => rowsOf(passage, said));
  const best = rows.reduce<Row | undefined>(
    (top, row) => (row.said > (top?.said ?? leastInRow) ? row : top),
    undefined,
  );
  return best && emptyDraft({ claims: claimsOf(best) });
}

/** The rows of a table that has a column of bodies in charge, by how much of the question they say. */
function rowsOf(passage: Passage, said: (text: string) => number): Row[] {
  return (
    rowsUnder(passage, isHeader)
      // What the row is called tells more than all that stands in it.
      .map((row) => ({
        ...row,
        said: Math.max(said(row.name), said(row.cells.join(' ')) * 0.8),
      }))
  );
}

function isHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => responsibleColumn.test(cell));
}

/** The row whose name the question has in quotes, wherever its table was cut. */
function namedRow(tables: readonly Passage[], question: string): TableRow | undefined {
  const term = quotedTerm(question);
  if (term === undefined || term.length < shortestTerm) return undefined;
  const rows = tables.flatMap((passage) => rowsUnder(passage, isHeader));
  return rows.find(({ name }) => compact(name).includes(compact(term)));
}

/** One claim a column of bodies. */
function claimsOf(row: TableRow): DraftClaim[] {
  const { header, passage, name } = row;
  const shown = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  return header.flatMap((title, at) => {
    if (!responsibleColumn.test(title)) return [];
    const bodies = cellUnder(row, at);
    if (!/\p{Script=Han}{2}/u.test(bodies)) return [];
    return [
      {
        text: `${shown}：${title.trim()}为${bodies}。`,
        support: [
          { passage, quote: name },
          { passage, quote: bodies },
        ],
        indicators: [],
        calculations: [],
        counts: [],
      },
    ];
  });
}
