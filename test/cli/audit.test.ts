import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestFiles } from '../../ingest/pipeline.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const head = (title: string) => `---\ntitle: ${title}\nperiod: 2021-2025\nregion: 江城市\n---\n\n`;
const plans = {
  'odd.md': `${head('江城市金融业发展规划')}## 一、成就\n\n2020年，全市债券发行规模86.12亿元，相较于2015年的350.26亿元下降56.42%。\n`,
  'even.md': `${head('江城市工业发展规划')}## 一、成就\n\n2020年，全市债券发行规模86.12亿元，相较于2015年的350.26亿元下降75.41%。\n`,
};

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'planbot-audit-'));
  for (const [name, text] of Object.entries(plans)) await writeFile(path.join(folder, name), text);
  await ingestFiles({
    paths: Object.keys(plans).map((name) => path.join(folder, name)),
    index: path.join(folder, 'index'),
    embedder: createEmbeddedEmbedder(),
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function audit(...args: string[]) {
  return spawnSync(process.execPath, ['launch/run.mjs', 'src/cli/audit.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PLANBOT_INDEX: path.join(folder, 'index'), PLANBOT_EMBEDDINGS: 'embedded' },
  });
}

describe('npm run audit', { timeout: 30_000 }, () => {
  it('names each plan with what does not agree, the arithmetic and the place', () => {
    const { stdout, status } = audit();
    expect(status).toBe(0);
    expect(stdout).toContain('《江城市工业发展规划》 even: 0 findings');
    expect(stdout).toContain('《江城市金融业发展规划》 odd: 1 finding\n');
    expect(stdout).toContain('(86.12亿元 / 350.26亿元) − 1 = -75.41%');
    expect(stdout).toContain('一、成就: 2020年，全市债券发行规模86.12亿元');
  });

  it('prints one plan as JSON, with the section of each quote', () => {
    const { stdout, status } = audit('odd', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        planId: 'odd',
        kind: 'growth',
        certainty: 'contradiction',
        about: expect.stringContaining('债券发行'),
        stated: '2020年56.42%',
        computed: '-75.41%',
        note: expect.any(String),
        quotes: [
          {
            text: '2020年，全市债券发行规模86.12亿元，相较于2015年的350.26亿元下降56.42%。',
            sectionPath: ['一、成就'],
            passageId: expect.stringMatching(/^odd#/),
          },
        ],
      },
    ]);
    expect(JSON.parse(audit('even', '--json').stdout)).toEqual([]);
  });

  it('calls an unknown plan wrong use, and names those that there are', () => {
    const { stderr, stdout, status } = audit('nowhere');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('There are: ');
    expect(stderr).toContain('even');
  });
});
