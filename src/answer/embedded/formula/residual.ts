import { sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { isRatio } from '../calculation/request.js';
import { type Description, describe } from './describe.js';
import type { Figure } from './figure-pool.js';
import { fitsOf } from './fit.js';
import type { Formula, Request } from './formula.js';
import { sumOf } from './groups.js';
import type { Ground } from './set-against.js';

/** What is left of a whole without parts that the question lists. */
export function leftOver({ frame }: Request, { pool, asked }: Ground): Formula | undefined {
  const [whole, without] = frame.calculation?.operands ?? [];
  if (!whole || !without) return undefined;
  const years = whole.years.length > 0 ? whole.years : frame.years;
  const parts = without.text.split(listMarks).filter((part) => part.trim() !== '');
  const rows = residual(
    describe(whole.text, { ...whole, years, given: [] }, frame),
    parts.map((part) => describe(part, { plans: whole.plans, years }, frame)),
    pool,
    asked,
  );
  return (
    rows && { operation: 'evaluate', operands: rows.map((row) => [row]), expression: signed(rows.length) }
  );
}

const listMarks = /[、，,]|以及|[和与及]/;

/** a - b - c */
function signed(count: number): string {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at)).join(' - ');
}

/** What is left of a whole without some of its parts, all of which one sentence or table gives: the whole first. */
function residual(
  whole: Description,
  parts: readonly Description[],
  pool: readonly Figure[],
  asked: string,
): Indicator[] | undefined {
  const wholes = fitsOf(whole, pool, asked).filter(({ figure: { row } }) => !isRatio(row));
  for (const { figure } of wholes) {
    const beside = pool.filter(
      ({ row }) =>
        row !== figure.row &&
        row.passageId === figure.row.passageId &&
        sameKind(row.unit, figure.row.unit) &&
        (row.year === figure.row.year || row.year === null),
    );
    const rows = parts.flatMap((part) => fitsOf(part, beside, asked)[0]?.figure.row ?? []);
    const isEach = rows.length === parts.length && new Set(rows).size === rows.length;
    if (isEach && sumOf(rows) < (figure.row.value ?? 0)) return [figure.row, ...rows];
  }
  return undefined;
}
