import type { Indicator } from '../../../records.js';
import { sameKind } from '../../../quantity/units.js';
import { isRatio } from '../calculation/request.js';
import type { Description } from './describe.js';
import type { Figure } from './figure-pool.js';
import { fitsOf } from './fit.js';
import { sumOf } from './groups.js';

/** What is left of a whole without some of its parts, all of which one sentence or table gives: the whole first. */
export function residual(
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
