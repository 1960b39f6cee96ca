import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { createAsk } from '../answer/create-ask.js';
import { evaluate } from '../evaluation/evaluate.js';
import { holdsQuote } from '../evaluation/holds-quote.js';
import { markdownTable, writtenShare } from '../evaluation/markdown-table.js';
import { parseQuestions } from '../evaluation/parse-questions.js';
import { percentile } from '../evaluation/percentile.js';
import { placesOf, type Question } from '../evaluation/question.js';
import { summarize } from '../evaluation/summarize.js';
import type { ToolContext } from '../tools/tool.js';
import type { Bench } from './bench.js';
import { readText } from './read-text.js';
import { withToolContext } from './tool-context.js';

const chunkSize = 500;
const chunkOverlap = 50;
const shown = 8;

/** Time and evidence of answers beside what a tutorial would build: a recursive splitter and the nearest vectors. */
export const benchAsk: Bench = {
  description: 'answers the questions of a file and looks for their evidence, beside a splitter with vectors',
  arguments: '<questions.jsonl>',
  run: async ([file = ''], print) => {
    const questions = parseQuestions(await readText(file));
    const rows = await withToolContext(async (context) => {
      const ask = createAsk({ ...context, now: () => new Date() });
      await ask({ question: '目标', engine: 'embedded' });
      const results = await evaluate({ questions, ask: (one) => ask({ ...one, engine: 'embedded' }) });
      const { timingMs, evidenceIn8 } = summarize(results);
      const plain = await searchPlainly(questions, context);
      return [
        ['planbot, whole answers', written(timingMs.p50), written(timingMs.p95), writtenShare(evidenceIn8)],
        [
          'splitter and vectors, search alone',
          written(percentile(plain.times, 50)),
          written(percentile(plain.times, 95)),
          writtenShare({ found: plain.found, of: plain.of }),
        ],
      ];
    });
    print(markdownTable(['way', 'p50', 'p95', `whole evidence in the first ${shown}`], rows));
  },
};

interface Chunk {
  planId: string;
  text: string;
  vector: readonly number[];
}

async function searchPlainly(questions: readonly Question[], context: ToolContext) {
  const chunks = await chunksOf(context);
  const times: number[] = [];
  const withEvidence = questions.filter(({ evidence }) => evidence.length > 0);
  let found = 0;
  for (const { question, evidence } of withEvidence) {
    const started = performance.now();
    const [asked = []] = await context.embedder.embed([question]);
    const first = chunks
      .map((chunk) => ({ chunk, score: dot(asked, chunk.vector) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, shown);
    times.push(performance.now() - started);
    const holds = evidence.every((one) =>
      placesOf(one).some(({ plan, quote }) =>
        first.some(({ chunk }) => chunk.planId === plan && holdsQuote(chunk.text, quote)),
      ),
    );
    if (holds) found += 1;
  }
  return { times, found, of: withEvidence.length };
}

async function chunksOf({ store, embedder, planIds }: ToolContext): Promise<Chunk[]> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize, chunkOverlap });
  const chunks: Chunk[] = [];
  for (const planId of planIds) {
    const whole = (await store.passagesOf(planId)).map(({ text }) => text).join('\n');
    const texts = await splitter.splitText(whole);
    const vectors = await embedder.embed(texts);
    chunks.push(...texts.map((text, at) => ({ planId, text, vector: vectors[at] ?? [] })));
  }
  return chunks;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function written(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? '–' : `${ms.toFixed(1)} ms`;
}
