import { parseDigitByDigit } from './chinese-numerals.js';
import { foldWidth } from './fold-width.js';
import { anyOf } from './match-at.js';
import table from './periods.json' with { type: 'json' };
import { readScale, readUnit } from './read-unit.js';

/** A year or a span of years named in a text. `raw` is `text.slice(start, end)`. */
export interface PeriodSpan {
  start: number;
  end: number;
  raw: string;
  /** First and last year; the same for a single one. */
  from: number;
  to: number;
  kind: 'year' | 'range' | 'plan' | 'planEnd' | 'relative';
}

type Years = Pick<PeriodSpan, 'from' | 'to' | 'kind'>;

const year = '(?:19|20)\\d{2}';
const gap = '[ ]{0,2}\\r?\\n?[ ]{0,2}';
const planEnd = `(?:(?:${anyOf(table.planFillers)})?(?:${anyOf(table.planEnds)}))`;
const digits = '[〇零一二三四五六七八九]';

/** What any of the alternatives may begin with: most places of a text are done with at a look. */
const firsts = `[\\da-z“"十第${digits.slice(1, -1)}${Object.keys(table.relativeYears)
  .map((word) => word.charAt(0))
  .join('')}]`;

/** One pattern, so that a text is walked through once; the named groups say what was found. */
const periods = new RegExp(
  `(?=${firsts})(?:${[
    `(?<endOf>end of (?:the )?)?\\b(?<english>\\d{2}th|${anyOf(Object.keys(table.planOrdinals))}) (?:five-year plan|5-year plan|FYP)(?: period)?(?<englishEnd> end)?`,
    `[“"]?十(?<plan>[一二三四五六七八九])五[”"]?(?:(?<end>${planEnd}))?`,
    `[“"]十五[”"](?:(?<tenthEnd>${planEnd}))?`,
    `第(?<ordinal>十[一二三四五六七八九]?)个五年(?:规划|计划)(?<ordinalEnd>(?:时期|期)?(?:${anyOf(table.planEnds)}))?`,
    `(?<![\\d.,A-Za-z])(?<from>${year})(?:${gap}年)?[ ]?(?:--?|–|—{1,2}|~|至|到|to|and)[ ]?(?<to>${year}|\\d{2}(?=${gap}年|(?<=[-–]\\d\\d)(?![\\d%.\\-])))(?:${gap}年[末底]?)?(?![\\d%]|[.,]\\d)`,
    `(?<![\\d,])(?<year>${year})${gap}年(?:[末底]|度)?`,
    `(?<chinese>${digits}{4})年[末底]?`,
    `(?<![\\d.,+\\-A-Za-z])(?:FY ?)?(?<bare>${year})(?![\\d%‰+*A-Za-z]|-(?!\\d\\d-\\d\\d)|[.,]\\d)`,
    `(?<relative>${anyOf(Object.keys(table.relativeYears))})`,
  ].join('|')})`,
  'gi',
);

/**
 * Finds the years and spans of years that a text names, in reading order. `today` resolves 今年, next year
 * and their like, which are left out without it.
 */
export function findPeriods(text: string, options: { today?: Date } = {}): PeriodSpan[] {
  const folded = foldWidth(text);
  return [...folded.matchAll(periods)].flatMap((match) => {
    const end = match.index + match[0].length;
    const years = yearsOf(match.groups ?? {}, options.today, folded.slice(end, end + 20));
    return years ? [{ start: match.index, end, raw: text.slice(match.index, end), ...years }] : [];
  });
}

function yearsOf(
  groups: Record<string, string | undefined>,
  today: Date | undefined,
  after: string,
): Years | undefined {
  if (groups.from !== undefined && groups.to !== undefined) return rangeOf(groups.from, groups.to);
  if (groups.year !== undefined) return oneYear(Number(groups.year));
  if (groups.chinese !== undefined) return chineseYear(groups.chinese);
  if (groups.bare !== undefined) return bareYear(Number(groups.bare), after);
  if (groups.relative !== undefined) return relativeYear(groups.relative.toLowerCase(), today);
  return planOf(groups);
}

function rangeOf(first: string, last: string): Years | undefined {
  const from = Number(first);
  const to = last.length === 2 ? Number(first.slice(0, 2) + last) : Number(last);
  return from < to ? { from, to, kind: 'range' } : undefined;
}

function oneYear(value: number): Years {
  return { from: value, to: value, kind: 'year' };
}

function chineseYear(written: string): Years | undefined {
  const value = parseDigitByDigit(written);
  return value !== undefined && value >= 1900 && value <= table.latestBareYear ? oneYear(value) : undefined;
}

/** Four digits are a year only where no unit makes a figure of them. */
function bareYear(value: number, after: string): Years | undefined {
  if (value < table.earliestBareYear || value > table.latestBareYear) return undefined;
  const near = after.length - after.trimStart().length;
  return readUnit(after, near) || readScale(after, near) ? undefined : oneYear(value);
}

function relativeYear(word: string, today: Date | undefined): Years | undefined {
  const offset = new Map(Object.entries(table.relativeYears)).get(word);
  if (offset === undefined || !today) return undefined;
  return { ...oneYear(today.getFullYear() + offset), kind: 'relative' };
}

/** Five-year plans have run without a gap since the sixth (1981–1985). */
function planOf(groups: Record<string, string | undefined>): Years {
  const from = table.firstPlanYear + (planNumber(groups) - 1) * table.planYears;
  const to = from + table.planYears - 1;
  const ends = [groups.end, groups.tenthEnd, groups.ordinalEnd, groups.endOf, groups.englishEnd];
  return ends.some((end) => end !== undefined)
    ? { from: to, to, kind: 'planEnd' }
    : { from, to, kind: 'plan' };
}

function planNumber(groups: Record<string, string | undefined>): number {
  const byDigit = new Map(Object.entries(table.planDigits));
  const english = groups.english?.toLowerCase() ?? '';
  const named = new Map(Object.entries(table.planOrdinals)).get(english);
  if (english !== '') return named ?? Number.parseInt(english, 10);
  return byDigit.get(groups.plan ?? groups.ordinal?.slice(1) ?? '') ?? 10;
}
