import type { QuestionResult } from './result.js';

const shownCharacters = 200;

/** Lists the questions that went wrong: what was asked, what was answered, what was missing. */
export function renderFailures(results: readonly QuestionResult[]): string {
  return results
    .filter((one) => !one.correct)
    .map(
      ({ id, type, lang, question, text, whyNot }) =>
        `${id} (${type}, ${lang}) ${question}\n  answer: ${begin(text)}\n${whyNot.map((why) => `  - ${why}`).join('\n')}`,
    )
    .join('\n\n');
}

function begin(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
}
