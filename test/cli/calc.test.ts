import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestFiles } from '../../ingest/pipeline.js';
import { calculate } from '../../src/calculator/calculate.js';
import { operations } from '../../src/calculator/operations.js';
import { parseQuestions } from '../../src/evaluation/parse-questions.js';
import { isExpected } from '../../src/evaluation/states-value.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { operandOf } from '../calculator/operand-of.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function run(script: string, args: readonly string[], index = 'no-index') {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['launch/run.mjs', script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PLANBOT_INDEX: index },
  });
  return { stdout, stderr, status };
}

const calc = (...args: string[]) => run('src/cli/calc.ts', args);

describe('npm run calc on figures', { timeout: 30_000 }, () => {
  it('needs no index and prints result, formula and working in both languages', () => {
    const { stdout, status } = calc('cagr', '2114.81亿元@2020', '2800亿元@2025');
    expect(status).toBe(0);
    expect(stdout).toContain('(2800 / 2114.81)^(1/5) − 1');
    expect(stdout).toContain('5.77%');
    expect(stdout).toContain('over 5 years');
  });

  it('prints the whole calculation as JSON', () => {
    const { stdout } = calc('convert', '6.5万亿元', '--to', '亿元', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      operation: 'convert',
      formula: '6.5 × 10000',
      inputs: [{ value: 6.5, unit: '万亿元', source: 'user' }, { source: 'constant' }],
      result: { value: 65000, unit: '亿元' },
      working: expect.stringContaining('65,000亿元'),
    });
  });

  it('reads figures with names in an expression, and figures below zero', () => {
    expect(calc('evaluate', '增加值 / 占比', '增加值=2800亿元', '占比=12%').stdout).toContain(
      '23,333.33亿元',
    );
    expect(calc('difference', '-5%', '3%').stdout).toContain('-8个百分点');
  });

  it('lists every operation with an example', () => {
    const { stdout, status } = calc('--help');
    expect(status).toBe(0);
    for (const { example } of Object.values(operations))
      expect(stdout).toContain(`npm run calc -- ${example}`);
  });

  it('fails with the reason when the figures do not fit together', () => {
    const { stdout, stderr, status } = calc('difference', '3亿元', '5家');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('亿元');
    expect(stderr).toContain('家');
  });

  it.each([
    [['multiply', '3'], 'There is no operation "multiply"'],
    [['cagr', '1亿元@20', '2亿元@2025'], '"1亿元@20" is neither'],
    [[], 'operation'],
    [['sum', '1', '--nonsense'], '--nonsense'],
  ])('calls %j wrong use', (args, message) => {
    const { stderr, status } = calc(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

const plan = `---
title: 江城市金融业发展规划
period: 2021-2025
region: 江城市
---

## 一、发展基础

2020年，全市存款余额4372亿元，贷款余额5313亿元。

## 二、发展目标

到2025年，全市存款余额不低于5000亿元，贷款余额达到6000亿元。到2023年，全市存款余额达到4700亿元。
`;

describe('npm run calc on indicators of plans', { timeout: 30_000 }, () => {
  let index = '';
  const onPlan = (...args: string[]) => run('src/cli/calc.ts', args, index);

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'planbot-calc-'));
    await writeFile(path.join(folder, 'jiangcheng-finance.md'), plan);
    index = path.join(folder, 'index');
    await ingestFiles({
      paths: [path.join(folder, 'jiangcheng-finance.md')],
      index,
      embedder: createEmbeddedEmbedder(),
    });
  });

  afterAll(() => rm(path.dirname(index), { recursive: true, force: true }));

  it('takes the target that comes after the actual figure, and shows where it stands', () => {
    const { stdout, status } = onPlan(
      ...['required_growth', '--plan', 'jiangcheng…', '--indicator', '贷款余额', '--actual', '5600亿元@2023'],
    );
    expect(status).toBe(0);
    expect(stdout).toContain('(6000 / 5600)^(1/2) − 1');
    expect(stdout).toContain('贷款余额达到6000亿元');
  });

  it('works out a bound from a target that is one', () => {
    const { stdout } = onPlan('growth', '存款余额@2020', '存款余额@2025', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      comparator: '>=',
      inputs: [
        { value: 4372, source: 'citation' },
        { value: 5000, year: 2025 },
      ],
      citations: [{ planId: 'jiangcheng-finance' }, { quote: expect.stringContaining('不低于5000亿元') }],
    });
  });

  it('lists the figures to choose from when several fit', () => {
    const { stdout, stderr, status } = onPlan('lookup', '存款余额', '--kind', 'target');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('2023');
    expect(stderr).toContain('2025');
    expect(stderr).not.toContain('2020');
  });

  it('says what is near when no indicator fits, and which plans there are', () => {
    const near = onPlan('lookup', '票据贴现余额');
    expect(near.status).toBe(1);
    expect(near.stderr).toContain('No indicator is called "票据贴现余额". Near it are: ');
    const unknown = onPlan('lookup', '存款余额', '--plan', 'nowhere');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('jiangcheng-finance');
  });

  it('names the way out when there is no index', () => {
    const { stderr, status } = calc('lookup', '存款余额');
    expect(status).toBe(1);
    expect(stderr).toContain('npm run ingest');
  });
});

/** What the questions of the checked file ask to be worked out: operation, figures, options, result. */
const asked: Record<string, [string, string[], Record<string, string | number>, string]> = {
  'cd-043': ['cagr', ['4.37万亿元@2020', '6.5万亿元以上@2025'], {}, '8.26%'],
  'cd-046': ['convert', ['6.5万亿元以上@2025'], { unit: '亿元' }, '65000亿元'],
  'cd-052': ['implied_total', ['2800亿元@2025', '12%@2025'], {}, '23333亿元'],
  'cj-047': ['growth', ['50家@2023', '120家@2025'], {}, '140%'],
  'cj-048': ['evaluate', [], { expression: '(200家 - 120家) - (5家 + 10家 + 20家)' }, '45家'],
  'cj-053': [
    'average',
    ['3651元/平米', '2229元/平米', '1800元/平米', '1700元/平米', '1599元/平米', '1345元/平米'],
    {},
    '2054元/平方米',
  ],
  'cj-090': ['interpolate', ['100亿元@2021', '170亿元@2023'], { year: 2022 }, '135亿元'],
  'le-055': ['required_growth', ['724万美元@2025', '4200万美元@2030'], {}, '42.14%'],
  'le-058': ['share', ['202亿元@2025', '569.95亿元@2025'], {}, '35.44%'],
  'le-059': ['implied_total', ['104.88亿元@2025', '9.6%@2025'], {}, '1092.5亿元'],
  'le-064': ['sum', ['17.39公里', '3.09公里'], {}, '20.48千米'],
  'lf-031': ['difference', ['15家@2030', '6家@2026'], {}, '9家'],
  'lf-032': ['interpolate', ['550亿元@2026', '1500亿元@2030'], { year: 2028 }, '1025亿元'],
  'xn-039': ['cagr', ['122亿元@2015', '198亿元@2019'], {}, '12.87%'],
  'xn-041': ['difference', ['12.53%@2020', '10.78%@2015'], {}, '1.75个百分点'],
  'xn-042': ['share', ['245家@2020', '257家@2020'], {}, '95.33%'],
  'xp-017': ['ratio', ['6.5万亿元@2025', '5000亿元@2025'], {}, '13倍'],
  'xp-023': ['evaluate', [], { expression: '(2800亿元 / 12%) / (287亿元 / 23%)', unit: '倍' }, '18.7倍'],
  'xp-025': ['share', ['25亿元@2030', '85.04亿元@2025'], {}, '29.4%'],
};

describe('the calculator on the questions that people ask', () => {
  it.each(Object.entries(asked))('works out %s', (_, [operation, figures, options, expected]) => {
    const { result } = calculate({ operation, operands: figures.map(operandOf), options });
    expect(isExpected(result, operandOf(expected), 'calc'), JSON.stringify(result)).toBe(true);
  });

  // The question file is not part of the checkout; where it is beside it, every calculation in it is above.
  const file = new URL('../../../shared/eval/dev.jsonl', import.meta.url);
  it.runIf(existsSync(file))('agrees with the checked answers of the question file', () => {
    const questions = parseQuestions(readFileSync(file, 'utf8')).filter((one) => one.type === 'calc');
    expect(questions.length).toBeGreaterThan(0);
    for (const { id, answer } of questions) {
      const [operation = '', figures = [], options] = asked[id] ?? [];
      const { result } = calculate({
        operation,
        operands: figures.map(operandOf),
        ...(options ? { options } : {}),
      });
      for (const value of answer.values) expect(isExpected(result, value, 'calc'), id).toBe(true);
    }
  });
});
