import { z } from 'zod';
import { messageOf, PlanbotError } from '../errors.js';

const problemsShown = 10;

/**
 * Reads a file of checked entries, a JSON object a line; empty lines are passed over. `check` may find fault
 * with an entry that is right by itself.
 * @throws PlanbotError `batch_file_unreadable` naming the lines that are wrong, at once
 */
export function parseJsonLines<T>({
  text,
  schema,
  about,
  check = () => undefined,
}: {
  text: string;
  schema: z.ZodType<T>;
  /** What the file is and what a line holds, for the message. */
  about: string;
  check?: (entry: T) => string | undefined;
}): T[] {
  const entries: T[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = parseLine(line, schema);
    const problem = typeof read === 'string' ? read : check(read.entry);
    if (problem !== undefined) problems.push(`line ${index + 1}: ${problem}`);
    else if (typeof read !== 'string') entries.push(read.entry);
  }
  if (problems.length > 0) throw wrongFile(about, problems);
  return entries;
}

function parseLine<T>(line: string, schema: z.ZodType<T>): { entry: T } | string {
  try {
    const result = schema.safeParse(JSON.parse(line));
    return result.success ? { entry: result.data } : z.prettifyError(result.error).replace(/\s*\n\s*/g, ' ');
  } catch (error) {
    return messageOf(error);
  }
}

function wrongFile(about: string, problems: readonly string[]): PlanbotError {
  const shown = problems.slice(0, problemsShown).map((problem) => `  ${problem}`);
  const more = problems.length > problemsShown ? [`  and ${problems.length - problemsShown} more lines`] : [];
  return new PlanbotError({
    code: 'batch_file_unreadable',
    message: `${about}:\n${[...shown, ...more].join('\n')}`,
    exitCode: 2,
  });
}
