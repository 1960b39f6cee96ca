import { readFile } from 'node:fs/promises';
import { messageOf, PlanbotError } from '../errors.js';

/**
 * The text of a file that a command was given.
 * @throws PlanbotError `batch_file_unreadable` naming the file
 */
export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new PlanbotError({
      code: 'batch_file_unreadable',
      message: `${file} cannot be read: ${messageOf(error)}`,
      cause: error,
      exitCode: 2,
    });
  });
}
