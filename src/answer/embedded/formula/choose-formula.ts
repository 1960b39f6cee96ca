import { isInPart } from '../../../retrieve/rank.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Indicator } from '../../../records.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import { isRatio, type OperandRequest } from '../calculation/request.js';
import { countIn } from '../calculation/sum-items.js';
import type { Evidence } from '../evidence.js';
import { familiesOf } from './columns.js';
import { describe, namingTerms } from './describe.js';
import { type Figure, figurePool, plain } from './figure-pool.js';
import { fitsOf } from './fit.js';
import words from './formula-words.json' with { type: 'json' };
import { groupNamed } from './groups.js';
import { overTime } from './over-time.js';
import { isSameFigure } from './pairs.js';
import { perUnit } from './per-unit.js';
import { residual } from './residual.js';
import { type Ground, type Side, setAgainst } from './set-against.js';

/** What is worked out of which figures; several figures of one operand are added up first. */
export interface Formula {
  operation: string;
  operands: readonly (readonly Indicator[])[];
  /** How the figures go together, where no operation of the calculator says it; they are a, b, c … in it. */
  expression?: string;
  /** A figure of the asker's that stands in it after those of the plan. */
  given?: GivenFigure;
}

type Request = Pick<OperandRequest, 'frame' | 'evidence'>;

const chosen = new WeakMap<Evidence, Formula | undefined>();

/**
 * The figures that a calculation is asked of, each found by what the question says of it, in tables and sentences
 * alike; undefined where one of them is not surely there.
 */
export function chooseFormula(request: Request): Formula | undefined {
  const { evidence } = request;
  if (!chosen.has(evidence)) chosen.set(evidence, formulaOf(request));
  return chosen.get(evidence);
}

/** The rows that a calculation is made of. */
export function formulaRows(request: Request): Indicator[] {
  return chooseFormula(request)?.operands.flat() ?? [];
}

function formulaOf(request: Request): Formula | undefined {
  const { frame } = request;
  const wish = frame.calculation;
  if (!wish || frame.language !== 'zh' || asksWhich.test(frame.question)) return undefined;
  const ground = groundOf(request);
  const { operation } = wish;
  const [a, b] = wish.isList ? [] : wish.operands.map((phrase): Side => ({
    text: phrase.text,
    description: describe(phrase.text, phrase, frame),
  }));
  const areNamed = a && b && a.description.terms.length + b.description.terms.length > 0;
  switch (operation) {
    case 'share':
      return areNamed ? formula(operation, setAgainst(operation, a, b, ground)) : undefined;
    case 'ratio':
      return extremes(operation, request, ground) ?? (areNamed ? formula(operation, setAgainst(operation, a, b, ground)) : undefined);
    case 'per_unit':
      return formula(operation, perUnit(frame, ground.pool, ground.asked)?.map((row) => [row]));
    case 'residual':
      return leftOver(request, ground);
    case 'implied_base':
      return beforeMultiple(request, ground);
    case 'difference':
      if (areNamed && a.description.terms.length > 0 && b.description.terms.length > 0)
        return formula(operation, setAgainst(operation, a, b, ground));
      return overYears(operation, request, ground);
    case 'growth':
    case 'cagr':
    case 'required_growth':
      return overYears(operation, request, ground);
    case 'sum':
      return together(operation, request, ground) ?? overAllYears(request, ground);
    case 'average':
      return together(operation, request, ground);
    default:
      return undefined;
  }
}

/** What is to be chosen from is set side by side, not worked out. */
const asksWhich = new RegExp(words.asksWhich);

function formula(operation: string, operands: Formula['operands'] | undefined): Formula | undefined {
  return operands && { operation, operands };
}

function groundOf({ frame, evidence }: Request): Ground {
  const pool = figurePool({ frame, evidence });
  const phrases = [frame.question, ...frame.phrases];
  const others = queryTerms(phrases).flatMap(({ alternatives }) => alternatives);
  const asked = plain([...phrases, ...others].join(' '));
  const byPlan = new Map<string, Indicator[]>();
  for (const { row } of pool as readonly Figure[]) byPlan.set(row.planId, [...(byPlan.get(row.planId) ?? []), row]);
  const families = [...byPlan.values()].flatMap(familiesOf).filter(({ cells }) => {
    const path = cells[0]?.row.sectionPath ?? [];
    return frame.parts.length === 0 || isInPart(path, frame.parts);
  });
  return { pool, families, asked, background: frame.background };
}

function overYears(operation: string, { frame }: Request, { pool, asked }: Ground): Formula | undefined {
  return formula(operation, overTime(frame, pool, asked)?.map((row) => [row]));
}

/** Lines of one table, box or list that are added up or averaged. */
function together(operation: string, { frame }: Request, { families, asked }: Ground): Formula | undefined {
  if (frame.plans.length > 1) return undefined;
  const text = frame.phrases.join(' ');
  const terms = namingTerms(text, frame.background);
  const rows = groupNamed({ terms, count: countIn(frame.question), years: frame.years, asked }, families);
  return formula(operation, rows && [rows]);
}

/** The largest line of a table beside its smallest. */
function extremes(operation: string, { frame }: Request, { families, asked }: Ground): Formula | undefined {
  if (!largest.test(frame.question) || !smallest.test(frame.question) || frame.plans.length > 1) return undefined;
  const terms = namingTerms(frame.phrases.join(' ').replace(mostOrLeast, ' '), frame.background);
  const rows = groupNamed({ terms, count: undefined, years: frame.years, asked }, families);
  const ordered = [...(rows ?? [])].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [first, last] = [ordered[0], ordered.at(-1)];
  return first && last && first !== last ? { operation, operands: [[first], [last]] } : undefined;
}

const largest = new RegExp(words.largest);
const smallest = new RegExp(words.smallest);
const mostOrLeast = new RegExp(`${words.largest}|${words.smallest}`, 'g');

/** What is left of a whole without parts that the question lists. */
function leftOver({ frame }: Request, { pool, asked }: Ground): Formula | undefined {
  const [whole, without] = frame.calculation?.operands ?? [];
  if (!whole || !without) return undefined;
  const years = whole.years.length > 0 ? whole.years : frame.years;
  const parts = without.text.split(listMarks).filter((part) => part.trim() !== '');
  const rows = residual(
    describe(whole.text, { ...whole, years, given: [] }, frame),
    parts.map((part) => describe(part, { plans: whole.plans, years }, frame)),
    pool,
    asked,
  );
  return rows && { operation: 'evaluate', operands: rows.map((row) => [row]), expression: signed(rows.length) };
}

const listMarks = /[、，,]|以及|[和与及]/;

/** a - b - c */
function signed(count: number): string {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at)).join(' - ');
}

/** What something is so many times of, from the figure and the multiple that the question gives. */
function beforeMultiple({ frame }: Request, { pool, asked }: Ground): Formula | undefined {
  const given = frame.calculation?.given.find(({ unit }) => unit === '倍');
  const [said = ''] = frame.phrases.join(' ').split(given?.raw ?? '\n');
  const subject = describe(said.replace(isTimes, ' '), { years: frame.years.slice(0, 1), plans: frame.plans }, frame);
  const [best, next] = fitsOf({ ...subject, wants: 'actual' }, pool, asked).filter(
    ({ figure: { row } }) => !isRatio(row) && row.unit !== '倍',
  );
  if (!given || !best || (next && next.score > best.score - clearBy && !isSameFigure(next.figure.row, best.figure.row)))
    return undefined;
  return { operation: 'evaluate', operands: [[best.figure.row]], expression: 'a / b', given };
}

const isTimes = new RegExp(words.isTimes);
const clearBy = 0.06;

/** What is spent or done each year, over all years of the plan. */
function overAllYears({ frame }: Request, { pool, asked }: Ground): Formula | undefined {
  const count = countOfYears(frame);
  if (count === undefined || frame.plans.length > 1) return undefined;
  const subject = describe(frame.phrases.join(' '), { years: [], plans: [] }, frame);
  const [best, next] = fitsOf(subject, pool, asked).filter(
    ({ figure: { row } }) => yearly.test(row.name) && !isRatio(row),
  );
  if (!best || subject.terms.length === 0) return undefined;
  if (next && next.score > best.score - clearBy && !isSameFigure(next.figure.row, best.figure.row)) return undefined;
  return { operation: 'evaluate', operands: [[best.figure.row]], expression: `a * ${count}` };
}

const yearly = new RegExp(words.yearly);
const years = new RegExp(words.years);

function countOfYears({ question }: Request['frame']): number | undefined {
  const said = years.exec(question)?.[1];
  return said === undefined ? undefined : '零一二三四五六七八九十'.indexOf(said.replace('两', '二'));
}
