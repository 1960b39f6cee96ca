import { findPeriods } from '../../quantity/periods.js';

export interface YearResolution {
  years: number[];
  /** True when a span of years is meant, first and last in `years`. */
  isRange: boolean;
}

/** The years that a question names; a plan period stands for its last year, a span for both its ends. */
export function resolveYears(text: string, today: Date): YearResolution {
  const years = new Set<number>();
  let isRange = false;
  for (const period of findPeriods(withFullYears(text), { today })) {
    if (period.kind === 'range') {
      years.add(period.from);
      isRange = true;
    }
    // From how much to how much in a plan's period: it starts from what there was before it.
    if (period.from < period.to && fromTo.test(text)) years.add(period.from - 1);
    years.add(period.to);
  }
  return { years: [...years], isRange };
}

const fromTo = /从(?:多少|几)[^，。？?]{0,8}到(?:多少|几|了)|由(?:多少|几)[^，。？?]{0,8}(?:到|至)/;

/** 26年 as 2026年: people drop the century; 20年来 and 近15年 are spans and stay. */
export function withFullYears(text: string): string {
  return text.replace(shortYear, '20$1年').replace(afterLetters, ' ');
}

/** GDP2030年: the cutter would take the two for one word. */
const afterLetters = /(?<=[A-Za-z])(?=(?:19|20)\d\d年)/g;

const shortYear =
  /(?<![\d.一二三四五六七八九十近过去第每再用花满超共续后约来短])([123]\d)年(?![前后来内间以多期级制龄限里]|左右|时间)/g;
