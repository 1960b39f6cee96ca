import { sameQuantity } from '../../../quantity/same-quantity.js';
import { sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { OperandPhrase } from '../../understand/resolve-calculation.js';
import { quantityOf } from '../choose-rows.js';
import { isRatio, type OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import { type Naming, namings, rowsOfPassages } from './rows-in-passage.js';
import type { Operands } from './term.js';

/** A figure is meant where its name holds this much of what the question calls it. */
const leastSaid = 0.7;
/** … and where the question quotes the figure itself, this much. */
const leastSaidOfQuoted = 0.3;

/**
 * The figures that the parts of a question name where all of them stand in one of the passages that answer it
 * best: what one statement gives side by side (共113家，其中A股88家) belongs together.
 */
export function inOnePassage(request: OperandRequest): Operands | undefined {
  const { wish, evidence, frame, setting } = request;
  if (wish.operands.length < 2) return undefined;
  for (const rows of rowsOfPassages(evidence)) {
    const chosen = assigned(wish.operands, rows, request);
    if (chosen && belongTogether(chosen, request))
      return {
        kind: 'terms',
        operation: wish.operation,
        terms: chosen.map((row) => rowTerm(row, frame, setting)),
        options: {},
      };
  }
  return undefined;
}

/** A row for each part, the part that names its row best first; undefined where one has none, or several alike. */
function assigned(
  phrases: readonly OperandPhrase[],
  rows: readonly Indicator[],
  { frame }: OperandRequest,
): Indicator[] | undefined {
  const chosen = new Map<OperandPhrase, Indicator>();
  while (chosen.size < phrases.length) {
    const taken = [...chosen.values()];
    const open = phrases.filter((phrase) => !chosen.has(phrase));
    const best = open
      .map((phrase) => ({ phrase, named: namedBy(phrase, rows, taken, frame.years) }))
      .sort((a, b) => rankOf(b.named[0]) - rankOf(a.named[0]))[0];
    const [first, second] = best?.named ?? [];
    if (!best || !first || (second && isAlike(first, second))) return undefined;
    chosen.set(best.phrase, first.row);
  }
  return phrases.flatMap((phrase) => chosen.get(phrase) ?? []);
}

function namedBy(
  { text, given, years }: OperandPhrase,
  rows: readonly Indicator[],
  taken: readonly Indicator[],
  asked: readonly number[],
): Naming[] {
  const [quoted] = given;
  const among = years.length > 0 ? years : asked;
  const open = rows.filter(
    (row) =>
      !isRatio(row) &&
      !taken.some((one) => one === row || isSameFigure(one, row)) &&
      (among.length === 0 || row.year === null || among.includes(row.year)),
  );
  const fitting = quoted
    ? open.filter((row) => {
        const quantity = quantityOf(row);
        return quantity !== undefined && sameQuantity(quantity, quoted);
      })
    : open;
  return namings(text, fitting).filter(({ said }) => said >= (quoted ? leastSaidOfQuoted : leastSaid));
}

function rankOf(naming: Naming | undefined): number {
  return naming ? naming.said + naming.exact : -1;
}

/** Which of two is meant stays open, where they are named equally well and differ. */
function isAlike(a: Naming, b: Naming): boolean {
  return a.said === b.said && a.exact === b.exact && !isSameFigure(a.row, b.row);
}

function isSameFigure(a: Indicator, b: Indicator): boolean {
  return a.name === b.name && a.scope === b.scope && a.year === b.year && a.value === b.value;
}

function belongTogether(rows: readonly Indicator[], { wish }: OperandRequest): boolean {
  const [first, ...rest] = rows;
  if (!first) return false;
  // Members of a list may be those of several bodies (主板、股权交易中心).
  const like = rest.every(
    (row) =>
      sameKind(row.unit, first.unit) && (wish.isList || row.scope === first.scope) && row.year === first.year,
  );
  return like && (wish.operation !== 'share' || (first.value ?? 0) <= (rest[0]?.value ?? 0));
}
