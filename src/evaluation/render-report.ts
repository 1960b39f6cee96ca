import type { QuestionResult } from './result.js';
import type { Share } from './score-evidence.js';
import type { EvaluationFigures, GroupFigures } from './summarize.js';

/** Writes the figures as two Markdown tables and a list of the figures that were stated wrongly. */
export function renderReport(figures: EvaluationFigures, results: readonly QuestionResult[]): string {
  const parts = [table(['figure', 'value'], overallRows(figures)), groupTable(figures), wrongList(results)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function overallRows(figures: EvaluationFigures): string[][] {
  const rows: [string, string | undefined][] = [
    ['correct answers', withInterval(figures)],
    ['whole evidence in the first 8 passages', written(figures.evidenceIn8)],
    ['evidence cited (quotes)', written(figures.evidenceCited)],
    ['citations apt', written(figures.citationsApt)],
    ['unanswerable questions refused', written(figures.refusedRightly)],
    ['other questions refused', written(figures.refusedWrongly)],
    ['figures stated wrongly', `${figures.wrongFigures}`],
    ['claims dropped by verification', figures.dropped === null ? undefined : `${figures.dropped}`],
    ['questions that ended in an error', figures.failed === 0 ? undefined : `${figures.failed}`],
    [
      'time an answer',
      `p50 ${milliseconds(figures.timingMs.p50)}, p95 ${milliseconds(figures.timingMs.p95)}`,
    ],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function groupTable({ byType, byLanguage }: EvaluationFigures): string {
  const groups: [string, GroupFigures][] = [...Object.entries(byType), ...Object.entries(byLanguage)];
  const rows = groups.map(([name, { correct, evidenceIn8, evidenceCited, citationsApt }]) => [
    name,
    ...[correct, evidenceIn8, evidenceCited, citationsApt].map(written),
  ]);
  return table(['questions', 'correct', 'evidence in first 8', 'evidence cited', 'citations apt'], rows);
}

function wrongList(results: readonly QuestionResult[]): string {
  return results
    .flatMap(({ id, wrongFigures }) =>
      wrongFigures.map((one) => `- ${id}: states ${one.stated}; expected ${one.expected.join(', ')}`),
    )
    .join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function withInterval({ correct, correctInterval }: EvaluationFigures): string {
  if (!correctInterval) return written(correct);
  const [low, high] = correctInterval.map(percent);
  return `${written(correct)}, 95 % interval ${low}–${high} %`;
}

function written({ found, of }: Share): string {
  return of === 0 ? '–' : `${found} of ${of} (${percent(found / of)} %)`;
}

function percent(fraction: number): string {
  return (fraction * 100).toFixed(1);
}

function milliseconds(value: number | null): string {
  return value === null ? '–' : `${Math.round(value)} ms`;
}
