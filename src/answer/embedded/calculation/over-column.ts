import { findQuantities } from '../../../quantity/find-quantities.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import words from './calculation-terms.json' with { type: 'json' };
import type { Column } from './columns-of.js';
import { ofRows } from './pair-operands.js';
import type { OperandRequest } from './request.js';
import { columnMeant } from './table-column.js';
import type { Operands } from './term.js';

const ofTable = new RegExp(words.ofTable, 'i');
const leavesOut = new RegExp(words.leavesOut, 'i');
const firstRows = new RegExp(words.firstRows, 'i');
const marks = /[、，,]|和|与|以及|及|\band\b/i;
const numerals = '零一二三四五六七八九十';
const leastRows = 2;

/** All rows of the column that the question means, without those that it leaves out (剔除…, 前三名). */
export function overColumn(request: OperandRequest): Operands | undefined {
  const { wish, evidence, frame, setting } = request;
  if (wish.operands.length > 0 || !ofTable.test(frame.question)) return undefined;
  const column = columnMeant({ question: frame.question, given: wish.given }, evidence);
  const cells = column && firstOf(remaining(column.cells, frame.question), frame.question);
  if (!cells || cells.length < leastRows) return undefined;
  return ofRows(
    cells.map(({ row }) => row),
    wish.operation,
    { frame, setting },
  );
}

/** Whether a calculation goes over a column of a table. */
export function goesOverColumn(
  { calculation, question }: Pick<Understanding, 'calculation' | 'question'>,
  evidence: Evidence,
): boolean {
  if (!calculation || calculation.operands.length > 0 || !overRows.has(calculation.operation)) return false;
  return (
    ofTable.test(question) && columnMeant({ question, given: calculation.given }, evidence) !== undefined
  );
}

const overRows: ReadonlySet<string> = new Set(['sum', 'average']);

/** Undefined where the question leaves out what the table does not have: then the column is another one. */
function remaining(cells: Column['cells'], question: string): Column['cells'] | undefined {
  const out = leavesOut.exec(question)?.groups?.out;
  if (out === undefined) return cells;
  let left = cells;
  for (const part of out.split(marks).filter((one) => one.trim() !== '')) {
    const kept = left.filter((cell) => !isLeftOut(cell, part.trim(), cells));
    if (kept.length === left.length) return undefined;
    left = kept;
  }
  return left;
}

/** A row is left out by its name, by the first character of it (北上深), or by a bound on its figure (1000元以下). */
function isLeftOut({ label, row }: Column['cells'][number], part: string, all: Column['cells']): boolean {
  const bound = findQuantities(part).find(({ role }) => role === 'quantity');
  if (bound) {
    const value = row.value ?? 0;
    if (!isOfUnit(bound.unit, row.unit)) return false;
    return words.below.some((word) => part.includes(word)) ? value < bound.value : value > bound.value;
  }
  const isOne = label.includes(part) || part.includes(label);
  return isOne || (areInitials(part, all) && part.includes(label.charAt(0)));
}

/** 北上深: the first characters of several rows; one of them may have a dash for a figure. */
function areInitials(part: string, cells: Column['cells']): boolean {
  const characters = [...part];
  const found = characters.filter((one) => cells.some(({ label }) => label.startsWith(one)));
  return characters.length <= 5 && found.length >= 2 && found.length >= characters.length - 1;
}

/** 1000元 of a column in 元/平方米 leaves out what it is per. */
function isOfUnit(said: string, unit: string): boolean {
  const [amount] = unit.split('/');
  return said === unit || said === amount || lookUpUnit(said)?.symbol === unit;
}

function firstOf(cells: Column['cells'] | undefined, question: string): Column['cells'] | undefined {
  const count = firstRows.exec(question)?.groups?.count;
  if (!cells || count === undefined) return cells;
  const wanted = /\d/.test(count) ? Number(count) : numerals.indexOf(count.replace('两', '二'));
  if (wanted < 1 || wanted > cells.length) return undefined;
  return [...cells].sort((a, b) => (b.row.value ?? 0) - (a.row.value ?? 0)).slice(0, wanted);
}
