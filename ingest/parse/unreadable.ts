import { PlanbotError } from '../../src/errors.js';

/** The error of a file that cannot be read; `reason` says what is wrong with it and the way out. */
export function unreadable(reason: string, cause?: unknown): PlanbotError {
  return new PlanbotError({ code: 'plan_file_unreadable', message: reason, cause });
}
