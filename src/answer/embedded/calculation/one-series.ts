import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import { isShortFor } from './is-short-for.js';
import type { OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Operands } from './term.js';

/**
 * Two years of one thing are taken from one series: where the row of a table gives both years, a figure that goes by
 * another name elsewhere (上市企业9家 beside 上市（挂牌）公司257家) counts otherwise and is not set against it.
 */
export function inOneSeries(request: OperandRequest, found: Operands | undefined): Operands | undefined {
  if (found?.kind !== 'terms' || found.terms.length !== 2 || request.frame.plans.length > 1) return found;
  const [first, second] = found.terms.map(({ row }) => row);
  if (!first || !second || first.year === second.year || first.planId !== second.planId) return found;
  if (first.scope !== second.scope || first.name === second.name) return found;
  if (first.canonicalName !== second.canonicalName && !isOneSubject(request)) return found;
  const [earlier, later] = (first.year ?? 0) < (second.year ?? 0) ? [first, second] : [second, first];
  const beside = earlierOf(later, earlier.year, request.evidence.collection);
  if (!beside) return found;
  const terms = found.terms.map((term) =>
    term.row === earlier ? rowTerm(beside, request.frame, request.setting) : term,
  );
  return { ...found, terms };
}

/** Only one of the parts names a thing; the other is its year alone. */
function isOneSubject({ wish }: OperandRequest): boolean {
  const named = wish.operands.filter(({ text }) => text.replace(/[\d年末底目标的值\s]/g, '') !== '');
  return named.length < 2;
}

/** The earlier figure in the table's row that gives the later one, under a name that holds all of the later one's. */
function earlierOf(
  later: Indicator,
  year: number | null,
  collection: readonly Indicator[],
): Indicator | undefined {
  const tables = collection.filter(
    (row) =>
      row.source === 'table' &&
      row.planId === later.planId &&
      row.scope === later.scope &&
      row.unit === later.unit &&
      row.measure === later.measure &&
      row.value !== null,
  );
  const twin = tables.find(
    (row) =>
      row.year === later.year &&
      row.value === later.value &&
      isShortFor(coreName(later.name), coreName(row.name)),
  );
  return tables.find(
    (row) => row.passageId === twin?.passageId && row.quote === twin.quote && row.year === year,
  );
}
