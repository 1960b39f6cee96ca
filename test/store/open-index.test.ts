import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '@lancedb/lancedb';
import { describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import type { Embedder } from '../../src/models/embedder.js';
import { openStore } from '../../src/store/open-store.js';
import { rowSchema } from '../../src/store/row-schema.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { qinghe } from '../setup/sample-plans.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

/** An embedder of another make, with vectors of another length. */
const otherEmbedder: Embedder = {
  id: 'other-embedder-8',
  dimensions: 8,
  embed: async (texts) => texts.map(() => [1, 0, 0, 0, 0, 0, 0, 0]),
};

describe('opening an index', () => {
  it('that has not been built gives nothing', async () => {
    const uri = path.join(temporaryFolder(), 'index');
    expect(await openStore({ uri, embedderId: createEmbeddedEmbedder().id })).toBeUndefined();
  });

  it('that another embedder made is refused with the way out, and so is writing to it', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const refusal = {
      code: 'index_incompatible',
      message: expect.stringMatching(/embedded-hash.*other-embedder-8.*npm run ingest/),
    };
    await expect(workspace.open(otherEmbedder)).rejects.toMatchObject(refusal);
    await expect(workspace.ingest(otherEmbedder)).rejects.toMatchObject(refusal);
    expect(await (await workspace.open()).plans()).toHaveLength(2);
  });

  it('of another version of planbot is refused with the way out, and left as it is', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const connection = await connect(workspace.index);
    const table = await connection.openTable('planbot');
    const json = JSON.stringify({
      schemaVersion: 0,
      embedderId: createEmbeddedEmbedder().id,
      dimensions: 512,
    });
    await table.update({ where: "kind = 'meta'", values: { json } });
    await (await table.tags()).update('published', await table.version());
    const rows = await table.countRows();
    const refusal = {
      code: 'index_incompatible',
      message: expect.stringMatching(/layout 0.*npm run ingest/),
    };
    await expect(workspace.open()).rejects.toMatchObject(refusal);
    await expect(workspace.ingest()).rejects.toMatchObject(refusal);
    expect(await table.countRows()).toBe(rows);
  });

  it('of another embedder is made anew by force, readers keep the old one until then, and what is lost is named', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const reader = await workspace.open();
    await writeFile(path.join(workspace.plans, 'qinghe-farming.txt'), Buffer.from([0, 1, 2]));
    let seen = 0;
    const reports = await workspace.ingestWith({
      embedder: otherEmbedder,
      force: true,
      onProgress: async () => {
        seen = (await reader.plans()).length;
      },
    });
    expect(seen).toBe(2);
    expect(reports.map(({ planId, status }) => [planId, status])).toEqual([
      ['qinghe-farming', 'failed'],
      ['yunling-finance', 'read'],
      ['qinghe-farming', 'removed'],
    ]);
    expect((await (await workspace.open(otherEmbedder)).plans()).map(({ planId }) => planId)).toEqual([
      'yunling-finance',
    ]);
  });

  it('before an ingest still shows what the ingest brings', async () => {
    const workspace = await createWorkspace({ 'qinghe-farming.txt': qinghe });
    await workspace.ingest();
    const reader = await workspace.open();
    expect(await reader.plans()).toHaveLength(1);
    const version = await reader.version();
    await writeFile(
      path.join(workspace.plans, 'linlan.txt'),
      '临澜区文旅发展规划（2023-2027年）\n\n一、目标\n\n建设滨水步道。\n',
    );
    await workspace.ingest();
    expect(await reader.version()).toBeGreaterThan(version);
    expect((await reader.plans()).map((plan) => plan.planId).sort()).toEqual(['linlan', 'qinghe-farming']);
    const planIds = ['linlan', 'qinghe-farming'];
    const hits = await reader.searchWords({ column: 'words', words: ['滨水'], planIds, limit: 5 });
    expect(hits.map((hit) => hit.passage.planId)).toEqual(['linlan']);
  });

  it('whose first build broke off is the same as none, and can be built by whichever embedder', async () => {
    const workspace = await createWorkspace();
    const connection = await connect(workspace.index);
    await connection.createEmptyTable('planbot', rowSchema(otherEmbedder.dimensions));
    expect(
      await openStore({ uri: workspace.index, embedderId: createEmbeddedEmbedder().id }),
    ).toBeUndefined();
    await workspace.ingest();
    expect(await (await workspace.open()).plans()).toHaveLength(2);
  });

  it('whose folder was made and nothing more is the same as none, and can be built', async () => {
    const workspace = await createWorkspace();
    await mkdir(path.join(workspace.index, 'planbot.lance', 'data'), { recursive: true });
    expect(
      await openStore({ uri: workspace.index, embedderId: createEmbeddedEmbedder().id }),
    ).toBeUndefined();
    await workspace.ingest();
    expect(await (await workspace.open()).plans()).toHaveLength(2);
  });

  it.each([
    ['too few vectors', async () => [[1, 0, 0, 0, 0, 0, 0, 0]]],
    ['vectors of another length', async (texts: readonly string[]) => texts.map(() => [1, 0])],
  ])('is not touched by an embedder that gives %s', async (_, embed) => {
    const workspace = await createWorkspace();
    await expect(workspace.ingest({ ...otherEmbedder, embed })).rejects.toMatchObject({
      code: 'model_service_failed',
      message: expect.stringContaining('other-embedder-8'),
    });
    expect(await openStore({ uri: workspace.index, embedderId: otherEmbedder.id })).toBeUndefined();
  });

  it('is built once, whole, when two ingests begin at the same time', async () => {
    const workspace = await createWorkspace();
    await Promise.all([workspace.ingest(), workspace.ingest()]);
    const store = await workspace.open();
    const plans = await store.plans();
    expect(plans).toHaveLength(2);
    for (const plan of plans) expect(await store.passagesOf(plan.planId)).toHaveLength(plan.passages);
  });
});

describe('looking things up', () => {
  it('shows only the plans that are asked for', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const store = await workspace.open();
    const planIds = ['qinghe-farming'];
    const words = ['发展', '目标', '金融'];
    const text = await store.searchWords({ column: 'words', words, planIds, limit: 50 });
    const [vector = []] = await createEmbeddedEmbedder().embed(['云岭市金融业发展目标']);
    const near = await store.searchVector({ vector, planIds, limit: 50 });
    expect(text.length).toBeGreaterThan(0);
    expect(near.length).toBeGreaterThan(0);
    for (const { passage } of [...text, ...near]) expect(passage.planId).toBe('qinghe-farming');
    expect(await store.indicators([])).toEqual([]);
    expect(await store.searchWords({ column: 'words', words, planIds: [], limit: 50 })).toEqual([]);
    expect(await store.searchVector({ vector, planIds: [], limit: 50 })).toEqual([]);
  });

  it('takes a quote mark in a file name as part of the name', async () => {
    const workspace = await createWorkspace({ "o'brien.txt": qinghe, "x' OR '1'='1.txt": qinghe });
    await workspace.ingest();
    await workspace.ingest();
    const store = await workspace.open();
    const passages = await store.passagesOf("o'brien");
    expect(passages.length).toBeGreaterThan(0);
    expect(new Set(passages.map((passage) => passage.planId))).toEqual(new Set(["o'brien"]));
    expect(await store.passagesById(passages.map((passage) => passage.passageId))).toHaveLength(
      passages.length,
    );
  });

  it('finds a passage by a word of its heading and by a word of its text', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const store = await workspace.open();
    const planIds = ['yunling-finance', 'qinghe-farming'];
    const inText = await store.searchWords({ column: 'words', words: ['光伏'], planIds, limit: 3 });
    const inHead = await store.searchWords({ column: 'head_words', words: ['任务'], planIds, limit: 3 });
    expect(inText[0]?.passage.text).toContain('水电、光伏');
    expect(inHead[0]?.passage.sectionPath.join()).toContain('任务');
  });
});
