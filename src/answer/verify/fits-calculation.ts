import { foldText } from '../../models/cut-words.js';
import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { isRoundingOf, sameQuantity } from '../../quantity/same-quantity.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Calculation, CalculationInput, Quantity } from '../../records.js';
import { figurePlace } from './figure-place.js';
import { isInName } from './is-in-name.js';
import { namesThing } from './names-thing.js';
import { contentWords, inPlanWords } from './said-words.js';
import { addsSort, mixesPeriods, type SortOfRate, saysSorts, saysSummed } from './same-measure.js';
import { shareHeld } from './share-held.js';

const leastNamed = 0.4;
/** Of the words in front of an input, the plan's name among them. */
const leastNear = 0.5;

/**
 * The figure is the result of the calculation, exactly or rounded, or one of its inputs for its year, and the
 * claim names what went in. A bound does not come from here: the calculator's record has none, so a figure
 * with a bound must stand in what is cited; only a result may be bounded from below or be "about".
 */
export function fitsCalculation(
  figure: QuantitySpan,
  claim: { text: string; figures: readonly QuantitySpan[] },
  calculation: Calculation,
): boolean {
  const { formula, inputs } = calculation;
  if (!namesInput(claim.text, inputs) && !isBareWorking(claim.text, formula)) return false;
  if (isInFormula(figure, formula) || isSpanOf(figure, calculation)) return true;
  const same = inputs.filter((input) => isAmountOf(figure, input));
  // Where an amount is only put into another unit, or ranked, the result is an input, too, and of its year.
  if (same.length === 0) return isResultOf(figure, calculation) && isCalledSo(figure, claim, calculation);
  const mayBeBounded = isResultOf(figure, calculation);
  return same.some((input) => (mayBeBounded || isExact(figure)) && isInput(figure, claim, input));
}

/** The claim writes the calculation's formula out, and the figure stands in it. */
export function standsInFormula(
  { start, end }: Pick<QuantitySpan, 'start' | 'end'>,
  text: string,
  { formula }: Pick<Calculation, 'formula'>,
): boolean {
  for (let at = text.indexOf(formula); at >= 0; at = text.indexOf(formula, at + 1))
    if (at <= start && end <= at + formula.length + 1) return true;
  return false;
}

/** The figure is what the calculation yields, exactly or rounded. */
export function isResultOf(
  figure: QuantitySpan,
  { operation, result }: Pick<Calculation, 'operation' | 'result'>,
): boolean {
  const results = [result, ...asMultiple(operation, result), ...asFall(operation, result)];
  return mayBound.has(figure.comparator) && results.some((one) => shows(figure, one));
}

/** "over four years": the time between the years that went in. */
export function isSpanOf(
  { value, unit, comparator }: QuantitySpan,
  { inputs }: Pick<Calculation, 'inputs'>,
): boolean {
  const years = inputs.flatMap(({ year }) => year ?? []);
  return unit === '年' && comparator === '=' && Math.max(...years) - Math.min(...years) === value;
}

/** A growth is not called a share, nor a share a growth, nor a yearly rate one over all years. */
function isCalledSo(
  figure: QuantitySpan,
  { text, figures }: { text: string; figures: readonly QuantitySpan[] },
  { operation, result }: Calculation,
): boolean {
  const { near } = figurePlace(text, figure, figures);
  if (asFall(operation, result).length > 0 && figure.value > 0 && !saysFall.test(near)) return false;
  const sort = sortsOfResult.get(operation);
  if (sort === undefined) return true;
  if (sort === 'growth' && saysSorts(near).has('share')) return false;
  if (sort === 'share' && saysSorts(near).has('growth') && !saysSorts(near).has('share')) return false;
  return !yearly.has(operation) || !saysSummed(near);
}

const sortsOfResult: ReadonlyMap<string, SortOfRate> = new Map([
  ['cagr', 'growth'],
  ['required_growth', 'growth'],
  ['growth', 'growth'],
  ['share', 'share'],
]);
const yearly: ReadonlySet<string> = new Set(['cagr', 'required_growth']);

/** A claim may show the formula, or put its numbers in words: (198/122)^(1/4) − 1, from 122 to 198. */
function isInFormula({ raw, unit }: QuantitySpan, formula: string): boolean {
  const bare = (text: string) => text.replace(/[\s,]/g, '');
  const numbers: readonly string[] = bare(formula).match(/\d+(?:\.\d+)?(?:\/\d+(?![\d.]))?/g) ?? [];
  return unit === '' && (numbers.includes(bare(raw)) || bare(formula).includes(`(${bare(raw)})`));
}

const mayBound: ReadonlySet<Quantity['comparator']> = new Set(['=', '~', '>=', '>']);

function shows(figure: Quantity, { value, unit }: { value: number; unit: string }): boolean {
  const stated = { value, valueMax: null, unit: unitBeside(figure, unit), comparator: '=' } as const;
  return sameQuantity(figure, stated) || isRoundingOf(figure, stated);
}

function isExact({ comparator }: QuantitySpan): boolean {
  return comparator === '=' || comparator === '~';
}

function isAmountOf(figure: QuantitySpan, { value, unit }: CalculationInput): boolean {
  if (!mayBound.has(figure.comparator)) return false;
  const stated = { value, valueMax: null, unit: unitBeside(figure, unit), comparator: '=' } as const;
  return sameQuantity(figure, stated);
}

function isInput(
  figure: QuantitySpan,
  { text, figures }: { text: string; figures: readonly QuantitySpan[] },
  input: CalculationInput,
): boolean {
  const { years, lead, near, tail } = figurePlace(text, figure, figures);
  const isOfYear = years.length === 0 || input.year === null || years.includes(input.year);
  if (!isOfYear && !isInName(years, input.name)) return false;
  if (input.unit === '%' && addsSort(`${lead} ${tail}`, saysSorts(input.name))) return false;
  if (mixesPeriods(lead, input.name)) return false;
  const words = contentWords(near);
  const isNamed = contentWords(input.name).length > 0;
  return words.length === 0 || !isNamed || shareHeld(words, foldText(input.name)) >= leastNear;
}

/** "50家→120家，增长140%": the claim is the calculation's own numbers and names nothing that could be another. */
function isBareWorking(text: string, formula: string): boolean {
  const numbers = formula.replace(/,/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
  const said = text.replace(/,/g, '');
  return numbers.length > 1 && numbers.every((number) => said.includes(number)) && !namesThing(text);
}

/** English counts without a classifier: 100 of 100家. */
function unitBeside(figure: Quantity, unit: string): string {
  return figure.unit === '' && lookUpUnit(unit)?.kind === 'count' ? '' : unit;
}

/** A growth of 98 % is "nearly doubled". */
function asMultiple(operation: string, { value, unit }: Calculation['result']) {
  if (operation === 'growth' && unit === '%') return [{ value: 1 + value / 100, unit: '倍' }];
  // 1.5亿元/公里 is 1.5亿元 for each.
  if (operation === 'per_unit') return [{ value, unit: unit.split('/')[0] ?? unit }];
  return operation === 'ratio' ? [{ value, unit: '倍' }] : [];
}

/** A growth of −12.5 % is a fall of 12.5 %. */
function asFall(operation: string, { value, unit }: Calculation['result']) {
  return sortsOfResult.get(operation) === 'growth' && value < 0 ? [{ value: -value, unit }] : [];
}

const saysFall = /下降|减少|降低|降|减|缩短|fall|fell|declin|drop|lower|fewer|less/i;

function namesInput(claim: string, inputs: Calculation['inputs']): boolean {
  const said = inPlanWords(claim);
  const names = inputs
    .filter(({ source, name }) => source !== 'constant' && source !== 'count' && name !== '')
    .map(({ name }) => name);
  return names.length === 0 || names.some((name) => shareHeld(contentWords(name), said) >= leastNamed);
}
