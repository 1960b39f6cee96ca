import { foldWidth } from '../../quantity/fold-width.js';
import { sameKind } from '../../quantity/units.js';
import words from './calculation-words.json' with { type: 'json' };
import type { Catalogue } from './catalogue.js';
import { type GivenFigure, givenFigures } from './given-figures.js';
import { quotientAsked } from './quotient-asked.js';
import { readNames } from './read-names.js';
import { resolveUnits } from './resolve-unit.js';
import { resolveYears, withFullYears } from './resolve-years.js';

/** A part of a question that names one figure of a calculation. */
export interface OperandPhrase {
  /** In the plans' language, without names of plans; may be empty where another part says it. */
  text: string;
  plans: string[];
  years: number[];
  given: GivenFigure[];
}

/** What a question wants worked out. */
export interface CalculationWish {
  operation: string;
  /** Parts that name the figures, in the operation's order; empty where the whole question names them. */
  operands: OperandPhrase[];
  /** The question without the words of working out, where it names no parts. */
  topic: string | null;
  /** True where the parts are the members of a list. */
  isList: boolean;
  given: GivenFigure[];
  path: 'linear' | 'geometric';
  /** For how many years, where the question says so. */
  periods: number | null;
  /** Yuan for one of a foreign currency. */
  exchangeRate: number | null;
}

const operations = words.operations.map(({ operation, patterns }) => ({
  operation,
  expressions: patterns.map((pattern) => new RegExp(pattern, 'i')),
}));
const geometric = new RegExp(words.geometric.join('|'), 'i');
const manyYears = new RegExp(words.manyYears, 'i');
const weakSum = new RegExp(words.weakSum);
const strongSum = new RegExp(words.strongSum, 'i');
const duration = new RegExp(words.durations, 'i');
const exchange = words.exchange.map((pattern) => new RegExp(pattern, 'i'));
const listMark = new RegExp(words.listMarks.map((mark) => mark.replace(/\s+/g, '\\s+')).join('|'), 'i');
const before = new RegExp(words.before.join('|'), 'i');
const shorthand = words.shorthand.map(({ pattern, text }) => ({
  expression: new RegExp(pattern, 'gi'),
  text,
}));
const tablePrefix = new RegExp(words.tablePrefix);
const takes = /^(?:那么?|如果|若)?[把将](?=\p{Script=Han})/u;
const leavesOut = new RegExp(words.leavesOut, 'i');
const numbers = new Map(Object.entries(words.numbers));

/** The calculation that a question asks for by its words, with the parts that name its figures. */
export function resolveCalculation(
  question: string,
  catalogue: Catalogue,
  today: Date,
): CalculationWish | undefined {
  const text = spelledOut(plainText(question));
  const rate = exchange.flatMap((pattern) => pattern.exec(text) ?? [])[0];
  const given = givenFigures(rate === undefined ? text : text.replace(rate, ''));
  const found = findOperation(text, today) ?? asConversion(question, given);
  if (!found) return undefined;
  const { a, b, n = '', list } = found.groups;
  // 剔除甲、乙后的平均 names what is left out, no members.
  const parts =
    list !== undefined && !leavesOut.test(list)
      ? list.replace(tablePrefix, '').replace(takes, '').split(listMark)
      : [a, b].flatMap((part) => (part ? [`${n} ${part}`] : []));
  const operands = parts
    .map((part) => readPhrase(part, catalogue, today))
    .filter((part) => list === undefined || !isEmpty(part));
  if (found.operation === 'sum' && operands.length < 2 && isOneFigure(text)) return undefined;
  return {
    operation: found.operation,
    operands: operands.length > 1 ? operands : [],
    topic: operands.length > 1 ? null : topicOf(text, found.words, catalogue),
    isList: list !== undefined,
    given,
    path: geometric.test(text) ? 'geometric' : 'linear',
    periods: periodsIn(text),
    exchangeRate: exchangeRateIn(text),
  };
}

/** Chinese is read without blanks; the question mark at the end says nothing. */
function plainText(question: string): string {
  return (
    foldWidth(question)
      .replace(/[?？。.!！\s]+$/, '')
      .replace(/\s+/g, ' ')
      .replace(/(?<=[^\x20-\x7E]) | (?=[^\x20-\x7E])/g, '')
      // The number of a table or box is no figure.
      .replace(partNumber, '$<part>')
  );
}

const partNumber = /(?<part>专栏|附表|表|附件)\d{1,2}(?:-\d{1,2})?(?![\d.%])/g;

interface FoundOperation {
  operation: string;
  groups: Record<string, string | undefined>;
  /** The words that show it, where they are no more than that. */
  words: string;
}

/** What one word stands for two figures in: 存贷比, 存贷款余额合计. */
function spelledOut(text: string): string {
  return shorthand.reduce((rest, one) => rest.replace(one.expression, one.text), text);
}

function findOperation(text: string, today: Date): FoundOperation | undefined {
  for (const { operation, expressions } of operations) {
    if (operation === 'per_unit' && quotientAsked(text)) return { operation, groups: {}, words: '' };
    for (const expression of expressions) {
      const match = expression.exec(text);
      if (match && isMeant(operation, text, today))
        return { operation, groups: match.groups ?? {}, words: match[0] };
    }
  }
  return undefined;
}

/** Some words of working out say so only beside others. */
function isMeant(operation: string, text: string, today: Date): boolean {
  if (operation === 'before_change') return looksBack(text, today);
  // 占16.8% is no rate to go on at.
  if (operation === 'project' && ofShare.test(text) && !ofGrowth.test(text)) return false;
  // 存款、贷款合计多少亿，折成万亿是多少: the sum comes first.
  if (operation === 'convert') return !sumsList(text);
  return true;
}

const ofShare = new RegExp(words.ofShare, 'i');
const ofGrowth = new RegExp(words.ofGrowth, 'i');

function sumsList(text: string): boolean {
  const sums = operations.find(({ operation }) => operation === 'sum')?.expressions ?? [];
  return sums.some((expression) => {
    const list = expression.exec(text)?.groups?.list;
    return list !== undefined && list.split(listMark).filter((part) => part.trim() !== '').length > 1;
  });
}

/** Asked for a year before the one that the growth led to, not for one after it. */
function looksBack(text: string, today: Date): boolean {
  const asking = text.split(/[，,。；;]|\bif\b/i).find((part) => asksHowMuch.test(part)) ?? text;
  const asked = resolveYears(asking, today).years[0];
  const { years } = resolveYears(text, today);
  if (before.test(text)) return true;
  // 比2015年涨了87.3%，2015年多少: the year that the growth counts from is the one asked for.
  if (asked !== undefined && new RegExp(`[比较自从]${asked}年`).test(withFullYears(text))) return true;
  return asked !== undefined && years.length > 1 && asked < Math.max(...years);
}

const asksHowMuch = /多少|几|倒推|反推|反算|倒算|回推|推回|what|how (?:much|many)|back out/i;

/** One figure, and a unit of its kind asked for: 294亩是多少公顷. */
function asConversion(question: string, given: readonly GivenFigure[]): FoundOperation | undefined {
  const [figure] = given;
  if (!figure || given.length > 1) return undefined;
  const isOther = resolveUnits(question).some((unit) => unit !== figure.unit && sameKind(unit, figure.unit));
  return isOther ? { operation: 'convert', groups: {}, words: '' } : undefined;
}

function readPhrase(part: string, catalogue: Catalogue, today: Date): OperandPhrase {
  const { plans, rest } = readNames(part, catalogue);
  return {
    text: rest,
    plans: plans.plans,
    years: resolveYears(part, today).years,
    given: givenFigures(part),
  };
}

/** "How many in all" of one thing is asked for a figure, not for a sum; 三年一共 is a sum over years. */
function isOneFigure(text: string): boolean {
  return (weakSum.test(text) || /total/i.test(text)) && !strongSum.test(text) && !manyYears.test(text);
}

const longestWords = 10;

function topicOf(text: string, words: string, catalogue: Catalogue): string | null {
  return words.length <= longestWords ? readNames(text.replace(words, ' '), catalogue).rest : null;
}

function isEmpty({ text, plans, years }: OperandPhrase): boolean {
  return text.trim() === '' && plans.length === 0 && years.length === 0;
}

function periodsIn(text: string): number | null {
  const count = duration.exec(text)?.groups?.count?.toLowerCase();
  return count === undefined ? null : (numbers.get(count) ?? Number(count));
}

function exchangeRateIn(text: string): number | null {
  const rate = exchange.flatMap((pattern) => pattern.exec(text)?.groups?.rate ?? [])[0];
  return rate === undefined ? null : Number(rate);
}
