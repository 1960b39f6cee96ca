import { z } from 'zod';
import { messageOf, PlanbotError } from '../errors.js';
import { Question } from './question.js';

const problemsShown = 10;

/**
 * Reads a question file, a JSON object a line; empty lines are passed over.
 * @throws PlanbotError `batch_file_unreadable` naming the lines that are wrong, at once
 */
export function parseQuestions(text: string): Question[] {
  const questions: Question[] = [];
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = parseLine(line);
    if (typeof read === 'string') problems.push(`line ${index + 1}: ${read}`);
    else if (ids.has(read.id)) problems.push(`line ${index + 1}: the id "${read.id}" stands twice`);
    else questions.push(read);
    if (typeof read !== 'string') ids.add(read.id);
  }
  if (problems.length > 0) throw wrongFile(problems);
  return questions;
}

function parseLine(line: string): Question | string {
  try {
    const result = Question.safeParse(JSON.parse(line));
    return result.success ? result.data : z.prettifyError(result.error).replace(/\s*\n\s*/g, ' ');
  } catch (error) {
    return messageOf(error);
  }
}

function wrongFile(problems: readonly string[]): PlanbotError {
  const shown = problems.slice(0, problemsShown).map((problem) => `  ${problem}`);
  const more = problems.length > problemsShown ? [`  and ${problems.length - problemsShown} more lines`] : [];
  return new PlanbotError({
    code: 'batch_file_unreadable',
    message: `The question file is not right; a line is a JSON object with id, type, lang, plans, question and answer:\n${[...shown, ...more].join('\n')}`,
    exitCode: 2,
  });
}
