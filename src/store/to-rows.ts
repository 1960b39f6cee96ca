import { cutWords } from '../models/cut-words.js';
import type { IndexMeta, PlanRows, Row } from './rows.js';

/** The table rows of one plan. */
export function toRows({ plan, passages, indicators, findings }: PlanRows, dimensions: number): Row[] {
  const empty = new Array<number>(dimensions).fill(0);
  const base = { plan_id: plan.planId, words: '', head_words: '', vector: empty };
  return [
    { ...base, id: `plan:${plan.planId}`, kind: 'plan', position: 0, json: JSON.stringify(plan) },
    ...passages.map(
      ({ passage, indexed, head, vector }): Row => ({
        id: `passage:${passage.passageId}`,
        kind: 'passage',
        plan_id: plan.planId,
        position: passage.order,
        words: cutWords(indexed).join(' '),
        head_words: cutWords(head).join(' '),
        vector,
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
  return {
    id: 'meta',
    kind: 'meta',
    plan_id: '',
    position: 0,
    words: '',
    head_words: '',
    vector: new Array<number>(meta.dimensions).fill(0),
    json: JSON.stringify(meta),
  };
}
