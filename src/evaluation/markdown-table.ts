import type { Share } from './score-evidence.js';

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** 3 of 4 (75.0 %), or a dash for none of none. */
export function writtenShare({ found, of }: Share): string {
  return of === 0 ? '–' : `${found} of ${of} (${percent(found / of)} %)`;
}

/** A fraction in percent, with one decimal. */
export function percent(fraction: number): string {
  return (fraction * 100).toFixed(1);
}
