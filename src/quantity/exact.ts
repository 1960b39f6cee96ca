import { Decimal } from 'decimal.js';

/** Decimals with 40 significant digits, so that a conversion and its inverse cancel once rounded to a number. */
export const Exact = Decimal.clone({ precision: 40, toExpNeg: -30, toExpPos: 30 });
