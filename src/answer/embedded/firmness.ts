import type { Indicator } from '../../records.js';

/** A figure of what is to come: a target, a forecast, or the growth that a plan states towards one. */
export function isPlanned({ kind }: Indicator): boolean {
  return kind === 'target' || kind === 'forecast' || kind === 'growth';
}
