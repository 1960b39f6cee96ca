import { sameQuantity } from '../../quantity/same-quantity.js';
import type { Plan } from '../../records.js';
import type { Figure } from './figure.js';
import type { CitedRow } from './rows-of-answer.js';

/** The figures of an answer, each once with all its places, by indicator and year. */
export function collectFigures(rows: readonly CitedRow[], plans: readonly Plan[]): Figure[] {
  const figures: Figure[] = [];
  for (const cited of rows) {
    if (cited.row.value === null) continue;
    const figure = toFigure(cited, plans);
    const known = figures.find((one) => isSame(one, figure));
    if (known === undefined) figures.push(figure);
    else known.citations = [...new Set([...known.citations, ...figure.citations])].sort((a, b) => a - b);
  }
  return figures.sort((a, b) => order(a, figures) - order(b, figures) || (a.year ?? 0) - (b.year ?? 0));
}

/** Where the figure's plan first came up, so that plans keep the answer's order. */
function order(figure: Figure, all: readonly Figure[]): number {
  const first = (one: Figure): number => Math.min(...one.citations);
  return Math.min(...all.filter(({ planId }) => planId === figure.planId).map(first));
}

function toFigure({ row, citations }: CitedRow, plans: readonly Plan[]): Figure {
  const { planId, name, value, valueMax, unit, comparator, year, measure, kind, scope } = row;
  const plan = plans.find((one) => one.planId === planId);
  const subject = (row.ownScope ? plan?.region : scope) ?? plan?.title ?? planId;
  return { subject, planId, name, value, valueMax, unit, comparator, year, measure, kind, citations };
}

function isSame(a: Figure, b: Figure): boolean {
  if (a.planId !== b.planId || a.subject !== b.subject || a.year !== b.year || a.measure !== b.measure)
    return false;
  if (a.value === null || b.value === null) return false;
  return sameQuantity({ ...a, value: a.value }, { ...b, value: b.value }, { comparators: 'strict' });
}
