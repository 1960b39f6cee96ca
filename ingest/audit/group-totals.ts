import { parseQuantity } from '../../src/quantity/parse-quantity.js';
import { lookUpUnit } from '../../src/quantity/units.js';
import type { Passage } from '../../src/records.js';
import type { Table } from '../blocks.js';
import type { Section } from '../structure.js';
import type { FindingDraft } from './draft.js';
import type { Figures, Stated } from './figures.js';
import { intervalOf, overlap } from './interval.js';
import { quotesOf } from './quote-of.js';
import { shown } from './show.js';

interface Group {
  label: string;
  year: number;
  sum: number;
  unit: string;
  quotes: string[];
  values: number[];
}

const yearColumn = /^(20\d\d)\s*年?(?:目标值?|末)?$/;
const fewestRows = 2;
const shortestLabel = 3;

/** What a table counts under one heading against the number that the text gives for all of it. */
export function checkGroupTotals({
  figures,
  sections,
  passages,
}: {
  figures: Figures;
  sections: readonly Section[];
  passages: readonly Passage[];
}): FindingDraft[] {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const groups = tables.flatMap(groupsOf);
  const stated = figures.all.filter(({ source, kind }) => source === 'prose' && kind === 'target');
  return groups.flatMap((group) =>
    stated.filter((row) => isAbout(row, group)).flatMap((row) => findingOf({ row, group, passages })),
  );
}

/** Rows under one filled cell of a heading column, a group for each year. */
function groupsOf({ header, rows }: Table): Group[] {
  const unitColumn = header.indexOf('单位');
  const labels = header.findIndex((_, at) => isHeadingColumn(rows, at));
  if (unitColumn < 0 || labels < 0 || labels >= unitColumn) return [];
  const years = header.flatMap((title, at) => {
    const [, year] = yearColumn.exec(title) ?? [];
    return year === undefined ? [] : [{ at, year: Number(year) }];
  });
  return runsOf(rows, labels).flatMap((run) =>
    years.flatMap(
      ({ at, year }) => groupOf({ run, label: run[0]?.[labels] ?? '', unitColumn, at, year }) ?? [],
    ),
  );
}

/** A column that names several rows at once: once for all of them, or again in each. */
function isHeadingColumn(rows: readonly string[][], at: number): boolean {
  const cells = rows.map((row) => row[at] ?? '');
  return (
    cells[0] !== '' && cells.some((cell, index) => index > 0 && (cell === '' || cell === cells[index - 1]))
  );
}

function runsOf(rows: readonly string[][], labels: number): string[][][] {
  const runs: string[][][] = [];
  for (const row of rows) {
    const label = row[labels] ?? '';
    if (runs.length === 0 || (label !== '' && label !== runs.at(-1)?.[0]?.[labels])) runs.push([row]);
    else runs.at(-1)?.push(row);
  }
  return runs.filter((run) => run.length >= fewestRows);
}

function groupOf({
  run,
  label,
  unitColumn,
  at,
  year,
}: {
  run: readonly string[][];
  label: string;
  unitColumn: number;
  at: number;
  year: number;
}): Group | undefined {
  const units = new Set(run.map((row) => row[unitColumn]));
  const values = run.map((row) => parseQuantity(row[at] ?? '')?.value);
  const [unit = ''] = units;
  if (units.size !== 1 || lookUpUnit(unit)?.kind !== 'count' || label.length < shortestLabel)
    return undefined;
  const known = values.flatMap((value) => value ?? []);
  if (known.length !== run.length) return undefined;
  const sum = known.reduce((all, value) => all + value, 0);
  return { label, year, sum, unit, values: known, quotes: run.map((row) => row.join('\t').trim()) };
}

function isAbout(row: Stated, { label, year, unit }: Group): boolean {
  return row.name.endsWith(label) && row.year === year && row.unit === unit && row.ownScope;
}

function findingOf({
  row,
  group,
  passages,
}: {
  row: Stated;
  group: Group;
  passages: readonly Passage[];
}): FindingDraft[] {
  const { label, sum, unit, values, quotes } = group;
  const stated = intervalOf(row);
  const places = quotes.flatMap((quote) => {
    const passage = passages.find(({ text }) => text.includes(quote));
    return passage ? [{ passageId: passage.passageId, quote }] : [];
  });
  if (!stated || overlap(stated, { low: sum, high: sum }) || places.length < quotes.length) return [];
  return [
    {
      kind: 'prose_table',
      certainty: 'definition',
      about: row.name,
      stated: shown(row),
      computed: `${sum}${unit}`,
      note: `正文为${shown(row)}，表中“${label}”各项合计${values.join(' + ')} = ${sum}${unit}；口径可能不同。`,
      quotes: [...quotesOf([row]), ...places],
    },
  ];
}
