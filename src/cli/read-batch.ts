import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, PlanbotError } from '../errors.js';

const BatchLine = z.object({
  id: z.string(),
  question: z.string(),
  history: z.array(z.string()).default([]),
});
export type BatchQuestion = z.infer<typeof BatchLine>;

/** Reads a batch file; lines that are not a question are returned by number with the reason. */
export async function readBatch(
  file: string,
): Promise<{ questions: BatchQuestion[]; broken: { line: number; reason: string }[] }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new PlanbotError({
      code: 'batch_file_unreadable',
      message: `The batch file ${file} cannot be read: ${messageOf(error)}`,
      cause: error,
      exitCode: 2,
    });
  });
  const questions: BatchQuestion[] = [];
  const broken: { line: number; reason: string }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') broken.push({ line: index + 1, reason: parsed });
    else questions.push(parsed);
  }
  return { questions, broken };
}

function parseLine(line: string): BatchQuestion | string {
  try {
    const result = BatchLine.safeParse(JSON.parse(line));
    if (result.success) return result.data;
    return result.error.issues
      .map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`)
      .join('; ');
  } catch (error) {
    return `not valid JSON (${messageOf(error)})`;
  }
}
