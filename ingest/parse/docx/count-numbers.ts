import { formatNumber } from './number-format.js';
import type { NumberedList, NumberLevel } from './numbering-definitions.js';

/** Counts the paragraphs of lists in reading order, and writes the number that Word shows before each. */
export function createNumberCounter(lists: ReadonlyMap<number, NumberedList>) {
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  /** The text before a paragraph, blank included; '' where nothing is shown. */
  return function next({ numId, level }: { numId: number; level: number }): string {
    const list = lists.get(numId);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const count = counts.get(list.abstractId) ?? [];
    counts.set(list.abstractId, count);
    const override = list.startOverrides.get(level);
    const isRestart = override !== undefined && !started.has(`${numId}:${level}`);
    started.add(`${numId}:${level}`);
    const before = count[level];
    count[level] = isRestart ? override : before === undefined ? own.start : before + 1;
    for (let below = level + 1; below < count.length; below += 1)
      if (list.levels.get(below)?.restarts ?? true) count[below] = undefined;
    return shownText({ list, own, count });
  };
}

function shownText({
  list,
  own,
  count,
}: {
  list: NumberedList;
  own: NumberLevel;
  count: readonly (number | undefined)[];
}): string {
  if (own.format === 'bullet') return own.text.trim() === '' ? '' : '- ';
  const text = own.text.replace(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1;
    const level = list.levels.get(at);
    const value = count[at] ?? level?.start ?? 1;
    const format = level?.format ?? 'decimal';
    return formatNumber(value, own.inDigits ? 'decimal' : format);
  });
  return text === '' || own.suffix === 'nothing' ? text : `${text} `;
}
