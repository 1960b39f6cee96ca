import { cutWords, foldText } from '../../models/cut-words.js';
import { wordWeight } from '../../models/word-weights.js';
import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { findPeriods } from '../../quantity/periods.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Calculation, Indicator, Quantity } from '../../records.js';
import type { DraftClaim, Support } from '../draft.js';
import { compact, splitSentences } from '../sentences.js';

/** A claim's words about a figure must stand with it in the passage to at least this share of their weight. */
const leastContext = 0.5;

/**
 * Checks every figure of a claim against what the claim rests on.
 * @returns the first figure that nothing supports, or undefined when all are bound
 */
export function unboundFigure(claim: DraftClaim, calculations: readonly Calculation[]): string | undefined {
  if (isVerbatim(claim)) return undefined;
  const figures = findQuantities(claim.text).filter(
    (span) => span.role === 'quantity' || span.role === 'rank',
  );
  const free = figures.find((figure) => !isBound({ figure, claim, calculations }));
  return free?.raw;
}

/** The plan's own words, from the first to the last: its figures stand where the plan put them. */
function isVerbatim(claim: DraftClaim): boolean {
  return claim.support.some(({ passage }) => compact(passage.text).includes(compact(claim.text)));
}

function isBound({
  figure,
  claim,
  calculations,
}: {
  figure: QuantitySpan;
  claim: DraftClaim;
  calculations: readonly Calculation[];
}): boolean {
  if (claim.counts.includes(figure.value) && figure.valueMax === null) return true;
  const clause = clauseAround(claim.text, figure);
  return (
    claim.indicators.some((row) => fitsIndicator(figure, clause, row)) ||
    calculations.some((one) => claim.calculations.includes(one.n) && fitsCalculation(figure, one)) ||
    claim.support.some((support) => standsInPassage(figure, clause, support))
  );
}

/** The indicator row has this quantity, and what the claim says beside it does not contradict the row. */
function fitsIndicator(figure: Quantity, clause: string, row: Indicator): boolean {
  if (row.value === null) return false;
  const stated = { value: row.value, valueMax: row.valueMax, unit: row.unit, comparator: row.comparator };
  if (!sameQuantity(figure, stated) && !sameCount(figure, stated)) return false;
  const years = yearsOf(clause);
  return years.length === 0 || row.year === null || years.includes(row.year);
}

/** English has no classifiers: "48" is 48家 where what is counted is named beside it. */
function sameCount(figure: Quantity, stated: Quantity): boolean {
  const unit = lookUpUnit(stated.unit);
  if (figure.unit !== '' || unit?.kind !== 'count') return false;
  return sameQuantity(figure, { ...stated, unit: '' });
}

function fitsCalculation(figure: Quantity, { inputs, result }: Calculation): boolean {
  const known = [{ ...result, name: 'result' }, ...inputs];
  return known.some(({ value, unit }) =>
    sameQuantity(figure, { value, valueMax: null, unit, comparator: '=' }, { tolerance: 0.005 }),
  );
}

/** The passage has this quantity in a sentence about the same thing and year. */
function standsInPassage(figure: Quantity, clause: string, { passage }: Support): boolean {
  const terms = contextWords(clause);
  return splitSentences(passage.text).some((sentence) => {
    const held = findQuantities(sentence.text).some((span) => sameQuantity(figure, span));
    if (!held) return false;
    const around = foldText(`${sentence.text} ${passage.sectionPath.join(' ')}`);
    const years = yearsOf(clause);
    const known = new Set(
      yearsOf(
        `${sentence.text} ${passage.text.split('\n')[sentence.paragraph] ?? ''} ${passage.sectionPath.join(' ')}`,
      ),
    );
    return years.every((year) => known.has(year)) && shareHeld(terms, around) >= leastContext;
  });
}

function clauseAround(text: string, figure: QuantitySpan): string {
  const start = Math.max(
    ...['。', '；', ';', '\n'].map((mark) => text.lastIndexOf(mark, figure.start - 1) + 1),
  );
  const ends = ['。', '；', ';', '\n'].map((mark) => text.indexOf(mark, figure.end)).filter((at) => at >= 0);
  return text.slice(start, ends.length > 0 ? Math.min(...ends) : text.length);
}

function yearsOf(text: string): number[] {
  return findPeriods(text).flatMap((period) => [period.from, period.to]);
}

function contextWords(clause: string): string[] {
  return [...new Set(cutWords(clause))].filter((word) => word.length > 1 && !/\d/.test(word));
}

function shareHeld(words: readonly string[], text: string): number {
  const total = words.reduce((sum, word) => sum + wordWeight(word), 0);
  const held = words.reduce((sum, word) => sum + (text.includes(word) ? wordWeight(word) : 0), 0);
  return total === 0 ? 1 : held / total;
}
