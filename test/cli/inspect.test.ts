import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

const root = path.resolve(import.meta.dirname, '../..');
const fixture = (name: string) => path.join(root, 'test/fixtures', name);

/** Runs the command as a user does; a failure is a result too. */
async function inspect(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = ['launch/run.mjs', 'ingest/inspect.ts', ...args];
  return await promisify(execFile)(process.execPath, command, { cwd: root }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('inspect', () => {
  it('prints plan record, outline, tables and passages of a PDF as JSON', async () => {
    const { code, stdout } = await inspect(fixture('green-industry-2026-2030.pdf'), '--json');
    expect(code).toBe(0);
    const inspection: unknown = JSON.parse(stdout);
    expect(inspection).toMatchObject({
      plan: {
        planId: 'green-industry-2026-2030',
        format: 'pdf',
        title: '云岭市“十五五”绿色产业发展规划',
        periodStart: 2026,
        periodEnd: 2030,
      },
      tables: [{ caption: '表1 “十五五”时期绿色产业发展主要指标', page: 1 }],
      definitions: [],
      warnings: [],
    });
    expect(inspection).toHaveProperty('sections.0', {
      level: 1,
      title: '第一章 发展基础',
      path: ['第一章 发展基础'],
      page: 1,
    });
    expect(inspection).toHaveProperty('passages.0.passageId');
  });

  it('sets it out for a person, with glossary entries and what the contents page lists in vain', async () => {
    const lines = [
      '云岭市“十五五”发展规划',
      '目录',
      '第一章 目标 ...... 1',
      '第二章 保障 ...... 5',
      '第一章 目标',
      '到2030年，存款余额达到8000亿元。本规划所称普惠金融，是指面向小微企业和农户的金融服务。',
      '名词解释',
      '绿色信贷：投向节能环保领域的贷款。',
      '',
    ];
    const folder = await writeFiles(temporaryFolder(), { 'yunling.txt': lines.join('\n') });
    const { code, stdout } = await inspect(path.join(folder, 'yunling.txt'));
    expect(code).toBe(0);
    expect(stdout).toContain('title: 云岭市“十五五”发展规划');
    expect(stdout).toContain('普惠金融: 面向小微企业和农户的金融服务。');
    expect(stdout).toContain('绿色信贷: 投向节能环保领域的贷款。');
    expect(stdout).toMatch(/Warnings \(1\)\n {2}.*第二章 ?保障/);
  });

  it('says of a file that it cannot read why, and exits with 1', async () => {
    const { code, stderr } = await inspect(fixture('encrypted.pdf'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/encrypted\.pdf: this PDF is encrypted/);
  });

  it('exits with 2 when no file is named', async () => {
    expect((await inspect()).code).toBe(2);
  });
});
