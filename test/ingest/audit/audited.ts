import { auditPlan } from '../../../ingest/audit/audit-plan.js';
import { extractIndicators } from '../../../ingest/indicators/extract.js';
import { readPlanHead } from '../../../ingest/plan-record.js';
import type { Passage } from '../../../src/records.js';
import type { Finding } from '../../../src/store/rows.js';
import { readPlan } from '../../setup/read-plan.js';

/** A plan's findings as the pipeline computes them, with the passages that they quote. */
export function audited(
  source: string,
  planId = 'plan',
): { findings: Finding[]; passages: Passage[]; took: number } {
  const { document, sections, passages } = readPlan(source, planId);
  const head = readPlanHead(document, planId);
  const indicators = extractIndicators({ planId, head, sections, passages });
  const started = performance.now();
  const findings = auditPlan({ planId, head, sections, passages, indicators, contents: document.contents });
  return { findings, passages, took: performance.now() - started };
}

/** A plan of that text, of a city and period that are nobody's. */
export function planOf(body: string): string {
  return `---\ntitle: 江城市“十四五”金融业发展规划\nperiod: 2021-2025\nregion: 江城市\n---\n\n${body}\n`;
}

/** One line a finding, to compare. */
export function told({ kind, certainty, stated, computed }: Finding): string {
  return `${kind}, ${certainty}: ${stated} ≠ ${computed}`;
}
