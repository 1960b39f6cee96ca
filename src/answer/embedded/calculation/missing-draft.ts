import { type Draft, emptyDraft } from '../../draft.js';
import { fillTemplate } from '../fill-template.js';
import { indicatorClaim } from '../indicator-claims.js';
import { nameIndicator } from '../name-indicator.js';
import type { OperandRequest } from './request.js';
import type { Missing, Operands } from './term.js';

const mostRows = 4;

/** Says which figure a calculation lacks, with the figures of it that there are; nothing is worked out. */
export function missingDraft(
  { missing, known }: Operands & { kind: 'missing' },
  { frame, setting }: OperandRequest,
): Draft | undefined {
  const [first] = missing;
  if (!first) return undefined;
  const names = missing.map((one) => nameOf(one, frame.language, setting));
  const rows = [...known.flatMap(({ row }) => row ?? []), ...missing.flatMap((one) => one.rows)];
  const there = rows.filter((row, at) => at === rows.indexOf(row)).slice(0, mostRows);
  const claims = there.flatMap((row) => indicatorClaim({ row, baseline: undefined, setting }) ?? []);
  const lead = fillTemplate(frame.language, claims.length > 0 ? 'cannotWorkOut' : 'cannotWorkOutAtAll', {
    missing: names.join(frame.language === 'zh' ? '、' : ', '),
  });
  const isYear = missing.every((one) => one.rows.length > 0);
  return emptyDraft({
    status: 'refused',
    reason: isYear ? 'no_such_year' : 'not_in_plans',
    lead,
    claims,
    layout: 'bullets',
  });
}

function nameOf(
  { name, years, rows, planIds }: Missing,
  language: 'zh' | 'en',
  { plans }: OperandRequest['setting'],
): string {
  const [row] = rows;
  // What a dictionary made of foreign words is for searching, not for reading.
  const [planId] = planIds;
  const title = planIds.length === 1 ? plans.get(planId ?? '')?.title : undefined;
  const plain = language === 'zh' ? name : `the figure asked for${title ? ` of 《${title}》` : ''}`;
  const shown = row ? nameIndicator(row, language) : plain;
  if (years.length === 0) return shown;
  return language === 'zh' ? `${years.join('、')}年的${shown}` : `${shown} for ${years.join(', ')}`;
}
