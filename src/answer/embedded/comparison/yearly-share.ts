import { calculate } from '../../../calculator/calculate.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { Draft } from '../../draft.js';
import { givenFigures } from '../../understand/given-figures.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim, supportOf } from '../calculation/calculation-claim.js';
import { rowTerm } from '../calculation/row-term.js';
import { workingsDraft } from '../calculation/workings-draft.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import { isPlanned } from '../firmness.js';
import { type ClaimSetting, indicatorClaim } from '../indicator-claims.js';

const asksYearly =
  /(?:摊|折|分|平均|均摊|平摊)(?:到|下来|成|给)*(?:每|一|各)年|每年(?:平均|均摊|摊)|平均(?:下来)?(?:每|一)年|per year|a year on average/i;
const ofPeriod = /累计|新增|[三四五]年/;
const leastScore = 0.3;

/**
 * What a target for all years of the plan comes to in each, against the actual figure of a year; undefined where
 * the question does not ask for that or one of the two is missing.
 */
export function yearlyShareDraft(
  frame: Understanding,
  { indicators }: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  if (!asksYearly.test(frame.question) || frame.plans.length > 1) return undefined;
  const rows = indicators.filter(({ score }) => score >= leastScore).flatMap((match) => match.rows);
  const stated = rows.filter(
    (row): row is Indicator & { value: number } => row.value !== null && row.ownScope,
  );
  const target = givenFirst(
    stated.filter((row) => isPlanned(row) && (row.measure === 'cumulative' || ofPeriod.test(row.name))),
    frame,
  );
  const actual = givenFirst(
    stated.filter(
      (row) =>
        !isPlanned(row) && row.measure !== 'rate' && target !== undefined && areCountedAlike(row, target),
    ),
    frame,
  );
  const years = target && yearsOf(target, setting);
  if (!target || !actual || !years) return undefined;
  const count = { name: '', value: years, unit: '年', year: null, source: 'count', citation: null } as const;
  const term = rowTerm(target, frame, setting);
  const outcome = calculate({
    operation: 'per_unit',
    operands: [term.operand, count],
    language: frame.language,
  });
  const made = calculationClaim({ outcome, terms: [term, { operand: count }], n: 1, frame, setting });
  const beside = indicatorClaim({ row: actual, baseline: undefined, setting });
  if (!made || !beside || !supportOf(actual, setting)) return undefined;
  const verdict = fillTemplate(
    frame.language,
    target.value / years < actual.value ? 'yearlyBelow' : 'yearlyAbove',
  );
  return workingsDraft([made], {
    claims: [made.claim, beside],
    values: [actual],
    lead: verdict,
    layout: 'bullets',
  });
}

/** Of several rows the one whose figure the question quotes, or that is of the year asked for. */
function givenFirst<Row extends Indicator>(
  rows: readonly Row[],
  { question, years }: Understanding,
): Row | undefined {
  const given = givenFigures(question).map(({ value }) => value);
  const bare = [...question.matchAll(/\d{3,}/g)].map(([digits]) => Number(digits));
  return (
    rows.find(({ value }) => value !== null && (given.includes(value) || bare.includes(value))) ??
    rows.find(({ year }) => year !== null && years.includes(year)) ??
    rows[0]
  );
}

/** 5500人 and 1248个 both count. */
function areCountedAlike(a: Indicator, b: Indicator): boolean {
  const kinds = [a, b].map(({ unit }) => lookUpUnit(unit)?.kind);
  return sameKind(a.unit, b.unit) || (kinds[0] === 'count' && kinds[1] === 'count');
}

function yearsOf({ planId, yearFrom, year }: Indicator, { plans }: ClaimSetting): number | undefined {
  const plan = plans.get(planId);
  if (plan?.periodStart && plan.periodEnd) return plan.periodEnd - plan.periodStart + 1;
  return yearFrom !== null && year !== null && year > yearFrom ? year - yearFrom : undefined;
}
