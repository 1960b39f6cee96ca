import { markdownTable, percent, writtenShare } from './markdown-table.js';
import type { QuestionResult } from './result.js';
import type { EvaluationFigures, GroupFigures } from './summarize.js';

/** Writes the figures as two Markdown tables and a list of the figures that were stated wrongly. */
export function renderReport(figures: EvaluationFigures, results: readonly QuestionResult[]): string {
  const parts = [
    markdownTable(['figure', 'value'], overallRows(figures)),
    groupTable(figures),
    wrongList(results),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function overallRows(figures: EvaluationFigures): string[][] {
  const rows: [string, string | undefined][] = [
    ['correct answers', withInterval(figures)],
    ['whole evidence in the first 8 passages', writtenShare(figures.evidenceIn8)],
    ['evidence cited (quotes)', writtenShare(figures.evidenceCited)],
    ['citations apt', writtenShare(figures.citationsApt)],
    ['unanswerable questions refused', writtenShare(figures.refusedRightly)],
    ['other questions refused', writtenShare(figures.refusedWrongly)],
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
    ...[correct, evidenceIn8, evidenceCited, citationsApt].map(writtenShare),
  ]);
  return markdownTable(
    ['questions', 'correct', 'evidence in first 8', 'evidence cited', 'citations apt'],
    rows,
  );
}

function wrongList(results: readonly QuestionResult[]): string {
  return results
    .flatMap(({ id, wrongFigures }) =>
      wrongFigures.map((one) => `- ${id}: states ${one.stated}; expected ${one.expected.join(', ')}`),
    )
    .join('\n');
}

function withInterval({ correct, correctInterval }: EvaluationFigures): string {
  if (!correctInterval) return writtenShare(correct);
  const [low, high] = correctInterval.map(percent);
  return `${writtenShare(correct)}, 95 % interval ${low}–${high} %`;
}

function milliseconds(value: number | null): string {
  return value === null ? '–' : `${Math.round(value)} ms`;
}
