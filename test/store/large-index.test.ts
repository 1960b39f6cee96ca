import path from 'node:path';
import { connect } from '@lancedb/lancedb';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/evaluation/ingest-bench/random.js';
import { openStore } from '../../src/store/open-store.js';
import type { Row } from '../../src/store/rows.js';
import { createIndexWriter } from '../../src/store/write-index.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const dimensions = 16;
const embedderId = 'test-16';
const passagesPerPlan = 100;
const planIds = Array.from({ length: 40 }, (_, at) => `plan-${at}`);

/** Where a passage stands among the vectors: each plan and each passage at a place of its own. */
function vectorOf(plan: number, order: number, edition: number): Float32Array {
  const random = createRandom(plan * 10_000 + order * 10 + edition);
  const values = Array.from({ length: dimensions }, () => random.next() - 0.5);
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

/** A plan with passages, and five times as many rows that have no vector. */
function rowsOf(plan: number, edition = 1): Row[] {
  const planId = `plan-${plan}`;
  const base = { plan_id: planId, head_words: '', json: '{}' };
  const passages = Array.from({ length: passagesPerPlan }, (_, order): Row => {
    const passageId = `${planId}#${order}`;
    const text = `edition${edition}`;
    const place = { sectionPath: [], page: null, lines: [1, 1], kind: 'text', order, text };
    return {
      ...base,
      id: `passage:${passageId}`,
      kind: 'passage',
      position: order,
      words: text,
      vector: vectorOf(plan, order, edition),
      json: JSON.stringify({ passageId, planId, ...place }),
    };
  });
  const others = Array.from({ length: passagesPerPlan * 5 }, (_, position): Row => {
    const id = `indicator:${planId}#${position}`;
    return { ...base, id, kind: 'indicator', position, words: '', vector: null };
  });
  const json = JSON.stringify({ planId, sourceHash: `${edition}`, file: `${planId}.txt` });
  const planRow = { ...base, id: `plan:${planId}`, position: 0, words: '', vector: null, json };
  return [{ ...planRow, kind: 'plan' }, ...passages, ...others];
}

describe('an index of many plans', () => {
  it('is looked up by indices, finds what it found before, and takes in what changes', async () => {
    const uri = path.join(temporaryFolder(), 'index');
    const write = async (plans: readonly number[], edition: number) => {
      const writer = await createIndexWriter({ uri, embedderId, dimensions });
      for (const plan of plans) await writer.replace(`plan-${plan}`, rowsOf(plan, edition));
      await writer.publish();
      await writer.close();
    };
    await write(
      planIds.map((_, at) => at),
      1,
    );
    const table = await (await connect(uri)).openTable('planbot');
    const indexed = (await table.listIndices()).flatMap(({ columns }) => columns).sort();
    expect(indexed).toEqual(['head_words', 'id', 'kind', 'plan_id', 'vector', 'words']);
    const store = await openStore({ uri, embedderId });
    if (!store) throw new Error('the index is not there');
    for (const plan of [0, 17, 39]) {
      expect(await store.passagesOf(`plan-${plan}`)).toHaveLength(passagesPerPlan);
      for (const scope of [planIds, [`plan-${plan}`]]) {
        const vector = [...vectorOf(plan, 3, 1)];
        const hits = await store.searchVector({ vector, planIds: scope, limit: 5 });
        expect(hits).toHaveLength(5);
        expect(hits[0]).toMatchObject({ passage: { passageId: `plan-${plan}#3` } });
        expect(hits[0]?.score).toBeCloseTo(1, 4);
      }
    }
    await write([17], 2);
    const hits = await store.searchVector({ vector: [...vectorOf(17, 3, 2)], planIds, limit: 1 });
    expect(hits[0]).toMatchObject({ passage: { passageId: 'plan-17#3', text: 'edition2' } });
    const words = await store.searchWords({ column: 'words', words: ['edition2'], planIds, limit: 500 });
    expect(words).toHaveLength(passagesPerPlan);
    expect(await store.passagesOf('plan-17')).toHaveLength(passagesPerPlan);
  });
});
