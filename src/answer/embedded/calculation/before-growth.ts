import { lookUpUnit } from '../../../quantity/units.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import { fillTemplate } from '../fill-template.js';
import words from './calculation-terms.json' with { type: 'json' };
import { courseOf } from './course-operands.js';
import { ownTerm, rowsStating } from './given-term.js';
import { isGrowth } from './is-growth.js';
import { isRatio, type OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Operands, Term } from './term.js';

const yearly = new RegExp(words.yearlyGrowth, 'i');
const fall = new RegExp(words.fall, 'i');
const sinceYear = new RegExp(words.sinceYear, 'i');

/** An amount and the growth that led to it give what it was before, where that growth is of the years between. */
export function beforeGrowth(request: OperandRequest): Operands | undefined {
  const { wish, frame } = request;
  const rate = wish.given.find((given) => lookUpUnit(given.unit)?.kind === 'ratio' && isGrowth(given));
  const amount = rate && amountAfter(request, rate);
  const year = amount?.operand.year ?? null;
  if (!rate || !amount || year === null) return undefined;
  const asked = frame.years.find((one) => one < year) ?? year - 1;
  const gap = year - asked;
  const isYearly = yearly.test(rate.lead);
  // Growth over one year is not that over several, unless the question says since when.
  if (gap > 1 && !isYearly && !sinceYear.test(frame.question)) return undefined;
  const base = `(1 ${fall.test(rate.lead) ? '-' : '+'} b)`;
  return {
    kind: 'terms',
    operation: 'before_growth',
    terms: [amount, rateTerm(rate, year, request)],
    options: {
      expression: isYearly && gap > 1 ? `a / ${base}^${gap}` : `a / ${base}`,
      unit: amount.operand.unit,
      year: asked,
    },
  };
}

/** The amount that the growth led to: the one quoted, or the plan's of the later year of the question. */
function amountAfter(request: OperandRequest, rate: GivenFigure): Term | undefined {
  const { frame, setting } = request;
  const { rows, own, quoted } = courseOf(request);
  const [given] = own;
  const later = Math.max(...frame.years, 0);
  if (given) {
    const dated = { ...given, year: given.year ?? rate.year ?? (later || null) };
    return ownTerm(dated, rows[0]?.name ?? '', frame.language);
  }
  const row = quoted.find((one) => !isRatio(one)) ?? rows.find((one) => one.year === later && !isRatio(one));
  return row && rowTerm(row, frame, setting);
}

function rateTerm(given: GivenFigure, year: number, { evidence, frame, setting }: OperandRequest): Term {
  // The year beside a rate may be the one that it counts from (比2015年增长).
  const rate = { ...given, year: null };
  const stated = rowsStating(rate, evidence.collection, frame.question).find(
    (row) => row.measure === 'rate' && row.year === year,
  );
  return stated
    ? rowTerm(stated, frame, setting)
    : ownTerm(rate, fillTemplate(frame.language, 'growthName'), frame.language);
}
