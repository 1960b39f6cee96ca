import { type Draft, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { type ClaimSetting, indicatorClaim } from './indicator-claims.js';

const asked = /(约束性|预期性)(?:的)?指标|(binding|anticipatory) (?:indicator|target)/i;
const lists = /哪|几[个项条]|列|which|list|what/i;

/** True when the question wants the indicators of one attribute (约束性 binding, 预期性 anticipatory). */
export function asksForAttribute(frame: Understanding): boolean {
  return asked.test(frame.question) && lists.test(frame.question) && frame.kind !== 'definition';
}

/** The indicators that a plan marks with the attribute asked for; undefined when it marks none so. */
export function attributeDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const match = asked.exec(frame.question);
  const attribute = match?.[1] ?? (match?.[2]?.toLowerCase() === 'binding' ? '约束性' : '预期性');
  const rows = evidence.collection.filter((row) => row.attribute === attribute && row.kind !== 'baseline');
  const claims = rows.flatMap((row) => indicatorClaim({ row, baseline: undefined, setting }) ?? []);
  return claims.length === 0 ? undefined : emptyDraft({ claims, values: rows, layout: 'bullets' });
}
