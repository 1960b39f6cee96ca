import { Decimal } from 'decimal.js';

const exactPlaces = 4;
const roundedPlaces = 2;
const significantDigits = 3;

/** Writes a number with thousands separators; what has more than four decimals is rounded to about two. */
export function formatNumber(value: Decimal.Value): string {
  const [whole = '', decimals] = roundForReading(new Decimal(value)).toFixed().split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function roundForReading(value: Decimal): Decimal {
  if (value.decimalPlaces() <= exactPlaces) return value;
  return value.abs().gte(1) || value.isZero()
    ? value.toDecimalPlaces(roundedPlaces)
    : value.toSignificantDigits(significantDigits);
}
