import { findPeriods } from '../../quantity/periods.js';

export interface YearResolution {
  years: number[];
  /** True when a span of years is meant, first and last in `years`. */
  isRange: boolean;
}

/** 比15年, 到25年: two digits are a year after such a word, and before none of duration. */
const shortYear =
  /(?<=[比较从自于至到和与跟])([0-4]\d)年(?![后前内间期来以之的]|[^，。？?]{0,2}[以之]?[内后])/g;

/** The years that a question names; a plan period stands for its last year, a span for both its ends. */
export function resolveYears(text: string, today: Date): YearResolution {
  const years = new Set<number>();
  let isRange = false;
  for (const period of findPeriods(text.replace(shortYear, '20$1年'), { today })) {
    if (period.kind === 'range') {
      years.add(period.from);
      isRange = true;
    }
    years.add(period.to);
  }
  return { years: [...years], isRange };
}
