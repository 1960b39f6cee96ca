import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestFiles } from '../../ingest/pipeline.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';

const run = promisify(execFile);
const plan = `---
title: 江州市“十四五”金融业发展规划
period: 2021-2025
region: 江州市
---

## 第一章 发展成就

2020年，全市金融业增加值211亿元，比2015年增长73.5%。到2025年，保费收入达到95亿元。

## 第二章 发展目标

| 指标 | 2020年 | 2025年目标 |
|---|---|---|
| 金融业增加值（亿元） | 211 | 280 |
| =保费收入（亿元） | 66 | 90 |
| 保费收入（亿元） | 66 | 90 |
| ＋直接融资（亿元） | 31 | 60 |
| 保险深度（%） | 5.1 | 6 |
`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'planbot-indicators-'));
  await writeFile(path.join(folder, 'jiangzhou.md'), plan);
  await ingestFiles({
    paths: [path.join(folder, 'jiangzhou.md')],
    index: path.join(folder, 'index'),
    embedder: createEmbeddedEmbedder(),
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command as a person would, over the index of the test or another one. */
async function indicators(args: readonly string[], index = path.join(folder, 'index')) {
  const call = run(process.execPath, ['launch/run.mjs', 'src/cli/indicators.ts', ...args], {
    env: { ...process.env, PLANBOT_INDEX: index, PLANBOT_EMBEDDINGS: 'embedded' },
  });
  return call.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('npm run indicators', { timeout: 30_000 }, () => {
  it('lists figures under the section that they stand in', async () => {
    const { code, stdout } = await indicators([]);
    expect(code).toBe(0);
    expect(stdout).toContain('第一章 发展成就');
    expect(stdout).toContain('金融业增加值: 211亿元 (2020, actual)');
    expect(stdout).toContain('保险深度: 6% (2025, target)');
  });

  it('prints JSON that a script can read, restricted as asked', async () => {
    const { stdout } = await indicators([
      '--json',
      '--name',
      '金融业增加值',
      '--year',
      '2025',
      '--kind',
      'target',
    ]);
    const rows: unknown = JSON.parse(stdout);
    expect(rows).toEqual([
      expect.objectContaining({
        planId: 'jiangzhou',
        canonicalName: '金融业增加值',
        value: 280,
        unit: '亿元',
        year: 2025,
        source: 'table',
        sectionPath: ['第二章 发展目标'],
        page: null,
      }),
    ]);
  });

  it('says where another place of the plan says the same or something else', async () => {
    const { stdout } = await indicators(['--json']);
    const rows: {
      indicatorId: string;
      name: string;
      year: number;
      duplicates: string[];
      conflicts: string[];
    }[] = JSON.parse(stdout);
    const byId = new Map(rows.map((row) => [row.indicatorId, row]));
    const [told] = rows.filter((row) => row.name === '金融业增加值' && row.year === 2020);
    expect(told?.duplicates.map((id) => byId.get(id)?.name)).toEqual(['金融业增加值']);
    const premiums = rows.filter((row) => row.name === '保费收入' && row.year === 2025);
    expect(premiums.map((row) => row.conflicts)).toEqual([
      [premiums[1]?.indicatorId],
      [premiums[0]?.indicatorId],
    ]);
    expect((await indicators(['--name', '保费收入'])).stdout).toContain('≠ 90亿元');
  });

  it('prints CSV in which no cell is run by a spreadsheet', async () => {
    const { stdout } = await indicators(['--csv', '--plan', 'jiangzhou']);
    const cells = stdout.split('\r\n').flatMap((line) => line.split(','));
    expect(stdout.startsWith('planId,name,canonicalName')).toBe(true);
    expect(cells.some((cell) => cell.startsWith("'=保费收入"))).toBe(true);
    expect(cells.filter((cell) => /^"?\s*[=+@＋-]/.test(cell))).toEqual([]);
  });

  it('says so when nothing fits', async () => {
    const { code, stdout } = await indicators(['--name', '粮食产量']);
    expect([code, stdout.trim()]).toEqual([0, 'No figures.']);
  });

  it('ends with 2 and names the way out when it is called wrongly', async () => {
    const wrong: [string[], string][] = [
      [['--year', 'soon'], '--year is a year'],
      [['--kind', 'wish'], '--kind is one of target, actual, baseline, forecast'],
      [['--plan', 'elsewhere'], 'There is no plan "elsewhere" in the index. There are: jiangzhou'],
      [['--json', '--csv'], 'not both'],
    ];
    const results = await Promise.all(wrong.map(([args]) => indicators(args)));
    expect(results.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    for (const [at, [, message]] of wrong.entries()) expect(results[at]?.stderr).toContain(message);
  });

  it('ends with 1 where there is no index, and says how to build one', async () => {
    const { code, stderr } = await indicators([], path.join(folder, 'nowhere'));
    expect(code).toBe(1);
    expect(stderr).toContain('npm run ingest');
  });
});
