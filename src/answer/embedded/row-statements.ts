import type { Indicator } from '../../records.js';
import type { Draft, DraftClaim } from '../draft.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import { chooseRows } from './choose-rows.js';
import type { Evidence } from './evidence.js';
import { type ClaimSetting, indicatorClaim } from './indicator-claims.js';

/**
 * A draft whose table rows (a name, a unit and numbers with nothing between them) are told as what they
 * state, where the row was read as an indicator.
 */
export function withRowsTold(
  draft: Draft,
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft {
  const told = draft.claims.map((claim) => ({ claim, rows: rowsOf(claim, frame, evidence, setting) }));
  const claims = told.flatMap(({ claim, rows }) => {
    const stated = rows.flatMap((row) => statementOf(row, evidence, setting) ?? []);
    return stated.length > 0 && stated.length === rows.length ? stated : [claim];
  });
  return { ...draft, claims, values: [...draft.values, ...told.flatMap(({ rows }) => rows)] };
}

/** The figures asked for of the row of a table that a claim quotes; none where it is no row of one indicator. */
function rowsOf(
  { text, support }: DraftClaim,
  frame: Understanding,
  { collection }: Evidence,
  { plans, passages }: ClaimSetting,
): Indicator[] {
  const passage = support[0]?.passage;
  if (passage?.kind !== 'table' || !text.includes('\t') || !passages.has(passage.passageId)) return [];
  const rows = collection.filter(
    (row) => row.passageId === passage.passageId && compact(row.quote) === compact(text),
  );
  if (new Set(rows.map(({ name, scope }) => `${scope} ${name}`)).size !== 1) return [];
  const choice = chooseRows({ rows }, frame, plans.get(passage.planId));
  return choice.outcome === 'rows' ? choice.rows : [];
}

function statementOf(
  row: Indicator,
  { collection }: Evidence,
  setting: ClaimSetting,
): DraftClaim | undefined {
  const baseline = collection.find(
    (one) => one.kind === 'baseline' && one.quote === row.quote && one.name === row.name && one !== row,
  );
  return indicatorClaim({ row, baseline: row.kind === 'target' ? baseline : undefined, setting });
}
