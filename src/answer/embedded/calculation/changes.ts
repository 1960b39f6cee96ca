import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import words from './calculation-terms.json' with { type: 'json' };

/** What a plan says of how a figure came about: by how much it rose or fell, and since when. */
export interface Change {
  row: Indicator;
  falls: boolean;
  /** The year that it counts from; null where it is told by a period's name. */
  since: number | null;
  /** The period that it counts from, as the plan calls it (十二五). */
  period: string | null;
  isYearly: boolean;
}

const ending = new RegExp(words.changeEnding);
const multipleEnding = new RegExp(words.multipleEnding);
const fall = new RegExp(words.fall, 'i');
const yearly = new RegExp(words.yearlyGrowth, 'i');
const lastYear = /同比|上年|上一年|去年|前一年/;

/** The changes that the plan states beside a figure, in the same sentence and under its name. */
export function changesOf(level: Indicator, collection: readonly Indicator[]): Change[] {
  return collection.flatMap((row) => {
    if (row === level || row.value === null || row.valueMax !== null) return [];
    if (row.planId !== level.planId || row.passageId !== level.passageId || row.quote !== level.quote)
      return [];
    if (row.scope !== level.scope) return [];
    const rest = restOfName(row, level);
    const found = rest === undefined ? undefined : (ending.exec(rest) ?? multipleEnding.exec(rest));
    if (!found) return [];
    return [{ row, ...countsFrom(found.groups?.since ?? rest ?? '', rest ?? '', level) }];
  });
}

/** What a change's name has beyond the name of what changed. */
function restOfName(row: Indicator, level: Indicator): string | undefined {
  for (const [whole, part] of [
    [row.name, level.name],
    [coreName(row.canonicalName), coreName(level.canonicalName)],
  ] as const)
    if (whole !== part && whole.startsWith(part)) return whole.slice(part.length);
  return undefined;
}

function countsFrom(since: string, rest: string, level: Indicator): Omit<Change, 'row'> {
  const year = /(?:19|20)\d{2}/.exec(since)?.[0];
  const period = /[“”"]?(十[一二三四五六]五)[“”"]?/.exec(since)?.[1] ?? null;
  const isBare = since === '' || lastYear.test(rest);
  return {
    falls: fall.test(rest),
    since:
      year !== undefined
        ? Number(year)
        : isBare && period === null && level.year !== null
          ? level.year - 1
          : null,
    period,
    isYearly: yearly.test(rest),
  };
}
