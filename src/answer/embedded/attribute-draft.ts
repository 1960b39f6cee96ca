import type { Indicator } from '../../records.js';
import { type Draft, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { type ClaimSetting, indicatorClaim } from './indicator-claims.js';

const asked =
  /(约束性|预期性)(?:的)?指标|指标[^，。？?]{0,6}(?:是|属于|为|标为|有)(约束性|预期性)|(binding|anticipatory) (?:indicator|target)|(?:indicators?|targets?) (?:are|is) (binding|anticipatory)/i;
/** Targets put in words: 没定数字的, 定性的. */
const inWords =
  /(?:没有?|未|不)(?:定|给|写|设|有|明确)?(?:出)?(?:具体)?(?:数字|数值|数|量化)|定性|qualitative|without (?:a )?figures?/i;
const lists = /哪|几[个项条]|列|which|list|what/i;

const ofIndicators = /指标|目标|indicators?|targets?/i;

/** True when the question wants the indicators of one make: 约束性 binding, 预期性 anticipatory, or without a figure. */
export function asksForAttribute(frame: Understanding): boolean {
  if (frame.kind === 'definition' || !lists.test(frame.question)) return false;
  return asked.test(frame.question) || (inWords.test(frame.question) && ofIndicators.test(frame.question));
}

/** The indicators that a plan marks with the attribute asked for; undefined when it marks none so. */
export function attributeDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const match = asked.exec(frame.question);
  if (!match)
    return drafted(
      evidence.collection.filter(
        (row) => row.value === null && row.kind === 'target' && row.source === 'table',
      ),
      setting,
    );
  const [, before, after, english, said] = match;
  const isBinding = (english ?? said)?.toLowerCase() === 'binding';
  const attribute = before ?? after ?? (isBinding ? '约束性' : '预期性');
  const rows = evidence.collection.filter((row) => row.attribute === attribute && row.kind !== 'baseline');
  return drafted(rows, setting);
}

function drafted(rows: readonly Indicator[], setting: ClaimSetting): Draft | undefined {
  const claims = rows.flatMap((row) => indicatorClaim({ row, baseline: undefined, setting }) ?? []);
  return claims.length === 0 ? undefined : emptyDraft({ claims, values: [...rows], layout: 'bullets' });
}
