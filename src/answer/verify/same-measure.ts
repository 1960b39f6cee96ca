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
  return unit !== '%' || !addsSort(claim, saysSorts(plan));
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

/** Whether a text says that a figure is no bound and not rounded. */
export function saysExactly(text: string): boolean {
  return says(text.toLowerCase(), words.exact);
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

export type SortOfRate = 'share' | 'growth';

/** 占比提高到23%: to rise to a share is to be one. */
const upTo =
  /(?:增长|提高|提升|增加|上升|升|下降|降低|降|increas\w*|r[io]se|grow\w*|grew)\s*(?:到|至|为|to\b)/gi;
/** Words that have a word of growth in them and mean none. */
const noGrowth = /增加值|增长极|增长点|增长中心/g;

/** What the words beside a figure say that it is. */
export function saysSorts(text: string): ReadonlySet<SortOfRate> {
  const said = text.toLowerCase().replace(noGrowth, ' ').replace(upTo, ' ');
  const sorts: SortOfRate[] = [];
  if (says(said, words.share)) sorts.push('share');
  if (says(said, words.growth)) sorts.push('growth');
  return new Set(sorts);
}

/** Whether a claim calls a share a growth, or the other way round; `stated` are the plan's words. */
export function addsSort(said: string, stated: ReadonlySet<SortOfRate>): boolean {
  return stated.size > 0 && [...saysSorts(said)].some((sort) => !stated.has(sort));
}

export function saysSummed(text: string): boolean {
  return says(text.toLowerCase(), words.summed);
}

function says(text: string, list: readonly string[]): boolean {
  return list.some((word) => text.includes(word));
}
