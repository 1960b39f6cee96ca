import { sameQuantity } from '../../../quantity/same-quantity.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Comparator, Indicator } from '../../../records.js';
import type { Draft } from '../../draft.js';
import { givenFigures } from '../../understand/given-figures.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim } from '../calculation/calculation-claim.js';
import { rowTerm } from '../calculation/row-term.js';
import { besideResult } from '../calculation/stated-rate.js';
import { workedExpression } from '../calculation/worked-expression.js';
import { workingsDraft } from '../calculation/workings-draft.js';
import { quantityOf } from '../choose-rows.js';
import { heldShare } from '../entries/named-entries.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { placedClaim } from './placed-claim.js';

/** What some figures of a plan must come to, and the figure that the plan itself has for it. */
interface Tie {
  rows: readonly Indicator[];
  expression: string;
  unit: string;
  stated: Indicator;
}

const yearly = /每年|每一年|逐年|年均/;
const perHead = /人均|每人|户均|亩均|次均|每户|每亩|平均每/;
/** Names of one thing share so much of the shorter. */
const leastAlike = 0.8;
/** What rounding of the figures explains. */
const rounding = 0.005;
const fewestForQuotient = 3;

/**
 * Figures that the question quotes and of which one follows from the others: so much a year and so much in all,
 * an amount, what it is spread over and how much that is for each; whether they agree, and the working.
 */
export function tiedDraft(
  frame: Understanding,
  { collection }: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  if (frame.plans.length > 1) return undefined;
  const given = givenFigures(frame.question);
  const quoted = given.map((figure) =>
    collection.filter((row) => {
      const own = quantityOf(row);
      return (
        row.ownScope &&
        own !== undefined &&
        sameQuantity({ ...figure, comparator: '=' }, { ...own, comparator: '=' })
      );
    }),
  );
  if (given.length < 2 || quoted.some((rows) => rows.length === 0)) return undefined;
  const tie = yearlyTie(quoted, setting) ?? quotientTie(quoted);
  return tie && draftOf(tie, frame, setting);
}

/** 每年新增2家 over the years of the plan, against 新增8家 of the same. */
function yearlyTie(
  [first, second, ...others]: readonly (readonly Indicator[])[],
  setting: ClaimSetting,
): Tie | undefined {
  if (!first || !second || others.length > 0) return undefined;
  const pairs = [...first, ...second].flatMap((each) =>
    [...first, ...second].flatMap((total): Tie[] => {
      const span = yearsOf(each, setting);
      const isPair =
        yearly.test(each.name) &&
        !yearly.test(total.name) &&
        each.measure !== 'rate' &&
        each.planId === total.planId &&
        sameKind(each.unit, total.unit) &&
        each.value !== total.value &&
        (total.yearFrom !== null || total.measure === 'cumulative' || /新增|累计/.test(total.name)) &&
        heldShare(total.name, each.name) >= leastAlike;
      return isPair && span !== undefined
        ? [{ rows: [each], expression: `a * ${span}`, unit: total.unit, stated: total }]
        : [];
    }),
  );
  return pairs[0];
}

function yearsOf({ planId }: Indicator, { plans }: ClaimSetting): number | undefined {
  const { periodStart, periodEnd } = plans.get(planId) ?? {};
  return periodStart && periodEnd && periodEnd > periodStart ? periodEnd - periodStart + 1 : undefined;
}

/** 700亿元 over 6500万人次, against 人均1130元 in the same sentence. */
function quotientTie(quoted: readonly (readonly Indicator[])[]): Tie | undefined {
  if (quoted.length !== fewestForQuotient) return undefined;
  const rows = quoted.flat();
  const ties = rows
    .filter(({ name }) => perHead.test(name))
    .flatMap((stated) => {
      const beside = rows.filter(
        (row) =>
          row !== stated &&
          row.passageId === stated.passageId &&
          row.year === stated.year &&
          !perHead.test(row.name),
      );
      return beside
        .filter((top) => sameKind(top.unit, stated.unit))
        .flatMap((top) =>
          beside
            .filter((base) => isSpread(base, stated))
            .map(
              (base): Tie => ({
                rows: [top, base],
                expression: 'a / b',
                unit: `${stated.unit}/${bare(base.unit)}`,
                stated,
              }),
            ),
        );
    });
  return ties[0];
}

/** 万人次 counts 人次. */
const bare = (unit: string): string => unit.replace(/^[万亿千百]+(?=.)/, '');

function isSpread(base: Indicator, stated: Indicator): boolean {
  return !sameKind(base.unit, stated.unit) && ['count', 'area'].includes(lookUpUnit(base.unit)?.kind ?? '');
}

function draftOf(
  { rows, expression, unit, stated }: Tie,
  frame: Understanding,
  setting: ClaimSetting,
): Draft | undefined {
  const terms = rows.map((row) => rowTerm(row, frame, setting));
  const outcome = workedExpression(terms, { expression, unit }, frame.language);
  // The names of the figures say how they are bounded.
  const made = calculationClaim({ outcome: { ...outcome, plainNotes: [] }, terms, n: 1, frame, setting });
  if (!made) return undefined;
  const worked = { value: outcome.result.value, comparator: boundOf(rows) };
  const agrees = mayBeEqual(worked, { ...stated, value: stated.value ?? 0 });
  const quotes = rows.flatMap((row) => {
    const passage = setting.passages.get(row.passageId);
    return passage ? [placedClaim({ text: row.quote, passage, indicators: [row], frame })] : [];
  });
  const verdict = besideResult(stated, agrees ? 'rateAgrees' : 'rateDiffers', { frame, setting });
  if (!verdict) return undefined;
  const distinct = quotes.filter(({ text }, at) => at === quotes.findIndex((one) => one.text === text));
  return workingsDraft([made], {
    claims: [made.claim, verdict, ...distinct],
    values: [stated],
    lead: agrees ? null : fillTemplate(frame.language, 'disagree'),
    layout: 'bullets',
  });
}

/** Of an amount spread over at least so many each has at most so much. */
function boundOf([top, base]: readonly Indicator[]): Comparator {
  const [over, under] = [top?.comparator ?? '=', base ? inverse[base.comparator] : '='];
  if (under === '=') return over;
  return over === '=' || over.charAt(0) === under.charAt(0) ? under : '~';
}

const inverse: Record<Comparator, Comparator> = {
  '=': '=',
  '~': '~',
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  range: '~',
};

/** Whether what the figures come to and what is stated can both be so, bounds and rounding allowed for. */
function mayBeEqual(worked: Bounded, stated: Bounded): boolean {
  const [[low, high], [least, most]] = [rangeOf(worked), rangeOf(stated)];
  return low <= most && least <= high;
}

interface Bounded {
  value: number;
  comparator: Comparator;
}

function rangeOf({ value, comparator }: Bounded): [number, number] {
  const slack = Math.abs(value) * rounding;
  return [
    comparator.startsWith('<') ? -Infinity : value - slack,
    comparator.startsWith('>') ? Infinity : value + slack,
  ];
}
