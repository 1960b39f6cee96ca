import words from './measure-words.json' with { type: 'json' };

/**
 * Whether what two texts say beside a figure is the same sort of figure: what is added is not what there is,
 * a share no growth, a sum over years not one year's, and what is aimed at is not reached.
 */
export function isSameMeasure(said: string, stated: string, unit: string): boolean {
  const [claim, plan] = [` ${said.toLowerCase()} `, ` ${stated.toLowerCase()} `];
  if (says(claim, words.added) !== says(plan, words.added)) return false;
  if (says(claim, words.total) && says(plan, words.added)) return false;
  if (says(claim, words.reached) && says(plan, words.aimed)) return false;
  return unit !== '%' || sortOfRate(claim) === undefined || isOneOf(sortOfRate(claim), sortOfRate(plan));
}

/** Whether a sum over several years is given as one year's, or a yearly amount as a sum. */
export function mixesPeriods(said: string, stated: string): boolean {
  const [claim, plan] = [said.toLowerCase(), stated.toLowerCase()];
  const [sums, years] = [
    (text: string) => says(text, words.summed),
    (text: string) => says(text, words.yearly),
  ];
  if (sums(claim) === years(claim) || sums(plan) === years(plan)) return false;
  return sums(claim) !== sums(plan);
}

/** Whether a text counts what there is in all. */
export function saysTotal(text: string): boolean {
  return says(text.toLowerCase(), words.total);
}

export function saysAdded(text: string): boolean {
  return says(` ${text.toLowerCase()} `, words.added);
}

export function saysCumulative(text: string): boolean {
  return says(text.toLowerCase(), words.cumulative);
}

export function saysReached(text: string): boolean {
  return says(` ${text.toLowerCase()} `, words.reached);
}

export function saysAimed(text: string): boolean {
  return says(` ${text.toLowerCase()} `, words.aimed);
}

export type SortOfRate = 'share' | 'growth' | undefined;

/** What the words beside a percentage say that it is; undefined where they say neither or both. */
export function sortOfRate(text: string): SortOfRate {
  const [isShare, isGrowth] = [says(text, words.share), says(text, words.growth)];
  if (isShare === isGrowth) return undefined;
  return isShare ? 'share' : 'growth';
}

function isOneOf(sort: SortOfRate, other: SortOfRate): boolean {
  return other === undefined || sort === other;
}

function says(text: string, list: readonly string[]): boolean {
  return list.some((word) => text.includes(word));
}
