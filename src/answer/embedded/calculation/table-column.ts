import { cutWords, foldText } from '../../../models/cut-words.js';
import type { Indicator } from '../../../records.js';
import { compact } from '../../sentences.js';
import type { Evidence } from '../evidence.js';
import { ofValueSaid } from '../said-value.js';
import { type Column, columnsOf, isTotalLine } from './columns-of.js';

/** A column's name is meant when the question says this much of it. */
const leastSaid = 0.6;
/** Further down, a passage is not what the question is about. */
const mostPassages = 4;

/**
 * The column that a question means in the tables found best: as the only one in a unit that the question
 * gives, or by the words of its name; undefined where none is surely meant.
 */
export function columnMeant(
  { question, given }: { question: string; given: readonly { unit: string }[] },
  { hits, collection }: Pick<Evidence, 'hits' | 'collection'>,
): Column | undefined {
  const text = foldText(question).replace(/\s+/g, '');
  const tables = hits.slice(0, mostPassages).filter(({ passage }) => passage.kind === 'table');
  for (const { passage } of tables) {
    const columns = columnsOf(rowsOfTable(passage, collection));
    const [best, next] = columns
      .map((column) => ({ column, said: saidShare(column.name, text) }))
      .filter(({ said }) => said >= leastSaid)
      .sort((a, b) => b.said - a.said);
    const ofUnit = columns.filter(({ cells }) => given.some(({ unit }) => unit === cells[0]?.row.unit));
    const named = best && best.said !== next?.said ? best.column : undefined;
    const meant = ofUnit.length === 1 ? ofUnit[0] : named;
    if (meant && isWhole(meant, passage.sectionPath, hits)) return ofCellSaid(meant, text);
  }
  return undefined;
}

function ofCellSaid({ name, cells }: Column, text: string): Column {
  const said = ofValueSaid(cells, text, ({ label, row }) => ({ cells: row.quote.split('\t'), name: label }));
  return { name, cells: [...said] };
}

/** A long table is cut into several passages under one heading. */
function rowsOfTable(
  { planId, sectionPath }: { planId: string; sectionPath: readonly string[] },
  collection: readonly Indicator[],
): Indicator[] {
  const path = sectionPath.join('\n');
  return collection.filter(
    (row) =>
      row.planId === planId &&
      row.source === 'table' &&
      row.value !== null &&
      row.valueMax === null &&
      row.sectionPath.join('\n') === path,
  );
}

const dash = /(?:^|\t)\s*[-—–/]+\s*(?:\t|$)/;

/** Every line of the table that has figures gives one of the column, or a dash, or is a total. */
function isWhole(
  { cells }: Column,
  sectionPath: readonly string[],
  hits: Pick<Evidence, 'hits'>['hits'],
): boolean {
  const path = sectionPath.join('\n');
  const quotes = new Set(cells.map(({ row }) => compact(row.quote)));
  const lines = hits
    .filter(({ passage }) => passage.kind === 'table' && passage.sectionPath.join('\n') === path)
    .flatMap(({ passage }) => passage.text.split('\n'))
    .filter((line) => /\t/.test(line) && /\t\s*[≥≤>约]?\d/.test(line));
  return lines.every((line) => quotes.has(compact(line)) || dash.test(line) || isTotalLine(line));
}

/** Share of the words of a column's name that the question says. */
function saidShare(name: string, question: string): number {
  const words = cutWords(name).map((word) => foldText(word));
  return words.filter((word) => question.includes(word)).length / (words.length || 1);
}
