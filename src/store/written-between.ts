import { PlanbotError } from '../errors.js';

/** The error of an ingest that found another process's changes among its own. */
export function writtenBetween(uri: string): PlanbotError {
  return new PlanbotError({
    code: 'index_locked',
    message: `Another process wrote to the index at ${uri} at the same time. Nothing of this ingest was kept; run it again when the other one has finished.`,
  });
}
