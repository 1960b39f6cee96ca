import type { PeriodSpan } from '../../../src/quantity/periods.js';
import type { PlanFrame } from '../plan-frame.js';
import type { Mention, Sentence } from './sentence.js';

/** The years that a figure is for. */
export interface Years {
  year: number | null;
  yearFrom: number | null;
  /** First year that a change is measured from (较2015年增长). */
  reference: number | null;
  /** True when the sentence itself names the year. */
  stated: boolean;
  /** True for the value that a change starts from, where nothing says when that was (从1.4%提升至2.3%). */
  before?: boolean;
}

const referenceBefore = /(?:相?较于?|(?<!占|对)比|与|同|自|对比|超过|相当于|是)\s*(?:于|了)?\s*$/;
/** 是“十二五”的1.6倍: a period to compare with. */
const wholeBefore = /(?:是|为|相当于)\s*$/;
const startBefore = /(?:从|由|自)\s*$/;
const referenceAfter = /^\s*(?:年末|年底|末|底)?\s*(?:相比|以来|首次|的?基础上)/;
const startLead = /(?:从|由)(?:(?:原来|最初|过去|目前|现在|当前|现有|原)的?)?(?:约|近)?\s*$/;
const startTail =
  /^[^，；。]{0,4}(?:逐步|大幅|快速|进一步)?(?:整合|精简|重组|合并|提|增|上升|扩|升|降|减|缩|压|发展|拓展|跃|攀|优化|下)[^，；。\d]{0,8}(?:到|至|为)/;
const joined = /^\s*(?:年末|年底|[末底]|全年|当年)?\s*的\s*(?:近|约|不到|超过)?\s*$/;

/** The year of a figure, from its sentence and else from the one before it. */
export function yearsOf(sentence: Sentence, mention: Mention, carried: PeriodSpan | undefined): Years {
  const paired = pairedYear(sentence, mention);
  if (paired) return { year: paired.to, yearFrom: null, reference: null, stated: true };
  if (isStartValue(sentence, mention))
    return { year: null, yearFrom: null, reference: null, stated: true, before: true };
  return statedYears(sentence, mention, carried);
}

/** 2025年、2027年…分别达到A、B: the figures of a run, each with the year of its place in the list. */
export function pairedYear({ text, periods, mentions }: Sentence, mention: Mention): PeriodSpan | undefined {
  const run = runAround(mentions, mention);
  const [first] = run;
  if (!first || run.length < 2 || !/分别/.test(first.lead)) return undefined;
  const listed = periods.filter((period) => period.end <= first.span.start && period.from === period.to);
  const years = listed.slice(-run.length);
  const isList = years.every((period, at) => {
    const next = years[at + 1];
    return (
      next === undefined || /^[末底]?\s*[、和及与]\s*(?:到|至)?$/.test(text.slice(period.end, next.start))
    );
  });
  return isList && years.length === run.length ? years[run.indexOf(mention)] : undefined;
}

/** Figures joined by nothing but list marks. */
function runAround(mentions: readonly Mention[], mention: Mention): Mention[] {
  const at = mentions.indexOf(mention);
  const joins = (one: Mention | undefined) =>
    one?.listed === true && /^\s*(?:[、和及与]|以及)\s*$/.test(one.lead);
  let from = at;
  while (from > 0 && joins(mentions[from])) from -= 1;
  let to = at + 1;
  while (joins(mentions[to])) to += 1;
  return mentions.slice(from, to);
}

/** 从A提升至B without a year at A. */
function isStartValue({ text }: Sentence, mention: Mention): boolean {
  return startLead.test(mention.lead) && startTail.test(text.slice(mention.span.end));
}

function statedYears(sentence: Sentence, mention: Mention, carried: PeriodSpan | undefined): Years {
  const { text, periods } = sentence;
  const before = periods.filter((period) => period.end <= mention.span.start + 1);
  const last = before.at(-1);
  const between = last
    ? sentence.mentions.filter(({ span }) => span.start > last.end && span.end <= mention.span.start)
    : [];
  const reference = last && isReference(text, last) && between.length <= 1 ? last : undefined;
  const starting = before.findLast((period) => isStart(text, period));
  const from = reference?.to ?? starting?.to ?? null;
  const isMeasure =
    last !== undefined &&
    wholeBefore.test(text.slice(0, last.start)) &&
    ['倍', '%'].includes(mention.span.unit);
  if (last && !isMeasure && joined.test(text.slice(last.end, mention.span.start)) && !isDocument(text, last))
    return { year: last.to, yearFrom: null, reference: from === last.to ? null : from, stated: true };
  const own =
    before.findLast(
      (period) => !(isMeasure && period === last) && !isReference(text, period) && !isStart(text, period),
    ) ?? leading(sentence, mention);
  const period = own ?? carried;
  const isSpan = period !== undefined && period.from < period.to;
  return {
    year: period?.to ?? null,
    yearFrom: isSpan ? period.from : null,
    reference: from,
    stated: own !== undefined,
  };
}

/** The period that a sentence leaves for the next: the one that it opens with, unless it is long past. */
export function carriedBy(sentence: Sentence, frame: PlanFrame): PeriodSpan | undefined {
  const { text, periods } = sentence;
  const asOf = periods.find((one) => isAsOf(text, one));
  if (asOf) return asOf;
  const period = periods.find((one) => !isReference(text, one) && !isStart(text, one));
  if (!period || /[，；]/.test(text.slice(0, period.start))) return undefined;
  return frame.base === null || period.to >= frame.base - 1 ? period : undefined;
}

/** 2025年 after a comparison that opens the sentence still comes before the figure's clause ends. */
function leading(sentence: Sentence, mention: Mention): PeriodSpan | undefined {
  const inTail = sentence.periods.find(
    (period) => period.start >= mention.span.end && period.end <= mention.span.end + mention.tail.length,
  );
  return inTail && /^.{0,12}(?:到|至)\s*$/.test(sentence.text.slice(mention.span.end, inTail.start))
    ? inTail
    : undefined;
}

/** 截至2021年5月末: the state at that time, whatever the section speaks of. */
export function isAsOf(text: string, period: PeriodSpan): boolean {
  return /截[至止](?:到)?\s*$/.test(text.slice(Math.max(0, period.start - 4), period.start));
}

function isReference(text: string, period: PeriodSpan): boolean {
  return (
    referenceBefore.test(text.slice(Math.max(0, period.start - 6), period.start)) ||
    referenceAfter.test(text.slice(period.end, period.end + 6))
  );
}

function isStart(text: string, period: PeriodSpan): boolean {
  return startBefore.test(text.slice(Math.max(0, period.start - 2), period.start));
}

function isDocument(text: string, period: PeriodSpan): boolean {
  return text.slice(0, period.start).lastIndexOf('《') > text.slice(0, period.start).lastIndexOf('》');
}
