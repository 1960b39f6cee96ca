import { sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { datedRows, wantsTarget } from './dated-rows.js';
import { isYearlyRateOf } from './growth-of.js';
import type { OperandRequest } from './request.js';

/** Rows of the first amount that is named, with those of a like name and unit (实际使用外资, 实际使用外资金额). */
export function amountRows({ matches, evidence, frame, wish, setting }: OperandRequest): Indicator[] {
  const points = wish.operation === 'difference' || wish.operation === 'progress';
  const match =
    matches.find((one) =>
      one.rows.some(
        (row) => row.value !== null && row.measure !== 'rate' && (points || row.measure !== 'share'),
      ),
    ) ?? matches.find((one) => one.rows.some((row) => row.value !== null && row.measure !== 'rate'));
  if (!match) return amountOfRate({ matches, evidence, frame, wish, setting });
  // Another name is looked at only where this one does not have the years itself (家庭养老床位 is not 养老床位).
  const own = new Set(datedRows(match.rows).map((row) => row.year));
  const isWhole =
    frame.years.length > 0 ? frame.years.every((year) => own.has(year)) && own.size > 1 : own.size > 1;
  const like = (isWhole ? [] : evidence.indicators).filter(
    (one) =>
      one.planId === match.planId &&
      one.scope === match.scope &&
      one.rows[0]?.measure === match.rows[0]?.measure &&
      (one.name.includes(match.name) || match.name.includes(one.name)),
  );
  const unit = match.rows.find((row) => row.value !== null)?.unit ?? '';
  const rows = [match, ...like].flatMap((one) => one.rows);
  return datedRows(
    rows.filter((row) => row.unit === unit || (unit !== '' && row.unit !== '' && sameKind(row.unit, unit))),
    wantsTarget(frame.question) && frame.years.length === 1,
  );
}

/** Where only the rate is named (保费收入年均要增长多少), the amount that it is the rate of. */
function amountOfRate({ matches, evidence, frame }: OperandRequest): Indicator[] {
  const rates = matches.flatMap(({ rows }) => rows.slice(0, 1));
  const amounts = rates.map((rate) =>
    evidence.collection.filter((row) => row.measure === 'level' && isYearlyRateOf(rate, row)),
  );
  const rows = amounts.find((list) => list.length > 0) ?? [];
  return datedRows(rows, wantsTarget(frame.question) && frame.years.length === 1);
}
