import type { Indicator } from '../../src/records.js';
import { plainName } from './plain-name.js';

/** A row that states a number. */
export type Stated = Indicator & { value: number };

/** Finds the stated values of a thing by its name, whoever else has one of the same name. */
export interface Figures {
  all: readonly Stated[];
  /** Values of a thing in a year and scope, those nearest to `near` first. */
  of(request: {
    names: readonly string[];
    year: number;
    near: Indicator;
    kinds?: readonly Indicator['kind'][];
  }): Stated[];
  /** Values of a thing in the sentence or table row of `near`. */
  in(request: { names: readonly string[]; near: Indicator; kinds: readonly Indicator['kind'][] }): Stated[];
}

/** Indexes the levels and totals of a plan by every name that they go by. */
export function createFigures(indicators: readonly Indicator[]): Figures {
  const all = indicators.filter(isStated);
  const byName = new Map<string, Stated[]>();
  for (const row of all.filter(({ measure }) => measure === 'level' || measure === 'cumulative')) {
    for (const name of namesOf(row)) byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const called = (names: readonly string[]) => [
    ...new Set(names.flatMap((name) => byName.get(plainName(name)) ?? [])),
  ];
  return {
    all,
    in: ({ names, near, kinds }) =>
      called(names).filter(
        (row) => row.quote === near.quote && row.passageId === near.passageId && kinds.includes(row.kind),
      ),
    of: ({ names, year, near, kinds }) => {
      return called(names)
        .filter((row) => row.year === year && sameScope(row, near) && (kinds?.includes(row.kind) ?? true))
        .sort((a, b) => closeness(b, near) - closeness(a, near));
    },
  };
}

export function namesOf({ name, canonicalName }: Pick<Indicator, 'name' | 'canonicalName'>): string[] {
  return [...new Set([plainName(name), plainName(canonicalName)])];
}

export function sameScope(a: Indicator, b: Indicator): boolean {
  return a.ownScope && b.ownScope ? true : a.ownScope === b.ownScope && a.scope === b.scope;
}

function isStated(row: Indicator): row is Stated {
  return row.value !== null;
}

/** The figure that a sentence or table itself gives counts before one from elsewhere in the plan. */
function closeness(row: Indicator, near: Indicator): number {
  return (
    (row.quote === near.quote ? 8 : 0) +
    (row.passageId === near.passageId ? 4 : 0) +
    (row.comparator === '=' ? 2 : 0) +
    (row.source === near.source ? 1 : 0)
  );
}
