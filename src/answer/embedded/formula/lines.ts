import terms from '../calculation/calculation-terms.json' with { type: 'json' };
import { countIn } from '../calculation/sum-items.js';
import { namingTerms } from './describe.js';
import { type Formula, formulaOf, type Request } from './formula.js';
import words from './formula-words.json' with { type: 'json' };
import { groupNamed } from './groups.js';
import type { Ground } from './set-against.js';

/** Only some of a column's lines are meant, by their order or by what is left out. */
const ofSome = [terms.leavesOut, terms.firstRows].map((pattern) => new RegExp(pattern, 'i'));

/** Lines of one table, box or list that are added up or averaged. */
export function together(
  operation: string,
  { frame }: Request,
  { families, asked }: Ground,
): Formula | undefined {
  if (frame.plans.length > 1 || ofSome.some((one) => one.test(frame.question))) return undefined;
  const text = frame.phrases.join(' ');
  const named = namingTerms(text, frame.background);
  const rows = groupNamed(
    { terms: named, count: countIn(frame.question), years: frame.years, asked },
    families,
  );
  return formulaOf(operation, rows && [rows]);
}

/** The largest line of a table beside its smallest. */
export function extremes(
  operation: string,
  { frame }: Request,
  { families, asked }: Ground,
): Formula | undefined {
  if (!largest.test(frame.question) || !smallest.test(frame.question) || frame.plans.length > 1)
    return undefined;
  const named = namingTerms(frame.phrases.join(' ').replace(mostOrLeast, ' '), frame.background);
  const rows = groupNamed({ terms: named, count: undefined, years: frame.years, asked }, families);
  const ordered = [...(rows ?? [])].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [first, last] = [ordered[0], ordered.at(-1)];
  return first && last && first !== last ? { operation, operands: [[first], [last]] } : undefined;
}

const largest = new RegExp(words.largest);
const smallest = new RegExp(words.smallest);
const mostOrLeast = new RegExp(`${words.largest}|${words.smallest}`, 'g');
