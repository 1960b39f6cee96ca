import { foldText } from '../../models/cut-words.js';

const fewest = 2;
const shortest = 3;
const words = /^\p{Script=Han}{3,}$/u;

/**
 * 放在甲产业园的项目里: of the rows of a table those with what the question says in one of their cells, other than
 * the one that names the row; all of them where it says none, or what only one row has.
 */
export function ofValueSaid<Row>(
  rows: readonly Row[],
  question: string,
  cellsOf: (row: Row) => { cells: readonly string[]; name: string },
): readonly Row[] {
  const text = foldText(question).replace(/\s+/g, '');
  const values = new Map<string, Row[]>();
  for (const row of rows) {
    const { cells, name } = cellsOf(row);
    for (const cell of new Set(cells.map((one) => one.trim())))
      if (cell !== name && !name.includes(cell) && words.test(cell))
        values.set(cell, [...(values.get(cell) ?? []), row]);
  }
  const said = [...values].filter(
    ([cell, own]) => own.length >= fewest && own.length < rows.length && isSaid(foldText(cell), text),
  );
  const [best] = said.sort(([a], [b]) => b.length - a.length);
  return best ? best[1] : rows;
}

/** 高新区 for 某某高新区: a place's name in front may be left out. */
function isSaid(cell: string, text: string): boolean {
  if (text.includes(cell)) return true;
  const end = cell.slice(-shortest);
  return cell.length === shortest + 2 && placeEnding.test(end) && text.includes(end);
}

const placeEnding = /(?:新区|开发区|经开区|高新区|产业园|园区|新城)$/;
