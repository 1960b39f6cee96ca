import type { AnswerRecord } from '../records.js';
import { valuesTable } from './values-table.js';

/** An answer as a person reads it in the terminal: the text, figures of several plans as a table, then each citation with its quote. */
export function printAnswer({ answer, retrieved, dropped }: AnswerRecord): string {
  const citations = answer.citations.map((citation) => {
    const place = [citation.sectionPath.join(' > '), citation.page === null ? '' : `p. ${citation.page}`];
    const where = place.filter((part) => part !== '').join(', ');
    return `[${citation.n}] 《${citation.planTitle}》 ${where}: ${citation.quote.replace(/\s*[\t\n]\s*/g, '  ')}`;
  });
  const trace = [
    ...(retrieved ?? []).map(
      ({ score, planId, sectionPath, passage }) =>
        `  ${score.toFixed(2)} ${planId} ${sectionPath.join(' > ')}: ${passage.slice(0, 60).replace(/\s+/g, ' ')}…`,
    ),
    ...(dropped ?? []).map(({ text, reason }) => `  dropped: ${text} (${reason})`),
  ];
  const table = valuesTable(answer);
  return [
    answer.text,
    ...(table === undefined ? [] : ['', table]),
    ...(citations.length > 0 ? ['', ...citations] : []),
    ...(trace.length > 0 ? ['', 'Trace:', ...trace] : []),
  ].join('\n');
}
