import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { termInName } from '../../../retrieve/find-indicators.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import { type QuotientAsked, quotientAsked } from '../../understand/quotient-asked.js';
import { resolveUnits } from '../../understand/resolve-unit.js';
import type { Understanding } from '../../understand/understand.js';
import terms from '../calculation/calculation-terms.json' with { type: 'json' };
import { countsIn } from '../calculation/quotient.js';
import { isRatio } from '../calculation/request.js';
import { namingTerms } from './describe.js';
import type { Figure } from './figure-pool.js';
import { nameShare } from './groups.js';
import type { Pair } from './pairs.js';

const ofMoney = new RegExp(terms.ofMoney, 'i');
const working = new Set(terms.ofWorking);
/** What two figures and the place where both stand say of the question, at least; and what their names do. */
const leastSaid = 0.8;
const leastOwn = 0.5;
const clearBy = 0.08;
const credit = 0.6;

interface Choice {
  pair: Pair;
  score: number;
}

/** So much for each: an amount and what it is spread over, where one sentence or line gives both. */
export function perUnit(frame: Understanding, pool: readonly Figure[], asked: string): Pair | undefined {
  const wanted = quotientAsked(frame.phrases.join(' ')) ?? quotientAsked(frame.question);
  if (!wanted) return undefined;
  const words = namingTerms(`${wanted.rest} ${wanted.noun}`, frame.background).filter(
    ({ word }) => !working.has(word) && !lookUpUnit(word),
  );
  if (words.length === 0) return undefined;
  const isOfYear = ({ row }: Figure) =>
    frame.years.length === 0 || row.year === null || frame.years.includes(row.year);
  const open = pool.filter(isOfYear);
  const bases = open.filter(({ row }) => isBase(row, wanted));
  const choices = bases
    .flatMap((base) =>
      open
        .filter((top) => isBeside(top, base) && isTop(top.row, wanted, frame.question))
        .flatMap((top) => choiceOf(top, base, words, asked) ?? []),
    )
    .sort((a, b) => b.score - a.score);
  const [best] = choices;
  if (!best) return undefined;
  const [top, base] = best.pair;
  const rival = choices.find(
    ({ pair, score }) =>
      score > best.score - clearBy && (pair[0].value !== top.value || pair[1].value !== base.value),
  );
  return rival ? undefined : best.pair;
}

function isBeside({ row }: Figure, { row: base }: Figure): boolean {
  return row.passageId === base.passageId && row.quote === base.quote && row.scope === base.scope;
}

function isBase(row: Indicator, { unit }: QuotientAsked): boolean {
  if (isRatio(row) || (row.value ?? 0) <= 0) return false;
  return unit === '' ? lookUpUnit(row.unit)?.kind === 'count' : countsIn(row.unit, unit);
}

function isTop(row: Indicator, { unit, rest }: QuotientAsked, question: string): boolean {
  if (isRatio(row) || row.unit === '' || (unit !== '' && sameKind(row.unit, unit))) return false;
  if (/每|均/.test(row.name)) return false;
  const units = resolveUnits(rest).filter((one) => lookUpUnit(one)?.kind !== 'number' && one !== unit);
  if (units.length > 0) return units.some((one) => sameKind(one, row.unit) || isVisit(one, row.unit));
  return ofMoney.test(question) && lookUpUnit(row.unit)?.kind === 'money';
}

/** 多少人 of those who take part is counted in 人次. */
function isVisit(asked: string, unit: string): boolean {
  return asked === '人' && sameKind(unit, '人次');
}

function choiceOf(top: Figure, base: Figure, words: readonly QueryTerm[], asked: string): Choice | undefined {
  const names = `${top.own} ${base.own}`;
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  let [said, own] = [0, 0];
  for (const term of words) {
    const inName = termInName(term, names);
    own += inName * term.weight;
    said += Math.max(inName, credit * termInName(term, `${top.near} ${top.head}`)) * term.weight;
  }
  if (said / total < leastSaid || own / total < leastOwn) return undefined;
  const exact = (nameShare(top.row.name, asked) + nameShare(base.row.name, asked)) / 2;
  return { pair: [top.row, base.row], score: said / total + 0.5 * exact };
}
