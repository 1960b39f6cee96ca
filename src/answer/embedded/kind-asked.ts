import { resolveUnits } from '../understand/resolve-unit.js';
import type { Understanding } from '../understand/understand.js';
import { asksForMeasures } from './asks-for-measures.js';
import { asksForMechanism } from './mechanism-draft.js';
import { resolveShorthand } from './shorthand.js';
import { termInHan } from './term-asked.js';
import { asksForSituation } from './treatment/aside.js';

/** “三轴”: a number and what it counts, in quotes. */
const abbreviation = /[“"「][一二两三四五六七八九十]\p{Script=Han}{1,3}[”"」]/u;

/** 机遇和挑战是什么: the plan's points are asked for, not what the words mean. */
const situation = /机遇|挑战|短板|困难|优势|难题|瓶颈/;

/** What is the “…” (监管沙盒): the term is asked for. */
const asksWhatIs = /^what (?:is|are) (?:the|a|an)?\b/i;

/**
 * Without a word that says what is wanted, a shorthand of the plan (“一核两带”？) wants its members; by what a plan
 * is carried out is a matter of who does it.
 */
export function kindOf({
  kind,
  question,
}: Understanding): Exclude<Understanding['kind'], 'plans' | 'about' | 'empty'> {
  if (kind === 'plans' || kind === 'about' || kind === 'empty') return 'fact';
  // Who does it here and who there, and how that differs: two sides are set against each other.
  if (kind === 'responsibility' && /不同|区别|差异|相比/.test(question)) return 'comparison';
  if ((kind === 'fact' || kind === 'summary') && asksForMechanism(question)) return 'responsibility';
  if (kind === 'definition' && situation.test(question) && !/[“"「]/.test(question)) return 'summary';
  if (kind === 'fact' && asksForSituation(question) && resolveUnits(question).length === 0) return 'list';
  const isTerm =
    resolveShorthand(question) !== undefined ||
    abbreviation.test(question) ||
    (asksWhatIs.test(question) && !/\bwhen\b|how (?:many|much)/i.test(question) && termInHan(question));
  return kind === 'fact' && isTerm ? 'definition' : kind;
}

/** A term of the plan that is asked how it is carried out, not what it means. */
const carriedOut = /怎么个|(?:怎么|如何|咋)(?:落实|实施|推进|搞|做|建|抓)/;

/** Levels that are aimed at are figures or words of a table, not what is to be done. */
const asksForAims = /目标|指标/;
const asksForSense = /意思|含义|定义|解释|[“"「]/;

/** 各自要建的叫什么: of each plan its own words about the matter. */
const ofEachPlan = (question: string): boolean =>
  /各|分别/.test(question) &&
  /什么|啥|哪/.test(question) &&
  !/多少|几|[高低快慢]|增速|占比|比重|余额/.test(question);

/** A “how” that asks for no figure wants what is to be done. */
export function asksHow({ kind, question, plans }: Understanding): boolean {
  const isOfEach = plans.length > 1 && ofEachPlan(question);
  return (
    (kind === 'fact' ||
      (kind === 'target' && !asksForAims.test(question)) ||
      (kind === 'definition' && isOfEach && !asksForSense.test(question))) &&
    (!resolveShorthand(question) || carriedOut.test(question)) &&
    (asksForMeasures(question) || isOfEach) &&
    resolveUnits(question).length === 0
  );
}
