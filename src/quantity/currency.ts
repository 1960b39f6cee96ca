import { anyOf } from './match-at.js';
import { currencyPrefixes } from './unit-table.js';

/** A currency sign in front of an amount: RMB, US$, 人民币. */
export interface CurrencyReading {
  /** The unit that it stands for. */
  unit: string;
  /** How many characters it takes, a space included. */
  length: number;
}

const longest = 8;
const signs = anyOf(Object.keys(currencyPrefixes));
const signBefore = new RegExp(`(?<![A-Za-z])(${signs}) ?$`);
const signHere = new RegExp(`^(${signs}) ?`);

/** The currency sign that ends at `position`, not reaching back beyond `floor`. */
export function currencyBefore(text: string, position: number, floor = 0): CurrencyReading | undefined {
  return asReading(signBefore.exec(text.slice(Math.max(floor, position - longest), position)));
}

/** The currency sign that starts at `position`. */
export function currencyAt(text: string, position: number): CurrencyReading | undefined {
  return asReading(signHere.exec(text.slice(position, position + longest)));
}

function asReading(match: RegExpExecArray | null): CurrencyReading | undefined {
  const unit = match ? currencyPrefixes[match[1] ?? ''] : undefined;
  return match && unit !== undefined ? { unit, length: match[0].length } : undefined;
}
