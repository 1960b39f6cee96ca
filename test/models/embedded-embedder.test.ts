import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config.js';
import { createEmbedder } from '../../src/models/create-embedder.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';

const texts = [
  '到2025年存款余额达到8000亿元',
  'Green bonds and ESG',
  '２０２５年',
  '金',
  '绿色金融'.repeat(300),
];

function similarity(a: readonly number[] = [], b: readonly number[] = []): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

describe('the embedded embedder', () => {
  it('is what the settings give when nothing is set', async () => {
    expect((await createEmbedder(readSettings({}))).id).toBe(createEmbeddedEmbedder().id);
  });

  it('gives each text one vector of unit length', async () => {
    const embedder = createEmbeddedEmbedder();
    const vectors = await embedder.embed(texts);
    expect(vectors).toHaveLength(texts.length);
    for (const vector of vectors) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
    }
  });

  it('gives a text the same vector whatever stands beside it', async () => {
    const embedder = createEmbeddedEmbedder();
    const together = await embedder.embed(texts);
    const alone = await Promise.all(texts.map((text) => createEmbeddedEmbedder().embed([text])));
    expect(alone.flat()).toEqual(together);
  });

  it('gives a text the same vector in another process', async () => {
    const script =
      "import { createEmbeddedEmbedder } from './src/models/embedded-embedder.js';" +
      `process.stdout.write(JSON.stringify(await createEmbeddedEmbedder().embed(${JSON.stringify(texts)})));`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: new URL('../../', import.meta.url).pathname,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toEqual(await createEmbeddedEmbedder().embed(texts));
  });

  it('puts what is about the same nearer than what is not', async () => {
    const [question, near, far] = await createEmbeddedEmbedder().embed([
      '怎样发展绿色金融',
      '设立绿色金融事业部，完善绿色项目库，推动绿色金融产品创新。',
      '新建高标准农田，配套灌溉渠系，提高耕地质量。',
    ]);
    expect(similarity(question, near)).toBeGreaterThan(similarity(question, far) + 0.1);
  });

  it('reads full-width letters and digits as the ordinary ones', async () => {
    const [wide, plain] = await createEmbeddedEmbedder().embed(['ＧＤＰ２０２５年', 'gdp2025年']);
    expect(similarity(wide, plain)).toBeCloseTo(1, 6);
  });

  it('gives a text without a word a vector of the same length, without NaN', async () => {
    const embedder = createEmbeddedEmbedder();
    for (const vector of await embedder.embed(['', '……！'])) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(vector.every(Number.isFinite)).toBe(true);
    }
  });
});
