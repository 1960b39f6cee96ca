import type { Indicator } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import { isInPart } from '../../../retrieve/rank.js';
import type { OperandPhrase } from '../../understand/resolve-calculation.js';
import type { Evidence } from '../evidence.js';
import { familiesOf } from './columns.js';
import { describe } from './describe.js';
import { type Figure, figurePool, plain } from './figure-pool.js';
import { type Formula, formulaOf, type Request } from './formula.js';
import words from './formula-words.json' with { type: 'json' };
import { extremes, together } from './lines.js';
import { overYears } from './over-time.js';
import { perUnit } from './per-unit.js';
import { leftOver } from './residual.js';
import { type Ground, ofSentence, type Side, setAgainst } from './set-against.js';
import { beforeMultiple, overAllYears } from './single.js';

const chosen = new WeakMap<Evidence, Formula | undefined>();

/**
 * The figures that a calculation is asked of, each found by what the question says of it, in tables and sentences
 * alike; undefined where one of them is not surely there.
 */
export function chooseFormula(request: Request): Formula | undefined {
  const { evidence } = request;
  if (!chosen.has(evidence)) chosen.set(evidence, readFormula(request));
  return chosen.get(evidence);
}

/** The rows that a calculation is made of. */
export function formulaRows(request: Request): Indicator[] {
  return chooseFormula(request)?.operands.flat() ?? [];
}

function readFormula(request: Request): Formula | undefined {
  const { frame } = request;
  const wish = frame.calculation;
  if (!wish || asksWhich.test(frame.question)) return undefined;
  const ground = groundOf(request);
  const { operation } = wish;
  const [a, b] = wish.isList
    ? []
    : wish.operands.map(
        (phrase): Side => ({
          text: phrase.text,
          description: describe(phrase.text, { ...phrase, years: yearsOf(phrase, frame) }, frame),
        }),
      );
  const areNamed = a && b && a.description.terms.length + b.description.terms.length > 0;
  switch (operation) {
    case 'share':
      return areNamed
        ? formulaOf(operation, setAgainst(operation, a, b, ground))
        : ofItsWhole(request, ground);
    case 'ratio':
      return (
        extremes(operation, request, ground) ??
        (areNamed
          ? formulaOf(
              asksShare.test(frame.question) ? 'share' : operation,
              setAgainst(operation, a, b, ground),
            )
          : undefined)
      );
    case 'per_unit':
      return formulaOf(
        operation,
        perUnit(frame, ground.pool, ground.asked)?.map((row) => [row]),
      );
    case 'residual':
      return leftOver(request, ground);
    case 'implied_base':
      return beforeMultiple(request, ground);
    case 'difference':
      if (areNamed && a.description.terms.length > 0 && b.description.terms.length > 0)
        return formulaOf(operation, setAgainst(operation, a, b, ground));
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

/** The only year of the question is meant for each of its figures, where none names its own. */
function yearsOf({ years }: OperandPhrase, frame: Request['frame']): number[] {
  const named = frame.calculation?.operands.some((phrase) => phrase.years.length > 0);
  return named || frame.years.length !== 1 ? years : frame.years;
}

/** What is to be chosen from is set side by side, not worked out. */
const asksWhich = new RegExp(words.asksWhich);

function groundOf({ frame, evidence }: Request): Ground {
  const pool = figurePool({ frame, evidence });
  const phrases = [frame.question, ...frame.phrases];
  const others = queryTerms(phrases).flatMap(({ alternatives }) => alternatives);
  const asked = plain([...phrases, ...others].join(' '));
  const byPlan = new Map<string, Indicator[]>();
  for (const { row } of pool as readonly Figure[])
    byPlan.set(row.planId, [...(byPlan.get(row.planId) ?? []), row]);
  const families = [...byPlan.values()].flatMap(familiesOf).filter(({ cells }) => {
    const path = cells[0]?.row.sectionPath ?? [];
    return frame.parts.length === 0 || isInPart(path, frame.parts);
  });
  return { pool, families, asked, background: frame.background };
}

/** Divided, for the share that it is. */
const asksShare = new RegExp(words.asksShare);

/** What something is of what it is a part of, where only the part is named: 水电装机占比. */
function ofItsWhole({ frame }: Request, ground: Ground): Formula | undefined {
  const text = frame.phrases.join(' ');
  if (frame.plans.length > 1 || ground.pool.some(({ row }) => isStated(row, text))) return undefined;
  const part = { text, description: describe(text, { years: frame.years, plans: frame.plans }, frame) };
  return part.description.terms.length === 0 ? undefined : formulaOf('share', ofSentence(part, ground));
}

/** The plan has the share as a figure of its own. */
function isStated({ name, unit }: Indicator, text: string): boolean {
  return unit === '%' && /占比|比重|比例/.test(name) && text.includes(name);
}
