import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '@lancedb/lancedb';
import { describe, expect, it } from 'vitest';
import { ingestFiles } from '../../ingest/pipeline.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { createWorkspace } from '../setup/ingest-samples.js';
import { qinghe, samplePlans, yunling } from '../setup/sample-plans.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

/** Each row of the index by its id, as stored. */
async function rowsOf(index: string): Promise<Map<string, string>> {
  const connection = await connect(index);
  const table = await connection.openTable('planbot');
  const rows = await table.query().select(['id', 'json', 'vector', 'words']).toArray();
  connection.close();
  return new Map(
    rows.map((row) => [String(row.id), JSON.stringify([row.json, row.words, Array.from(row.vector ?? [])])]),
  );
}

describe('ingesting a folder of plans', () => {
  it('puts each plan with its passages and indicators into the index', async () => {
    const workspace = await createWorkspace();
    const reports = await workspace.ingest();
    expect(reports.map(({ planId, status }) => [planId, status])).toEqual([
      ['qinghe-farming', 'read'],
      ['yunling-finance', 'read'],
    ]);
    const store = await workspace.open();
    const plans = await store.plans();
    for (const report of reports) {
      expect(plans).toContainEqual(
        expect.objectContaining({ planId: report.planId, passages: report.passages }),
      );
      expect(await store.passagesOf(report.planId)).toHaveLength(report.passages);
      expect(await store.indicators([report.planId])).toHaveLength(report.indicators);
    }
  });

  it('twice changes nothing', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const store = await workspace.open();
    const version = await store.version();
    const rows = await rowsOf(workspace.index);
    const again = await workspace.ingest();
    expect(again.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
    expect(await store.version()).toBe(version);
    expect(await rowsOf(workspace.index)).toEqual(rows);
  });

  it('replaces the rows of a changed file, and no others', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const before = await rowsOf(workspace.index);
    await writeFile(path.join(workspace.plans, 'qinghe-farming.txt'), qinghe.replace('85亿元', '96亿元'));
    const reports = await workspace.ingest();
    expect(reports.map(({ status }) => status)).toEqual(['read', 'unchanged']);
    const after = await rowsOf(workspace.index);
    const others = (rows: ReadonlyMap<string, string>) =>
      [...rows].filter(([id]) => !id.includes('qinghe')).sort();
    expect(others(after)).toEqual(others(before));
    expect([...after.values()].join('\n')).toContain('96亿元');
    expect([...after.values()].join('\n')).not.toContain('85亿元');
  });

  it('takes away the passages that a shorter file no longer has', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    await writeFile(
      path.join(workspace.plans, 'yunling-finance.txt'),
      '云岭市金融业发展规划\n\n一、目标\n\n稳步发展。\n',
    );
    await workspace.ingest();
    const store = await workspace.open();
    const passages = await store.passagesOf('yunling-finance');
    expect(passages.map((passage) => passage.text).join('\n')).not.toContain('绿色金融');
    expect(await store.indicators(['yunling-finance'])).toEqual([]);
  });

  it('gives a file the same rows whatever other files are there', async () => {
    const { plans, index, ingest } = await createWorkspace({ 'yunling-finance.txt': yunling });
    await ingest();
    await writeFiles(plans, { 'qinghe-farming.txt': qinghe });
    const together = `${index}-of-both`;
    await ingestFiles({ paths: [plans], index: together, embedder: createEmbeddedEmbedder() });
    // When it was read is the one thing that differs.
    const untimed = (row: string) => row.replace(/\\"readAt\\":\\"[^"]*\\"/, '');
    const own = (rows: ReadonlyMap<string, string>) =>
      [...rows]
        .filter(([id]) => id.includes('yunling'))
        .map(([id, row]) => [id, untimed(row)])
        .sort();
    expect(own(await rowsOf(index)).length).toBeGreaterThan(5);
    expect(own(await rowsOf(index))).toEqual(own(await rowsOf(together)));
  });
});

describe('a plan whose file is gone', () => {
  it('is named and stays, and goes when that is asked for', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    await rm(path.join(workspace.plans, 'yunling-finance.txt'));
    const named = (await workspace.ingest()).map(({ planId, status }) => [planId, status]);
    expect(named).toEqual([
      ['qinghe-farming', 'unchanged'],
      ['yunling-finance', 'missing'],
    ]);
    const store = await workspace.open();
    expect(await store.plans()).toHaveLength(2);
    const pruned = await workspace.ingestWith({ prune: true });
    expect(pruned.find(({ planId }) => planId === 'yunling-finance')?.status).toBe('removed');
    // Look-ups share what was seen a moment ago; asking for the version looks anew.
    await store.version();
    expect((await store.plans()).map(({ planId }) => planId)).toEqual(['qinghe-farming']);
    expect(await store.passagesOf('yunling-finance')).toEqual([]);
    expect((await workspace.ingest()).map(({ planId }) => planId)).toEqual(['qinghe-farming']);
  });

  it('is not one of another folder that is not read this time', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const elsewhere = await writeFiles(temporaryFolder(), { 'linlan.txt': yunling });
    const { index } = workspace;
    const embedder = createEmbeddedEmbedder();
    const reports = await ingestFiles({ paths: [elsewhere], index, embedder, prune: true });
    expect(reports.map(({ planId, status }) => [planId, status])).toEqual([['linlan', 'read']]);
    expect(await (await workspace.open()).plans()).toHaveLength(3);
  });
});

describe('an ingest that is forced', () => {
  it('reads every file again, and keeps what it had of one that is damaged by now', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    await writeFile(path.join(workspace.plans, 'yunling-finance.txt'), Buffer.from([0, 1, 2]));
    const reports = await workspace.ingestWith({ force: true });
    expect(reports.map(({ status }) => status)).toEqual(['read', 'failed']);
    expect(await (await workspace.open()).plans()).toHaveLength(2);
  });
});

describe('a file that cannot be read', () => {
  const broken = {
    'binary.txt': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), /is a picture/],
    'damaged.txt': [Buffer.from([0xff, 0xb6, 0x20, 0x81]), /neither UTF-8/],
    'empty.md': [' \n\n', /is empty/],
  } as const;

  it.each(Object.entries(broken))(
    '%s is named with its reason, and the others are read',
    async (name, [content, reason]) => {
      const workspace = await createWorkspace({ ...samplePlans, [name]: content });
      const reports = await workspace.ingest();
      const failed = reports.filter((report) => report.status === 'failed');
      expect(failed).toHaveLength(1);
      expect(failed[0]?.warnings.join()).toContain(name);
      expect(failed[0]?.warnings.join()).toMatch(reason);
      expect(await (await workspace.open()).plans()).toHaveLength(2);
    },
  );

  it('that was readable before keeps its old rows', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const before = await rowsOf(workspace.index);
    await writeFile(path.join(workspace.plans, 'yunling-finance.txt'), Buffer.from([0, 1, 2]));
    const reports = await workspace.ingest();
    expect(reports.map(({ status }) => status)).toEqual(['unchanged', 'failed']);
    expect(await rowsOf(workspace.index)).toEqual(before);
  });

  it('of a format that is not read is named with the way out', async () => {
    const folder = await writeFiles(temporaryFolder(), { 'plan.rtf': '{\\rtf1 plan}' });
    const embedder = createEmbeddedEmbedder();
    const [report] = await ingestFiles({
      paths: [path.join(folder, 'plan.rtf')],
      index: path.join(folder, 'index'),
      embedder,
    });
    expect(report?.status).toBe('failed');
    expect(report?.warnings.join()).toMatch(/plan\.rtf.*Convert/);
  });
});

describe('files and folders that cannot be taken', () => {
  it('two files with one id are an error that names both, and the index stays as it was', async () => {
    const workspace = await createWorkspace();
    await workspace.ingest();
    const before = await rowsOf(workspace.index);
    await writeFiles(workspace.plans, { 'other/yunling-finance.md': yunling });
    await expect(workspace.ingest()).rejects.toMatchObject({
      code: 'plan_id_duplicate',
      message: expect.stringMatching(/other\/yunling-finance\.md.*yunling-finance\.txt/),
    });
    expect(await rowsOf(workspace.index)).toEqual(before);
  });

  it('one file named twice is read once', async () => {
    const workspace = await createWorkspace();
    const file = path.join(workspace.plans, 'yunling-finance.txt');
    const { index } = workspace;
    const reports = await ingestFiles({ paths: [file, file], index, embedder: createEmbeddedEmbedder() });
    expect(reports).toHaveLength(1);
  });

  it('a folder that is missing is named, with the setting', async () => {
    const workspace = await createWorkspace();
    await rm(workspace.plans, { recursive: true });
    await expect(workspace.ingest()).rejects.toMatchObject({
      code: 'plan_folder_missing',
      message: expect.stringMatching(new RegExp(`${workspace.plans}.*PLANBOT_PLANS`)),
    });
  });

  it.each([
    ['nothing else', {}],
    ['a hidden file', { '.hidden.txt': yunling }],
    ['a file of another format', { 'notes.xlsx': 'PK' }],
    ['a hidden folder', { '.git/notes.md': yunling }],
  ])('a folder with %s but no plan is named', async (_, files) => {
    const workspace = await createWorkspace({ ...files, 'sub/picture.png': 'x' });
    await expect(workspace.ingest()).rejects.toMatchObject({
      code: 'plan_folder_empty',
      message: expect.stringContaining(workspace.plans),
    });
  });

  it('a plan that is linked into the folder is read', async () => {
    const workspace = await createWorkspace({ 'qinghe-farming.txt': qinghe });
    const elsewhere = await writeFiles(temporaryFolder(), { 'yunling.txt': yunling });
    await symlink(path.join(elsewhere, 'yunling.txt'), path.join(workspace.plans, 'linked.txt'));
    expect((await workspace.ingest()).map(({ planId }) => planId)).toEqual(['linked', 'qinghe-farming']);
  });

  it('a link that leads nowhere is named, and the others are read', async () => {
    const workspace = await createWorkspace();
    await symlink(path.join(workspace.plans, 'gone.txt'), path.join(workspace.plans, 'linked.txt'));
    const reports = await workspace.ingest();
    expect(
      reports.filter(({ status }) => status === 'failed').map(({ file }) => path.basename(file)),
    ).toEqual(['linked.txt']);
    expect(await (await workspace.open()).plans()).toHaveLength(2);
  });

  it('an index folder that cannot be written is named, with the setting', async () => {
    const workspace = await createWorkspace();
    const index = path.join(workspace.plans, 'yunling-finance.txt', 'index');
    const embedder = createEmbeddedEmbedder();
    await expect(ingestFiles({ paths: [workspace.plans], index, embedder })).rejects.toMatchObject({
      code: 'index_unwritable',
      message: expect.stringMatching(new RegExp(`${index}.*PLANBOT_INDEX`)),
    });
    expect(await readFile(path.join(workspace.plans, 'yunling-finance.txt'), 'utf8')).toBe(yunling);
  });
});
