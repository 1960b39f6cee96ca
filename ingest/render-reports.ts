import type { FileReport } from './file-report.js';

/** A line a file, its warnings under it, and a line for the whole run. */
export function renderReports(reports: readonly FileReport[], seconds: number): string {
  return `${reports.map(fileLines).join('')}${totalLine(reports, seconds)}\n`;
}

function fileLines(report: FileReport): string {
  const { file, status, warnings } = report;
  const notes = warnings.map((one) => `  ${status === 'read' ? 'warning: ' : ''}${one}\n`).join('');
  if (status === 'read') return `${file}: ${readLine(report)}\n${notes}`;
  return `${file}: ${status === 'failed' ? 'not read' : status}\n${notes}`;
}

function readLine({
  format,
  pages,
  sections,
  passages,
  tables,
  indicators,
  milliseconds,
}: FileReport): string {
  const counts = [
    ...(pages === null ? [] : [`${pages} pages`]),
    `${sections} sections`,
    `${passages} passages`,
    `${tables} tables`,
    `${indicators} indicators`,
  ];
  return [format, ...counts, `${milliseconds} ms`].join(', ');
}

function totalLine(reports: readonly FileReport[], seconds: number): string {
  const statuses = ['read', 'unchanged', 'failed', 'missing', 'removed'] as const;
  const counts = statuses
    .map((status) => [status, reports.filter((report) => report.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status === 'failed' ? 'not read' : status}`);
  const passages = reports.reduce((sum, report) => sum + report.passages, 0);
  return `${reports.length} files: ${counts.join(', ')}; ${passages} new passages; ${seconds.toFixed(1)} s`;
}
