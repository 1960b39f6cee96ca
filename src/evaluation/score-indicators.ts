import type { Indicator } from '../records.js';
import type { CheckedIndicator } from './checked-indicator.js';
import { matchesIndicator } from './matches-indicator.js';
import { pairOff } from './pair-off.js';
import type { Share } from './score-evidence.js';

/** How one group of indicators was extracted. */
export interface IndicatorGroupFigures {
  /** Checked indicators that a row of their own stands for. */
  recall: Share;
  /**
   * Extracted rows of the same plans that are a checked indicator. A stand-in for precision: a right row that
   * nobody wrote down counts against it.
   */
  precisionProxy: Share;
}

/** What an extraction brought, measured against indicators that people checked. */
export interface IndicatorScore {
  figures: Record<IndicatorGroup, IndicatorGroupFigures>;
  /** Checked indicators that no row stands for. */
  missed: CheckedIndicator[];
  /** Extracted rows that are no checked indicator. */
  unmatched: Indicator[];
}

type Sourced = Pick<Indicator, 'source' | 'kind'>;

const isAhead = ({ kind }: Sourced) => kind === 'target' || kind === 'forecast';

const groups = {
  all: () => true,
  table: ({ source }: Sourced) => source === 'table',
  prose: ({ source }: Sourced) => source === 'prose',
  proseTargets: (one: Sourced) => one.source === 'prose' && isAhead(one),
};
export type IndicatorGroup = keyof typeof groups;

/** Compares extracted rows with the checked indicators of the same plans; a row stands for one of them. */
export function scoreIndicators(
  extracted: readonly Indicator[],
  checked: readonly CheckedIndicator[],
): IndicatorScore {
  const plans = new Set(checked.map((one) => one.plan));
  const rows = extracted.filter((row) => plans.has(row.planId));
  const paired = pairOff(checked, rows, (one, row) => matchesIndicator(row, one));
  const isRight = new Set(rows.filter((row) => checked.some((one) => matchesIndicator(row, one))));
  const figuresOf = (belongs: (one: Sourced) => boolean): IndicatorGroupFigures => ({
    recall: share(checked.filter(belongs), (one) => paired.has(one)),
    precisionProxy: share(rows.filter(belongs), (row) => isRight.has(row)),
  });
  return {
    figures: {
      all: figuresOf(groups.all),
      table: figuresOf(groups.table),
      prose: figuresOf(groups.prose),
      proseTargets: figuresOf(groups.proseTargets),
    },
    missed: checked.filter((one) => !paired.has(one)),
    unmatched: rows.filter((row) => !isRight.has(row)),
  };
}

function share<T>(all: readonly T[], fits: (one: T) => boolean): Share {
  return { found: all.filter(fits).length, of: all.length };
}
