import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type EvalOptions, readEvalArguments } from '../../src/cli/eval-arguments.js';
import { runEval } from '../../src/cli/run-eval.js';
import type { Ask, AskRequest } from '../../src/records.js';
import { buildChecked, buildIndicator, buildQuestion, buildRecord } from './build.js';

const questions = [
  buildQuestion({ id: 'first', answer: { must_include: [['5000']] } }),
  buildQuestion({
    id: 'second',
    type: 'followup',
    history: ['存款目标？'],
    answer: { must_include: [['6000']] },
  }),
  buildQuestion({ id: 'third', type: 'unanswerable' }),
];
let folder: string;
let questionsFile: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'planbot-eval-'));
  questionsFile = path.join(folder, 'questions.jsonl');
  await writeFile(questionsFile, questions.map((one) => JSON.stringify(one)).join('\n'));
});

/** Answers with the text that is laid down for a question's id. */
function answerWith(texts: Record<string, string>): { ask: Ask; asked: AskRequest[] } {
  const asked: AskRequest[] = [];
  const ask: Ask = async (request) => {
    asked.push(request);
    return buildRecord({ text: texts[request.id ?? ''] ?? '没有' });
  };
  return { ask, asked };
}

/** What the index of these tests holds. */
const extracted = [buildIndicator({ name: '存款余额', value: 5000, text: '5000亿元', year: 2025 })];

async function run(ask: Ask, options: Partial<EvalOptions> = { questionsFile }) {
  const printed: string[] = [];
  const logged: string[] = [];
  const exitCode = await runEval({
    engine: { ask, indicators: async () => extracted, planIds: async () => ['plan-a'] },
    out: (text) => void printed.push(text),
    log: (message) => void logged.push(message),
    ...options,
  });
  return { exitCode, text: printed.join('\n'), logged };
}

describe('npm run eval', () => {
  it('asks each question with its thread and with trace, and prints a table', async () => {
    const { ask, asked } = answerWith({ first: '5000亿元' });
    const { exitCode, text } = await run(ask);
    expect(exitCode).toBe(0);
    expect(asked[1]).toMatchObject({ id: 'second', history: ['存款目标？'], trace: true });
    expect(text).toContain('| correct answers | 1 of 3 (33.3 %)');
  });

  it('prints an entry a question with --json', async () => {
    const { text } = await run(answerWith({ first: '5000亿元' }).ask, { questionsFile, json: true });
    const { figures, questions: entries } = JSON.parse(text);
    expect(figures.correct).toEqual({ found: 1, of: 3 });
    expect(entries[0]).toMatchObject({
      id: 'first',
      correct: true,
      whyNot: [],
      status: 'answered',
      timingMs: 5,
    });
    expect(entries[1]).toMatchObject({ id: 'second', correct: false, whyNot: ['text lacks 6000'] });
  });

  it('lists what went wrong with --failures', async () => {
    const { text } = await run(answerWith({ first: '5000亿元' }).ask, { questionsFile, failures: true });
    expect(text).toContain('third (unanswerable, zh)');
    expect(text).toContain('  answer: 没有\n  - text lacks 6000');
    expect(text).not.toContain('first (target');
  });

  it('says what got better and worse since an earlier run', async () => {
    const earlier = path.join(folder, 'earlier.json');
    await writeFile(
      earlier,
      (await run(answerWith({ first: '5000亿元' }).ask, { questionsFile, json: true })).text,
    );
    const { text } = await run(answerWith({ second: '6000亿元' }).ask, { questionsFile, compare: earlier });
    expect(text).toContain('over 3 questions');
    expect(text).toContain('- answers: 1 (second) better, 1 (first) worse');
  });

  it('asks only the types and as many questions as wanted', async () => {
    const { ask, asked } = answerWith({});
    await run(ask, { questionsFile, types: ['followup', 'unanswerable'], limit: 1 });
    expect(asked.map((one) => one.id)).toEqual(['second']);
  });

  it('goes on after an error and ends with exit code 1', async () => {
    const ask: Ask = async ({ id }) => {
      if (id === 'first') throw new Error('the index is gone');
      return buildRecord({ text: '6000亿元' });
    };
    const { exitCode, text } = await run(ask, { questionsFile, failures: true });
    expect(exitCode).toBe(1);
    expect(text).toContain('failed: the index is gone');
    expect(text).toContain('| correct answers | 1 of 3');
  });

  it('calls a missing file, a wrong earlier run and an empty choice wrong use', async () => {
    const { ask } = answerWith({});
    const wrongUse = { exitCode: 2 };
    await expect(run(ask, { questionsFile: path.join(folder, 'none.jsonl') })).rejects.toMatchObject(
      wrongUse,
    );
    await expect(run(ask, { questionsFile, compare: questionsFile })).rejects.toMatchObject(wrongUse);
    await expect(run(ask, { questionsFile, types: ['summary'] })).rejects.toMatchObject(wrongUse);
  });
});

describe('npm run eval with --indicators', () => {
  const checked = [
    buildChecked({ name: '存款余额', raw: '5000亿元', value: 5000, year: 2025 }),
    buildChecked({ name: '贷款余额', raw: '6000亿元', value: 6000, year: 2025 }),
    buildChecked({ plan: 'plan-b', name: '保费收入', raw: '90亿元', value: 90, year: 2025 }),
  ];
  let indicators: string;

  beforeAll(async () => {
    indicators = path.join(folder, 'indicators.jsonl');
    await writeFile(indicators, checked.map((one) => JSON.stringify(one)).join('\n'));
  });

  it('prints recall and precision of what was extracted, after the answers or alone', async () => {
    const { ask, asked } = answerWith({ first: '5000亿元' });
    const row = '| all | 1 of 3 (33.3 %) | 1 of 1 (100.0 %) |';
    expect((await run(ask, { questionsFile, indicators })).text).toMatch(
      new RegExp(`correct answers[\\s\\S]+${row.replace(/[|().]/g, '\\$&')}`),
    );
    asked.length = 0;
    expect((await run(ask, { indicators })).text).toContain(row);
    expect(asked).toEqual([]);
  });

  it('lists what was missed with --failures, and gives the figures with --json', async () => {
    const { ask } = answerWith({});
    const { text } = await run(ask, { indicators, failures: true });
    expect(text).toContain('plan-a: 贷款余额 6000亿元 (2025, target, table)');
    const report = JSON.parse((await run(ask, { indicators, json: true })).text);
    expect(report.indicators.figures.table.recall).toEqual({ found: 1, of: 3 });
    expect(report.indicators.missed).toHaveLength(2);
  });

  it('says which plan is not in the index', async () => {
    const { logged } = await run(answerWith({}).ask, { indicators });
    expect(logged).toEqual([expect.stringContaining('"plan-b"')]);
  });

  it('names the lines that are no checked indicator', async () => {
    const wrong = path.join(folder, 'wrong.jsonl');
    await writeFile(wrong, '{"plan": "plan-a", "name": "存款余额"}');
    await expect(run(answerWith({}).ask, { indicators: wrong })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('line 1'),
    });
  });
});

describe('the arguments of npm run eval', () => {
  it('are read', () => {
    expect(readEvalArguments(['--json', '--limit', '5', '--type', 'calc,fact', 'q.jsonl'])).toEqual({
      options: { questionsFile: 'q.jsonl', json: true, limit: 5, types: ['calc', 'fact'] },
    });
  });

  it('may name indicators without questions', () => {
    expect(readEvalArguments(['--indicators', 'i.jsonl'])).toEqual({ options: { indicators: 'i.jsonl' } });
  });

  it.each([
    [[]],
    [['q.jsonl', '--limit', '0']],
    [['q.jsonl', '--type', 'riddle']],
    [['q.jsonl', '--fast']],
    [['--indicators', 'i.jsonl', '--limit', '2']],
  ])('end with exit code 2 when they are wrong: %j', (args) => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(readEvalArguments(args)).toEqual({ exitCode: 2 });
    expect(write).toHaveBeenCalled();
    write.mockRestore();
  });

  it('are explained by the command itself, wrong use on stderr with exit code 2', () => {
    const launcher = fileURLToPath(new URL('../../launch/run.mjs', import.meta.url));
    const called = (args: string[]) =>
      spawnSync(process.execPath, [launcher, 'src/cli/eval.ts', ...args], { encoding: 'utf8' });
    const help = called(['--help']);
    const wrong = called(['--limit', 'many', 'q.jsonl']);
    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('--failures')]);
    expect([wrong.status, wrong.stdout, wrong.stderr]).toEqual([2, '', expect.stringContaining('--limit')]);
  });
});
