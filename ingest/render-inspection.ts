import type { Inspection } from './inspect-file.js';

const longestItem = 40;

/** Sets out for a person what was made of a file: record, outline, tables, definitions, warnings. */
export function renderInspection(inspection: Inspection): string {
  const { sections, tables, definitions, passages, warnings } = inspection;
  const parts = [
    ['Plan', recordLines(inspection)],
    [`Outline (${sections.length} sections, ${passages.length} passages)`, outlineLines(inspection)],
    [`Tables (${tables.length})`, tables.flatMap(tableLines)],
    [`Definitions (${definitions.length})`, definitions.map(({ term, text }) => `${term}: ${text}`)],
    [`Warnings (${warnings.length})`, warnings],
  ] as const;
  return parts
    .map(([title, lines]) => `${[title, ...lines.map((line) => `  ${line}`)].join('\n')}\n`)
    .join('\n');
}

function recordLines({ plan }: Inspection): string[] {
  return Object.entries(plan)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`);
}

/** Each section with its page, and how many passages stand under exactly its path. */
function outlineLines({ sections, passages }: Inspection): string[] {
  const counts = new Map<string, number>();
  for (const { sectionPath } of passages) {
    const path = sectionPath.join('\n');
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return sections.flatMap(({ level, title, path, page, responsible = [], items = [] }) => {
    const count = counts.get(path.join('\n')) ?? 0;
    const notes = [count === 0 ? '' : `${count} passages`, page === null ? '' : `page ${page}`];
    const note = notes.filter((one) => one !== '').join(', ');
    const indent = '  '.repeat(level - 1);
    const roles = responsible.map(({ role, units }) => `${indent}    ${role}: ${units.join(', ')}`);
    const listed = items.map(({ mark, text }) => `${indent}    ${mark} ${shortened(text)}`);
    return [`${indent}${title}${note === '' ? '' : `  [${note}]`}`, ...roles, ...listed];
  });
}

/** The beginning of an item, which is enough to find it by; JSON has all of it. */
function shortened(text: string): string {
  return text.length > longestItem ? `${text.slice(0, longestItem)}…` : text;
}

function tableLines({ caption, header, rows, page }: Inspection['tables'][number]): string[] {
  const place = page === null ? '' : `  [page ${page}]`;
  const lines = [header, ...rows].map((row) => `| ${row.join(' | ')} |`);
  return [`${caption ?? '(no caption)'}${place}`, ...lines, ''];
}
