import type { Indicator } from '../records.js';
import type { CheckedIndicator } from './checked-indicator.js';
import { markdownTable, writtenShare } from './markdown-table.js';
import type { IndicatorGroup, IndicatorScore } from './score-indicators.js';

const titles: readonly [IndicatorGroup, string][] = [
  ['all', 'all'],
  ['table', 'in tables'],
  ['prose', 'in prose'],
  ['proseTargets', 'targets in prose'],
];

/** Writes how the extraction did as a Markdown table. */
export function renderIndicators({ figures }: IndicatorScore): string {
  const rows = titles.map(([group, title]) => {
    const { recall, precisionProxy } = figures[group];
    return [title, writtenShare(recall), writtenShare(precisionProxy)];
  });
  return markdownTable(['indicators', 'recall', 'precision (rows that were checked)'], rows);
}

/** Lists the checked indicators that were missed, and the rows that are none of them. */
export function renderIndicatorFailures({ missed, unmatched }: IndicatorScore): string {
  const parts = [
    list('Checked indicators that no row stands for:', missed.map(lineOfChecked)),
    list('Rows that are no checked indicator:', unmatched.map(lineOfRow)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  - ${line}`)].join('\n');
}

function lineOfChecked({ plan, name, raw, year, kind, source }: CheckedIndicator): string {
  return `${plan}: ${name} ${raw} (${year ?? '—'}, ${kind}, ${source})`;
}

function lineOfRow({ planId, name, text, year, kind, source }: Indicator): string {
  return `${planId}: ${name} ${text} (${year ?? '—'}, ${kind}, ${source})`;
}
