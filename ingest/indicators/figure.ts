import type { Indicator, Quantity } from '../../src/records.js';

/** A figure with everything said of it but where it stands and what else it is called. */
export interface Figure
  extends Pick<
    Indicator,
    'name' | 'scope' | 'ownScope' | 'year' | 'yearFrom' | 'measure' | 'kind' | 'attribute' | 'source'
  > {
  /** Other names that the plan's layout gives it: with the row that it is a part of. */
  aliases?: readonly string[];
  /** Null for ranks in words and qualitative targets. */
  quantity: Quantity | null;
  /** The figure as written. */
  text: string;
  sectionPath: readonly string[];
  /** Raw lines of the block that it stands in. */
  lines: readonly [number, number];
  /** Places to quote, best first; each stands word for word in the block. */
  quotes: readonly string[];
}
