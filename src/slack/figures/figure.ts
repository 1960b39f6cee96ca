import type { Indicator } from '../../records.js';

/** A figure that an answer states or cites, as its table and its chart show it. */
export interface Figure
  extends Pick<
    Indicator,
    'planId' | 'name' | 'value' | 'valueMax' | 'unit' | 'comparator' | 'year' | 'measure' | 'kind'
  > {
  /** Whose figure it is: the region or scope, or else the plan. */
  subject: string;
  /** Numbers of the answer's citations that it stands in. */
  citations: number[];
}
