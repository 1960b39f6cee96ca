import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnswerRecord } from '../../src/records.js';
import { freshIndex, runPlanbot } from '../setup/run-planbot.js';
import { samplePlans } from '../setup/sample-plans.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

describe('a batch of questions', () => {
  it('is answered in order; a broken line is named by its number, and the others are answered', async () => {
    const folder = await writeFiles(temporaryFolder(), samplePlans);
    const settings = freshIndex(folder);
    const batch = path.join(temporaryFolder(), 'questions.jsonl');
    const lines = [
      '\uFEFF{"id":"a","question":"云岭市2025年存款余额目标是多少？"}',
      '{"id":"b","question":',
      '{"id":"c","question":"那2030年呢？","history":["云岭市2025年存款余额目标是多少？"]}\r',
      '',
      '{"id":5}',
      '{"id":"e","question":"青禾县2026年农产品加工业产值目标是多少？"}',
    ];
    await writeFile(batch, lines.join('\n'));
    const out = path.join(temporaryFolder(), 'answers.jsonl');
    const { code, stdout, stderr } = await runPlanbot('ask', ['--batch', batch, '--out', out], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/questions\.jsonl, line 2: /);
    expect(stderr).toMatch(/questions\.jsonl, line 5: .*id.*question/);
    const records = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => AnswerRecord.parse(JSON.parse(line)));
    expect(records.map((record) => [record.id, record.answer.values[0]?.value])).toEqual([
      ['a', 8000],
      ['c', 12000],
      ['e', 85],
    ]);
  });
});
