import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import { toChineseTerms } from '../../understand/translate.js';
import type { Understanding } from '../../understand/understand.js';

const either =
  /\bwhich\b[^,?]*,\s*(?<a>[^,?]+?)\s+or\s+(?<b>[^,?]+)|(?<c>[^，,。？?]+?)还是(?<d>[^，,。？?]+)/i;

/** Of the figures found, only those of the two things that a question sets side by side (deposits or loans). */
export function onlyAlternatives(
  matches: readonly IndicatorMatch[],
  all: readonly IndicatorMatch[],
  { question, language }: Pick<Understanding, 'question' | 'language'>,
): IndicatorMatch[] {
  const { a, b, c, d } = either.exec(question)?.groups ?? {};
  const sides = language === 'en' ? [a, b] : [c, d];
  const words = sides.flatMap((side) =>
    side === undefined ? [] : [queryTerms([toChineseTerms(side)]).map(({ word }) => word)],
  );
  if (words.length < 2) return [...matches];
  const names = (match: IndicatorMatch, side: readonly string[]) =>
    side.some((word) => match.name.startsWith(word));
  const others = (at: number) => words[1 - at] ?? [];
  const found = words.map((side, at) =>
    [...matches, ...all].find((match) => names(match, side) && !names(match, others(at))),
  );
  const [first, second] = found;
  // Where a side has no figure, the sides are places or matters, which are told apart elsewhere.
  return first && second && first !== second ? [first, second] : [...matches];
}
