import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Calculation, Indicator, Plan } from '../../records.js';
import type { DraftClaim } from '../draft.js';
import { contradictsRows } from './contradicts-rows.js';
import { figurePlace, namesSomething } from './figure-place.js';
import { fitsCalculation, isResultOf, isSpanOf, standsInFormula } from './fits-calculation.js';
import { fitsIndicator } from './fits-indicator.js';
import { fitsPassage } from './fits-passage.js';
import { inContexts } from './in-context.js';
import { isMisquoted } from './is-misquoted.js';
import { isMistaken } from './is-mistaken.js';
import { isOfOtherYear } from './is-of-other-year.js';
import { isVerbatim } from './is-verbatim.js';
import { listMarkers } from './list-markers.js';
import { ownPlaces } from './own-places.js';
import { takesAnotherName } from './takes-another-name.js';

/** What else is known of the plans that claims are taken from. */
export interface FigureSetting {
  plans: ReadonlyMap<string, Plan>;
  /** Indicator rows that stand in a passage, by its id. */
  rowsOf: (passageId: string) => readonly Indicator[];
}

/**
 * Checks every figure of a claim against what the claim rests on.
 * @returns the first figure that nothing supports, or undefined when all are bound
 */
export function unboundFigure(
  claim: DraftClaim,
  calculations: readonly Calculation[],
  setting: FigureSetting,
): string | undefined {
  if (isVerbatim(claim)) return undefined;
  const used = calculations.filter(({ n }) => claim.calculations.includes(n));
  const missing = unbound(claim, used, setting);
  const { asked } = claim;
  if (asked === undefined) return missing[0]?.raw;
  return missing.find(
    (figure) =>
      isNamed(figure, claim.text) ||
      !inContexts(asked, claim.text, figure).some(
        ({ text, at }) => !unbound({ ...claim, text }, used, setting, at).some(({ start }) => start === at),
      ),
  )?.raw;
}

/** A figure that the claim itself says something of is held to that. */
function isNamed(figure: QuantitySpan, text: string): boolean {
  const { near, tail } = figurePlace(text, figure, findQuantities(text));
  return namesSomething(near) || namesSomething(tail);
}

/** The figures from `from` on that nothing supports. */
function unbound(
  claim: DraftClaim,
  calculations: readonly Calculation[],
  setting: FigureSetting,
  from = 0,
): QuantitySpan[] {
  const figures = findQuantities(claim.text);
  const stated = figures.filter(
    (span) =>
      span.start >= from &&
      (span.role === 'quantity' || span.role === 'rank') &&
      !isOfAge(span, claim.text) &&
      !isInName(span, claim, calculations),
  );
  const markers = listMarkers(claim.text, stated);
  return stated.filter(
    (figure) => !markers.includes(figure) && !isBound({ figure, figures, claim, calculations, setting }),
  );
}

/**
 * 热线24小时接听率, 10万吨某某项目: a number that the name of a row or of a cited input has in it is no figure of
 * the claim; an input's name must stand so in what is cited.
 */
function isInName(
  { start, end, raw }: QuantitySpan,
  { text, indicators, support }: DraftClaim,
  calculations: readonly Calculation[],
): boolean {
  const inputs = calculations.flatMap((one) => one.inputs).filter(({ source }) => source === 'citation');
  const ofInputs = inputs.filter(({ name }) =>
    support.some(({ passage }) => standsIn(name, raw, passage.text)),
  );
  return [...indicators, ...ofInputs].some(({ name }) => {
    const at = text.lastIndexOf(name, start);
    return at >= 0 && at <= start && end < at + name.length;
  });
}

/** The number with what follows it in the name. */
function standsIn(name: string, raw: string, text: string): boolean {
  const at = name.indexOf(raw);
  const words = name.slice(at, at + raw.length + followed);
  return at >= 0 && words.length > raw.length && text.includes(words);
}

const followed = 2;

/** 60岁及以上老年人口: who is counted, as the name of the figure says, not how many. */
function isOfAge({ unit, end, raw }: QuantitySpan, text: string): boolean {
  const rest = text.slice(end);
  const bounds = /以[上下]$/.test(raw) && /^[一-鿿]/.test(rest) && !/^(?:的|左右|水平|目标)/.test(rest);
  return unit === '岁' && (bounds || ofAge.test(rest));
}

const ofAge =
  /^及以[上下]|^及?以[上下][一-鿿]|^(?:及?以[上下])?的?(?:老年|老人|人口|人群|儿童|常住|户籍|居民|高龄|失能|妇女|劳动)/;

function isBound({
  figure,
  figures,
  claim,
  calculations,
  setting: { plans, rowsOf },
}: {
  figure: QuantitySpan;
  figures: readonly QuantitySpan[];
  claim: DraftClaim;
  /** Those that the claim states results of. */
  calculations: readonly Calculation[];
  setting: FigureSetting;
}): boolean {
  if (figure.comparator === '=' && claim.counts.includes(figure.value) && isCount(figure)) return true;
  if (calculations.some((one) => standsInFormula(figure, claim.text, one))) return true;
  const said = { text: claim.text, figures };
  const own = (planId: string) => ownPlaces(plans.get(planId));
  const passages = claim.support.map(({ passage }) => passage);
  const rows = passages.flatMap(({ passageId }) => rowsOf(passageId));
  const isResult = calculations.some((one) => isResultOf(figure, one) || isSpanOf(figure, one));
  if (isMisquoted(figure, said, passages)) return false;
  if (!isResult && takesAnotherName(figure, said, { passages, rows, calculations })) return false;
  if (!isResult && contradictsRows(figure, said, rows)) return false;
  if (!isResult && calculations.length === 0 && isOfOtherYear(figure, said, { passages, rows })) return false;
  if (calculations.some((one) => fitsCalculation(figure, said, one))) return true;
  const isStated =
    claim.indicators.some((row) => fitsIndicator(figure, said, row, own(row.planId))) ||
    passages.some((passage) => fitsPassage(figure, said, passage, own(passage.planId)));
  return isStated && !isMistaken(figure, said, { passages, rows });
}

function isCount({ unit, valueMax }: QuantitySpan): boolean {
  return valueMax === null && (unit === '' || lookUpUnit(unit)?.kind === 'count');
}
