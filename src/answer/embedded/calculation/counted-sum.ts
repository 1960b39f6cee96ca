import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import words from './calculation-terms.json' with { type: 'json' };
import { datedRows } from './dated-rows.js';
import { ofRows } from './pair-operands.js';
import { isRatio, type OperandRequest } from './request.js';
import type { Operands } from './term.js';

const counted = new RegExp(words.countedMembers);
const numbers = '零一二三四五六七八九十';
const leastScore = 0.3;

/**
 * The figures of "the four projects" where the plan gives exactly as many of one name's ending and year in one
 * passage: any other number leaves open which are meant.
 */
export function countedSum(request: OperandRequest): Operands | undefined {
  const { frame, evidence, wish, setting } = request;
  const { count, ending: written } = counted.exec(frame.question)?.groups ?? {};
  const ending = written?.replaceAll('的', '');
  if (count === undefined || ending === undefined) return undefined;
  const wanted = /\d/.test(count) ? Number(count) : numbers.indexOf(count.replace('两', '二'));
  const groups = new Map<string, Indicator[]>();
  for (const row of evidence.indicators.flatMap((match) => membersOf(match, ending, request))) {
    const key = [row.planId, row.passageId, row.year, row.unit].join('|');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const fitting = [...groups.values()].filter((rows) => rows.length === wanted);
  const [rows] = fitting;
  return rows && fitting.length === 1 ? ofRows(rows, wish.operation, { frame, setting }) : undefined;
}

function membersOf(match: IndicatorMatch, ending: string, { frame }: OperandRequest): Indicator[] {
  if (match.score < leastScore || !match.name.endsWith(ending) || match.name === ending) return [];
  const years = frame.years;
  return datedRows(match.rows).filter(
    (row) =>
      !isRatio(row) &&
      lookUpUnit(row.unit) !== undefined &&
      (years.length === 0 || years.includes(row.year ?? 0)),
  );
}
