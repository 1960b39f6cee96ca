import type { QuantitySpan } from '../../quantity/find-quantities.js';

/** 存款、贷款分别达6.5万亿元、6万亿元: names in front of the word that hands them out. */
const handsOut = /分别|依次|respectively/;
const between = /[、和与及]/;
const clauseEnd = /[。；;\n！？]/;

/**
 * The name of a figure that is one of several handed out to as many names: 存款、贷款分别达…, or, where the
 * names stand in the clause before, 德溪县A 1、B 2；我县分别为3、4.
 * @returns undefined where the figure is not of such a series
 */
export function respectiveName(
  text: string,
  figure: QuantitySpan,
  all: readonly QuantitySpan[],
): string | undefined {
  const before = text.slice(0, figure.start);
  const from = lastMatch(before, clauseEnd);
  const word = handsOut.exec(text.slice(from, figure.start));
  if (!word) return undefined;
  const start = from + word.index;
  const next = clauseEnd.exec(text.slice(figure.end));
  const end = next ? figure.end + next.index : text.length;
  const series = all.filter((one) => one.start >= start && one.end <= end);
  const at = series.indexOf(figure);
  const segment = text.slice(Math.max(from, lastMatch(text.slice(0, start), /[，,]/)), start);
  const names = segment.split(between).filter((name) => name.trim() !== '');
  if (names.length === series.length) return names[at];
  const earlier = all.filter((one) => one.end <= from);
  const pattern = earlier.slice(-series.length);
  if (pattern.length < series.length || series.length < 2) return undefined;
  const model = pattern[at];
  const floor = Math.max(
    lastMatch(text.slice(0, model?.start), /[，,、；;。]/),
    ...earlier.filter((one) => model && one.end <= model.start).map((one) => one.end),
  );
  return `${segment}${text.slice(floor, model?.start)}`;
}

function lastMatch(text: string, mark: RegExp): number {
  const found = [...text.matchAll(new RegExp(mark.source, 'g'))].at(-1);
  return found ? found.index + found[0].length : 0;
}
