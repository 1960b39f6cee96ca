import { foldText } from '../../models/cut-words.js';
import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { sameKind } from '../../quantity/units.js';
import type { Calculation, Indicator, Passage } from '../../records.js';
import { compact } from '../sentences.js';
import { figurePlace } from './figure-place.js';
import { fitsQuantity } from './fits-quantity.js';
import measureWords from './measure-words.json' with { type: 'json' };
import { contentWords } from './said-words.js';
import { saysSorts } from './same-measure.js';
import { statementsOf } from './statements.js';

/** Shorter names (企业, 税收) stand in too many others to tell one indicator from the next. */
const shortestName = 4;
const followed = /^[^\d占是为较比同的，,]{1,16}/;

const operator = /[(（/÷×*+−^=]\s*$/;
const operatorNext = /^\s*[/÷×*+−^]/;
const opensFormula = /(?:^|[：:，,])\s*$/;

interface Sources {
  passages: readonly Passage[];
  rows: readonly Indicator[];
  calculations: readonly Calculation[];
}

/**
 * Whether a claim gives a figure the full name of an indicator whose figure it is not: it names one that the
 * cited plans know, and nothing that has this amount there is called so.
 */
export function takesAnotherName(
  figure: QuantitySpan,
  { text, figures }: { text: string; figures: readonly QuantitySpan[] },
  { passages, rows, calculations }: Sources,
): boolean {
  const inputs = calculations.flatMap((one) => one.inputs).filter((input) => isInput(figure, input));
  if (inputs.some(({ source }) => source === 'count' || source === 'constant')) return false;
  const { lead, tail } = figurePlace(text, figure, figures);
  // In a formula only signs stand beside an input.
  const [before, after] = [text.slice(0, figure.start), text.slice(figure.end)];
  const isOperand = operator.test(before) || (opensFormula.test(before) && operatorNext.test(after));
  if (inputs.length > 0 && isOperand) return false;
  const beside = `${lead}${followed.exec(tail)?.[0] ?? ''}`;
  const said = plain(beside);
  const named = longest(
    rows.flatMap(namesOf).filter((name) => name.length >= shortestName && said.includes(name)),
  );
  if (named.length === 0) return false;
  const inRows = [
    ...rows.filter((row) => hasAmount(figure, row)).flatMap(namesOf),
    ...inputs.map(({ name }) => plain(name)),
  ];
  const inWords = passages.flatMap((passage) =>
    statementsOf(passage)
      .filter(({ span }) => fitsQuantity(figure, span))
      .map(({ place }) => plain(`${place.lead}${place.tail}`)),
  );
  const isRate = figure.unit === '%' && (saysSorts(beside).size > 0 || /年均|annual/i.test(beside));
  return !named.some((name) => {
    if (figure.unit !== '%' && inWords.some((words) => words.includes(name))) return true;
    const own = rows.filter((row) => namesOf(row).includes(name));
    const valued = own.filter(({ value }) => value !== null);
    const isOtherKind = valued.length > 0 && valued.every(({ unit }) => !sameKind(unit, figure.unit));
    if (!isRate && figure.unit !== '' && isOtherKind) return false;
    const names = [...new Set(own.flatMap(namesOf))];
    return [...inRows, ...inWords].some((other) => names.some((one) => isSameName(one, other)));
  });
}

const namesKnown = new WeakMap<Indicator, string[]>();

function namesOf(row: Indicator): string[] {
  const known = namesKnown.get(row);
  if (known) return known;
  const names = [...new Set([row.name, row.canonicalName, ...row.aliases].map(plain))];
  namesKnown.set(row, names);
  return names;
}

function plain(name: string): string {
  return compact(foldText(name));
}

/** Names that are not part of a longer one that is said, too. */
function longest(names: readonly string[]): string[] {
  const distinct = [...new Set(names)];
  return distinct.filter((name) => !distinct.some((other) => other !== name && other.includes(name)));
}

function hasAmount(figure: QuantitySpan, { value, valueMax, unit, comparator }: Indicator): boolean {
  return value !== null && fitsQuantity(figure, { value, valueMax, unit, comparator });
}

function isInput(figure: QuantitySpan, { value, unit }: { value: number; unit: string }): boolean {
  return fitsQuantity({ ...figure, comparator: '=' }, { value, valueMax: null, unit, comparator: '=' });
}

/** One is part of the other, by its letters or by its words: 金融机构存款余额 is no 金融机构贷款余额. */
function isSameName(name: string, other: string): boolean {
  if (other.length < 2) return false;
  if (other.includes(name) || name.includes(other)) return true;
  return holdsAll(name, other) || holdsAll(other, name);
}

function holdsAll(name: string, other: string): boolean {
  const words = contentWords(name).filter((word) => !ofAnyFigure.has(word));
  return words.length > 1 && words.every((word) => other.includes(word));
}

const ofAnyFigure: ReadonlySet<string> = new Set([...measureWords.ofAnyFigure, ...measureWords.ofAnyScope]);
