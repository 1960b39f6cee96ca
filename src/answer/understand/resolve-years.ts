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
  for (const period of findPeriods(text, { today })) {
    if (period.kind === 'range') {
      years.add(period.from);
      isRange = true;
    }
    years.add(period.to);
  }
  return { years: [...years], isRange };
}
