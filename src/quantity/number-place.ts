import type { AmountReading } from './read-amount.js';

/** A number in a text: what stands around it, as written and as read. */
export interface NumberPlace {
  before: string;
  written: string;
  after: string;
  amount: AmountReading;
  /** Another figure ends where this one starts, as a footnote mark does (18 家1). */
  adjoins: boolean;
}
