import { parseJsonLines } from './parse-json-lines.js';
import { Question } from './question.js';

/**
 * Reads a question file, a JSON object a line; empty lines are passed over.
 * @throws PlanbotError `batch_file_unreadable` naming the lines that are wrong, at once
 */
export function parseQuestions(text: string): Question[] {
  const ids = new Set<string>();
  return parseJsonLines({
    text,
    schema: Question,
    about:
      'The question file is not right; a line is a JSON object with id, type, lang, plans, question and answer',
    check: ({ id }) => {
      const isKnown = ids.has(id);
      ids.add(id);
      return isKnown ? `the id "${id}" stands twice` : undefined;
    },
  });
}
