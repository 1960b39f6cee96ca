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
}

const referenceBefore = /(?:相?较于?|比|与|同|自|对比|超过|相当于|是)\s*(?:于|了)?\s*$/;
/** 是“十二五”的1.6倍: a period to compare with. */
const wholeBefore = /(?:是|为|相当于)\s*$/;
const startBefore = /(?:从|由|自)\s*$/;
const referenceAfter = /^\s*(?:年末|年底|末|底)?\s*(?:相比|以来|首次)/;
const joined = /^\s*(?:年末|年底|[末底]|全年|当年)?\s*的\s*(?:近|约|不到|超过)?\s*$/;

/** The year of a figure, from its sentence and else from the one before it. */
export function yearsOf(sentence: Sentence, mention: Mention, carried: PeriodSpan | undefined): Years {
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
    last !== undefined && wholeBefore.test(text.slice(0, last.start)) && mention.span.unit === '倍';
  if (last && !isMeasure && joined.test(text.slice(last.end, mention.span.start)) && !isDocument(text, last))
    return { year: last.to, yearFrom: null, reference: from === last.to ? null : from, stated: true };
  const own =
    before.findLast((period) => !isReference(text, period) && !isStart(text, period)) ??
    leading(sentence, mention);
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
