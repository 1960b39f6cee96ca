import { Exact } from '../quantity/exact.js';
import { formatQuantity } from '../quantity/format-quantity.js';
import { convert, sameKind } from '../quantity/units.js';
import type { Answer } from '../records.js';
import heads from './values-table.json' with { type: 'json' };

type Value = Answer['values'][number];

/**
 * The figures of an answer over several plans side by side, a row each, in the unit of the first of their
 * kind; undefined where all are of one plan.
 */
export function valuesTable({ values, citations, language }: Answer): string | undefined {
  const shown = values.filter(({ value }) => value !== null);
  if (new Set(shown.map(({ planId }) => planId)).size < 2) return undefined;
  const titles = new Map(citations.map(({ planId, planTitle }) => [planId, planTitle]));
  const rows = shown.map((one) => [
    titles.get(one.planId) ?? one.planId,
    [one.scope, one.name].filter((part) => part !== null).join(' '),
    one.year === null ? '–' : String(one.year),
    formatQuantity(inUnitOf(shown.find(({ unit }) => sameKind(unit, one.unit)) ?? one, one), language),
    `[${one.citation}]`,
  ]);
  const head = heads[language];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

function inUnitOf({ unit }: Value, { value, valueMax, unit: from, comparator }: Value) {
  const convertOne = (amount: number) => convert({ value: new Exact(amount), from, to: unit }).toNumber();
  return {
    value: convertOne(value ?? 0),
    valueMax: valueMax === null ? null : convertOne(valueMax),
    unit,
    comparator,
  };
}

/** A bar or a line break in a plan's words would start another cell. */
function cell(text: string): string {
  return text.replace(/\|/g, '／').replace(/\s+/g, ' ').trim();
}
