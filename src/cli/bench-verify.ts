import { createAsk } from '../answer/create-ask.js';
import { type Misjudged, measureVerification } from '../evaluation/falsify/measure-verification.js';
import { markdownTable, writtenShare } from '../evaluation/markdown-table.js';
import { parseQuestions } from '../evaluation/parse-questions.js';
import type { Bench } from './bench.js';
import { readText } from './read-text.js';
import { withToolContext } from './tool-context.js';

const progressEvery = 20;

/** How many falsehoods verification lets through, and how many true claims it drops. */
export const benchVerify: Bench = {
  description: 'makes true claims false in one thing each, and counts those that verification lets through',
  arguments: '<questions.jsonl>',
  run: async ([file = ''], print, log) => {
    const questions = parseQuestions(await readText(file));
    const figures = await withToolContext((context) =>
      measureVerification({
        questions,
        context,
        ask: createAsk({ ...context, now: () => new Date() }),
        onQuestion: (done) => {
          if (done % progressEvery === 0) log(`${done} of ${questions.length} questions`);
        },
      }),
    );
    const rows = Object.entries(figures.let.llm).map(([aspect, share]) => [aspect, writtenShare(share)]);
    const embedded = Object.values(figures.let.embedded).map(writtenShare);
    const total = (path: 'llm' | 'embedded') =>
      Object.values(figures.let[path]).reduce((sum, one) => ({
        found: sum.found + one.found,
        of: sum.of + one.of,
      }));
    print(
      markdownTable(
        ['made false', 'let through: words of a model', 'let through: embedded engine'],
        [
          ...rows.map((row, at) => [...row, embedded[at] ?? '']),
          ['all', writtenShare(total('llm')), writtenShare(total('embedded'))],
        ],
      ),
    );
    print('');
    print(
      markdownTable(
        ['true claims dropped', 'words of a model', 'embedded engine'],
        (['engine', 'person', 'reworded'] as const).map((from) => [
          { engine: 'of an engine', person: 'of a person', reworded: 'with figures spelt otherwise' }[from],
          writtenShare(figures.lost.llm[from]),
          writtenShare(figures.lost.embedded[from]),
        ]),
      ),
    );
    for (const one of figures.misjudged) print(describe(one));
  },
};

function describe({ path, aspect, text, of, reason }: Misjudged): string {
  const verdict = reason === undefined ? 'let through' : `dropped (${reason})`;
  return `\n${of.questionId} ${path}, ${aspect}, ${verdict}\n  ${oneLine(text)}\n  true: ${oneLine(of.text)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
