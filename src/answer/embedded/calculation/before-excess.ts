import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import words from './calculation-terms.json' with { type: 'json' };
import { ownTerm, rowsStating } from './given-term.js';
import { ofRows } from './pair-operands.js';
import { isRatio, type OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import { rowsOfPassages } from './rows-in-passage.js';
import type { Operands } from './term.js';

const excess = new RegExp(words.excess);
const above = new RegExp(words.aboveTarget);
const shortfall = new RegExp(words.shortfall);
/** What the question names less well is not what missed its target. */
const leastScore = 0.5;

/** What was aimed at: what was reached, less or plus what it is above or below its target by. */
export function beforeExcess(request: OperandRequest): Operands | undefined {
  const gap = gapOf(request);
  if (!gap) return undefined;
  return asStated(gap, request) ?? asTold(gap, request);
}

/** The figure of the question by which the target was exceeded or missed. */
function gapOf({ wish }: OperandRequest): GivenFigure | undefined {
  const [only, ...more] = wish.given;
  if (more.length === 0) return only;
  const gaps = wish.given.filter(({ unit }) => lookUpUnit(unit)?.kind === 'percentagePoints');
  const told = gaps.length > 0 ? gaps : wish.given.filter(({ lead }) => isOfTarget(lead));
  return told.length === 1 && wish.given.length === 2 ? told[0] : undefined;
}

function isOfTarget(text: string): boolean {
  return [excess, above, shortfall].some((one) => one.test(text));
}

/** The plan says by how much it is above its target. */
function asStated(gap: GivenFigure, { evidence, frame, setting }: OperandRequest): Operands | undefined {
  for (const rows of rowsOfPassages(evidence)) {
    const found = rows.filter(
      ({ name, value, unit }) => excess.test(name) && value === gap.value && unit === gap.unit,
    );
    const [only] = found;
    const reached = only && rows.find((row) => isReached(row, only));
    if (only && reached && found.length === 1)
      return ofRows([reached, only], 'difference', { frame, setting });
  }
  return undefined;
}

/** The question says so itself, of a figure that the plan gives. */
function asTold(gap: GivenFigure, request: OperandRequest): Operands | undefined {
  const { frame, setting, evidence } = request;
  const isBelow = shortfall.test(frame.question);
  const isAbove = excess.test(frame.question) || above.test(frame.question);
  const reached = reachedRow(gap, request);
  if (!reached || isBelow === isAbove) return undefined;
  const isPoints = lookUpUnit(gap.unit)?.kind === 'percentagePoints';
  if (isPoints ? reached.unit !== '%' : reached.unit !== gap.unit) return undefined;
  const [stated] = rowsStating(gap, evidence.collection, frame.question).filter(({ name }) =>
    isOfTarget(name),
  );
  const term = stated ? rowTerm(stated, frame, setting) : ownTerm({ ...gap, year: null }, '', frame.language);
  return {
    kind: 'terms',
    operation: 'before_change',
    terms: [rowTerm(reached, frame, setting), term],
    options: { direction: isBelow ? 'fall' : 'rise', of: 'target' },
  };
}

/** The figure that the question quotes, or the one that it names, of the only year that it says. */
function reachedRow(
  gap: GivenFigure,
  { wish, evidence, frame, matches }: OperandRequest,
): Indicator | undefined {
  const quoted = wish.given.find((one) => one !== gap);
  if (quoted)
    return rowsStating({ ...quoted, year: null }, evidence.collection, frame.question).find(
      ({ kind, planId }) => kind !== 'target' && (frame.plans.length === 0 || frame.plans.includes(planId)),
    );
  const [best] = matches;
  if (!best || best.score < leastScore) return undefined;
  return best.rows.find(
    (row) =>
      row.value !== null &&
      row.valueMax === null &&
      row.kind !== 'target' &&
      (isRatio(row) || row.unit === gap.unit) &&
      (frame.years.length === 0 || (row.year !== null && frame.years.includes(row.year))),
  );
}

/** The figure whose name the excess goes on from, of the same years. */
function isReached(row: Indicator, over: Indicator): boolean {
  const [name = ''] = over.name.split(excess);
  return (
    row !== over &&
    row.year === over.year &&
    row.yearFrom === over.yearFrom &&
    row.scope === over.scope &&
    coreName(row.name) === coreName(name)
  );
}
