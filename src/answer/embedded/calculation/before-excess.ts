import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import words from './calculation-terms.json' with { type: 'json' };
import { ofRows } from './pair-operands.js';
import type { OperandRequest } from './request.js';
import { rowsOfPassages } from './rows-in-passage.js';
import type { Operands } from './term.js';

const excess = new RegExp(words.excess);

/** What was aimed at: what was reached, less what the plan says that it is above its target by. */
export function beforeExcess(request: OperandRequest): Operands | undefined {
  const { wish, evidence, frame, setting } = request;
  const [given] = wish.given;
  if (!given || wish.given.length > 1) return undefined;
  for (const rows of rowsOfPassages(evidence)) {
    const above = rows.filter(
      ({ name, value, unit }) => excess.test(name) && value === given.value && unit === given.unit,
    );
    const [only] = above;
    const reached = only && rows.find((row) => isReached(row, only));
    if (only && reached && above.length === 1)
      return ofRows([reached, only], 'difference', { frame, setting });
  }
  return undefined;
}

/** The figure whose name the excess goes on from, of the same years. */
function isReached(row: Indicator, above: Indicator): boolean {
  const [name = ''] = above.name.split(excess);
  return (
    row !== above &&
    row.year === above.year &&
    row.yearFrom === above.yearFrom &&
    row.scope === above.scope &&
    coreName(row.name) === coreName(name)
  );
}
