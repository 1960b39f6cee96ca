import type { Indicator, Passage, Plan } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { plainPassage } from '../verify/plain-passage.js';
import type { Run } from './run.js';

/** Rows of one indicator that a model needs to see; a long series is cut. */
const rowsOfOne = 12;

export function showPlan({ planId, title, periodStart, periodEnd, region, digest }: Plan) {
  const period = periodStart === null ? null : `${periodStart}-${periodEnd ?? ''}`;
  return { planId, title, period, region, ...(digest ? { digest } : {}) };
}

/** A passage as the model gets it; one that it has seen is only named, to save its tokens. */
export function showPassage(passage: Passage, run: Run) {
  const { passageId, planId, sectionPath, text } = plainPassage(passage);
  if (run.read.has(passageId)) return { passageId, text: '(shown before)' };
  run.read.add(passageId);
  run.citable.set(passageId, passage);
  return { passageId, planId, section: sectionPath.join(' > '), text };
}

/** An indicator with its rows; their passages may be cited from here on. */
export async function showIndicators(matches: readonly IndicatorMatch[], run: Run) {
  const rows = matches.flatMap((match) => match.rows.slice(0, rowsOfOne));
  await allowPassages(rows, run);
  return matches.map(({ name, planId, rows: own }) => ({
    name,
    planId,
    rows: own.slice(0, rowsOfOne).map(showRow),
  }));
}

/** Lets the passages that rows stand in be cited. */
export async function allowPassages(rows: readonly { passageId: string }[], run: Run): Promise<void> {
  const unseen = [...new Set(rows.map((row) => row.passageId))].filter((id) => !run.citable.has(id));
  const visible = new Set(run.context.planIds);
  for (const passage of await run.context.store.passagesById(unseen))
    if (visible.has(passage.planId)) run.citable.set(passage.passageId, passage);
}

export function showRow(row: Indicator) {
  const { name, scope, year, yearFrom, value, valueMax, unit, comparator, measure, kind, text } = row;
  return {
    row: row.indicatorId,
    name,
    scope,
    year,
    ...(yearFrom === null ? {} : { yearFrom }),
    figure: value === null ? text : { value, ...(valueMax === null ? {} : { valueMax }), unit, comparator },
    measure,
    kind,
    ...(row.attribute === null ? {} : { attribute: row.attribute }),
    passageId: row.passageId,
    section: row.sectionPath.at(-1) ?? '',
    quote: row.quote,
  };
}
