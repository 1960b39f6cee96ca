import type { IndexMeta, PlanRows, Row } from './rows.js';

/** The table rows of one plan; the vectors of its passages come after. */
export function toRows({ plan, passages, indicators, findings }: PlanRows): Row[] {
  const base = { plan_id: plan.planId, words: '', head_words: '', vector: null };
  return [
    { ...base, id: `plan:${plan.planId}`, kind: 'plan', position: 0, json: JSON.stringify(plan) },
    ...passages.map(
      ({ passage, words, headWords }): Row => ({
        ...base,
        id: `passage:${passage.passageId}`,
        kind: 'passage',
        position: passage.order,
        words: words.join(' '),
        head_words: headWords.join(' '),
        json: JSON.stringify(passage),
      }),
    ),
    ...indicators.map(
      (indicator, position): Row => ({
        ...base,
        id: `indicator:${indicator.indicatorId}`,
        kind: 'indicator',
        position,
        json: JSON.stringify(indicator),
      }),
    ),
    ...findings.map(
      (finding, position): Row => ({
        ...base,
        id: `finding:${finding.findingId}`,
        kind: 'finding',
        position,
        json: JSON.stringify(finding),
      }),
    ),
  ];
}

export function metaRow(meta: IndexMeta): Row {
  const base = { plan_id: '', position: 0, words: '', head_words: '', vector: null };
  return { ...base, id: 'meta', kind: 'meta', json: JSON.stringify(meta) };
}
