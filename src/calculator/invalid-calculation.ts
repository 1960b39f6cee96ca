import { PlanbotError } from '../errors.js';

/** The one error of the calculator; the message names the values and says what would be right. */
export function invalidCalculation(message: string): PlanbotError {
  return new PlanbotError({ code: 'calculation_invalid', message });
}
