import type { Indicator } from '../records.js';
import { toCsv } from './to-csv.js';

const columns = [
  'planId',
  'name',
  'canonicalName',
  'scope',
  'value',
  'valueMax',
  'text',
  'unit',
  'comparator',
  'year',
  'measure',
  'kind',
  'attribute',
  'source',
  'sectionPath',
  'page',
  'quote',
] as const satisfies readonly (keyof Indicator)[];

/** What says which rows belong together; spreadsheets do without. */
const links = ['indicatorId', 'duplicates', 'conflicts'] as const satisfies readonly (keyof Indicator)[];

/** Figures as JSON: one array, the same keys in every entry. */
export function indicatorJson(rows: readonly Indicator[]): string {
  const keys = [...columns, ...links];
  const entries = rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])));
  return JSON.stringify(entries, null, 2);
}

/** Figures as CSV with a header; a section path is joined with " > ". */
export function indicatorCsv(rows: readonly Indicator[]): string {
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
  return toCsv([[...columns], ...cells]);
}

function cellOf(value: Indicator[keyof Indicator]): string | number {
  if (Array.isArray(value)) return value.join(' > ');
  return typeof value === 'boolean' ? String(value) : (value ?? '');
}

/** Figures as lines for people, under the plan and the section that they stand in. */
export function indicatorText(rows: readonly Indicator[]): string {
  const lines: string[] = [];
  const byId = new Map(rows.map((row) => [row.indicatorId, row]));
  let plan = '';
  let place = '';
  for (const row of rows) {
    const here = placeOf(row);
    if (row.planId !== plan) lines.push(...(plan === '' ? [] : ['']), row.planId);
    if (row.planId !== plan || here !== place) lines.push(`  ${here}`);
    lines.push(`    ${lineOf(row)}${disagreement(row, byId)}`);
    plan = row.planId;
    place = here;
  }
  return lines.length === 0 ? 'No figures.' : lines.join('\n');
}

function placeOf({ sectionPath, page }: Indicator): string {
  const path = sectionPath.join(' > ') || '(front)';
  return page === null ? path : `${path} (p. ${page})`;
}

/** ≠ 31家, where another place of the plan says something else. */
function disagreement({ conflicts }: Indicator, byId: ReadonlyMap<string, Indicator>): string {
  const others = conflicts.flatMap((id) => byId.get(id) ?? []);
  if (conflicts.length > 0 && others.length === 0) return ' ≠ elsewhere in the plan';
  return others
    .map((other) => ` ≠ ${figureOf(other)} (${other.sectionPath.at(-1) ?? other.source})`)
    .join('');
}

function lineOf(row: Indicator): string {
  const { name, scope, ownScope, year, yearFrom, kind, attribute } = row;
  const whose = ownScope || scope === null ? name : `${scope} · ${name}`;
  const when = yearFrom === null ? String(year ?? '—') : `${yearFrom}–${year ?? ''}`;
  const said = [when, kind, ...(attribute ? [attribute] : [])].join(', ');
  return `${whose}: ${figureOf(row)} (${said})`;
}

function figureOf({ value, valueMax, unit, comparator, text }: Indicator): string {
  if (value === null) return text;
  if (valueMax !== null) return `${value}–${valueMax}${unit}`;
  return `${comparator === '=' ? '' : comparator}${value}${unit}`;
}
