import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AnswerRecord } from '../../records.js';
import { percentile } from '../percentile.js';
import type { GeneratedPlan } from './generate-plan.js';
import { measureProcess } from './measure-process.js';

/** How answers over a collection come: times in milliseconds. */
export interface AnswerFigures {
  p50: number;
  p95: number;
  /** From the start of a process to the end of its first answer, in seconds. */
  firstSeconds: number;
  /** Answers that state the figure which stands in the plan that was asked about. */
  right: number;
  asked: number;
}

const mostQuestions = 60;

/** Asks about plans spread over the collection: a target each, and what several of them treat. */
export async function measureAnswers({
  folder,
  settings,
  plans,
}: {
  /** Where the questions and answers go. */
  folder: string;
  settings: Readonly<Record<string, string>>;
  plans: readonly Omit<GeneratedPlan, 'text'>[];
}): Promise<AnswerFigures> {
  const step = Math.max(1, Math.floor(plans.length / mostQuestions));
  const asked = plans.filter((_, at) => at % step === 0).slice(0, mostQuestions);
  const ask = async (questions: readonly object[]) => {
    const [file, out] = [path.join(folder, 'questions.jsonl'), path.join(folder, 'answers.jsonl')];
    await writeFile(file, questions.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const args = ['--batch', file, '--out', out, '--engine', 'embedded'];
    const { seconds } = await measureProcess({ program: 'src/cli/ask', args, settings });
    const lines = (await readFile(out, 'utf8')).trim().split('\n');
    return { seconds, answers: lines.map((line) => AnswerRecord.parse(JSON.parse(line))) };
  };
  const targets = asked.map(({ question }, at) => ({ id: `target-${at}`, question }));
  const summaries = asked.map(({ topic }, at) => ({ id: `topic-${at}`, question: topic }));
  const first = await ask(targets.slice(0, 1));
  const { answers } = await ask([...targets, ...summaries]);
  const times = answers.map(({ timingMs }) => timingMs);
  const right = asked.filter(({ target }, at) =>
    answers[at]?.answer.values.some(({ value, unit }) => value === target.value && unit === target.unit),
  );
  return {
    p50: percentile(times, 50) ?? 0,
    p95: percentile(times, 95) ?? 0,
    firstSeconds: first.seconds,
    right: right.length,
    asked: asked.length,
  };
}
