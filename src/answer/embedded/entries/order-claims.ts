import { calculate } from '../../../calculator/calculate.js';
import { PlanbotError } from '../../../errors.js';
import { Exact } from '../../../quantity/exact.js';
import { convert, lookUpUnit } from '../../../quantity/units.js';
import type { Language } from '../../../records.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim, type MadeClaim } from '../calculation/calculation-claim.js';
import type { Term } from '../calculation/term.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import words from './entry-words.json' with { type: 'json' };

const asksTimes = /倍|times/i;
const asksGap = new RegExp(words.asksGap, 'i');

/** The order of several figures of one kind, and of two by how much they differ where that is asked. */
export function orderClaims(
  terms: readonly Term[],
  frame: Understanding,
  setting: ClaimSetting,
): MadeClaim[] {
  const ranked = made('rank', terms, frame, setting);
  if (!ranked) return [];
  const ordered = inOrder(terms);
  const [top, bottom] = endsOf(ordered);
  const isEven = top.length === terms.length;
  const template = isEven ? 'orderEven' : terms.length === 2 ? 'orderOfTwo' : 'orderOfAll';
  const named = (list: readonly Term[]) =>
    list.map(({ operand }) => operand.name).join(frame.language === 'zh' ? '、' : ', ');
  const text = fillTemplate(frame.language, template, {
    working: ranked.claim.text.replace(/[。.]$/, ''),
    top: named(top),
    bottom: named(bottom),
    ...adjectives(terms[0], frame),
  });
  const order = { ...ranked, claim: { ...ranked.claim, text, counts: terms.map((_, at) => at + 1) } };
  return [
    order,
    ...gapClaims(terms.length === 2 ? terms : endsOf(ordered).flatMap(([end]) => end ?? []), frame, setting),
  ];
}

/** The biggest and the smallest of terms in order, each with those that equal it. */
export function endsOf(ordered: readonly Term[]): [Term[], Term[]] {
  const amounts = ordered.map((term) => amountOf(term, ordered[0]));
  const equal = (at: number) =>
    ordered.filter((_, one) => amounts.at(at) !== undefined && amounts[one]?.eq(amounts.at(at) ?? 0));
  return [equal(0), equal(-1)];
}

/** By how much, and how many times, the bigger of two is more. */
export function gapClaims(terms: readonly Term[], frame: Understanding, setting: ClaimSetting): MadeClaim[] {
  if (terms.length !== 2 || !asksGap.test(frame.question)) return [];
  const operation = asksTimes.test(frame.question) ? 'ratio' : 'difference';
  const gap = made(operation, inOrder(terms), frame, setting);
  return gap ? [gap] : [];
}

function made(
  operation: string,
  terms: readonly Term[],
  frame: Understanding,
  setting: ClaimSetting,
): MadeClaim | undefined {
  const operands = terms.map(({ operand }) => operand);
  try {
    // The bigger first, though it may be of the earlier year.
    const [first, second] = operands;
    const isEarlier = (first?.year ?? 0) < (second?.year ?? 0) && first?.year !== null;
    const options = operation === 'difference' && isEarlier ? { direction: 'fall' } : {};
    const outcome = calculate({ operation, operands, options, language: frame.language });
    return calculationClaim({ outcome, terms, n: 1, frame, setting });
  } catch (error) {
    // Figures of unlike kinds have no order.
    if (error instanceof PlanbotError && error.code === 'calculation_invalid') return undefined;
    throw error;
  }
}

/** Terms from the biggest. */
export function inOrder(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => amountOf(b, terms[0]).cmp(amountOf(a, terms[0])));
}

function amountOf({ operand }: Term, like: Term | undefined) {
  return convert({
    value: new Exact(operand.value),
    from: operand.unit,
    to: like?.operand.unit ?? operand.unit,
  });
}

/** A road is longer, a sum more, a rate higher. */
function adjectives(term: Term | undefined, { language }: Understanding): Record<string, string> {
  const kind = lookUpUnit(term?.operand.unit ?? '')?.kind ?? '';
  const [more = '', less = ''] = (kinds[language][kind] ?? kinds[language].other).split('/');
  return { more, less };
}

const kinds: Record<Language, Record<string, string> & { other: string }> = words.adjectives;
