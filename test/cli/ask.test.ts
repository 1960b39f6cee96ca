import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { AnswerRecord } from '../../src/records.js';
import { openStore } from '../../src/store/open-store.js';
import { freshIndex, runPlanbot } from '../setup/run-planbot.js';
import { samplePlans } from '../setup/sample-plans.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

const question = '云岭市2025年存款余额目标是多少？';

function compact(text: string): string {
  return text.replace(/\s/g, '');
}

describe('the first question in a fresh folder', () => {
  it('builds the index, says so on stderr, and answers with citations that can be checked', async () => {
    const settings = freshIndex(await writeFiles(temporaryFolder(), samplePlans));
    const { code, stdout, stderr } = await runPlanbot('ask', ['--json', '--trace', question], settings);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain(settings.PLANBOT_INDEX);
    expect(stderr).toContain('2 plans');

    const record = AnswerRecord.parse(JSON.parse(stdout));
    expect(record.question).toBe(question);
    expect(record.answer.status).toBe('answered');
    expect(record.answer.values).toContainEqual(
      expect.objectContaining({ value: 8000, unit: '亿元', year: 2025, planId: 'yunling-finance' }),
    );
    expect(record.answer.citations.length).toBeGreaterThan(0);
    expect(record.retrieved?.length).toBeGreaterThan(0);

    const embedderId = createEmbeddedEmbedder().id;
    const store = await openStore({ uri: settings.PLANBOT_INDEX, embedderId });
    for (const citation of record.answer.citations) {
      const [passage] = (await store?.passagesById([citation.passageId])) ?? [];
      expect(passage?.text).toBe(citation.passage);
      expect(passage?.sectionPath).toEqual(citation.sectionPath);
      expect(citation.quote.length).toBeLessThanOrEqual(200);
      expect(compact(citation.passage)).toContain(compact(citation.quote));
      expect(record.answer.text).toContain(`[${citation.n}]`);
    }
  });
});

describe('a question in the terminal', () => {
  let settings: Record<string, string>;

  beforeAll(async () => {
    const plans = await writeFiles(temporaryFolder(), samplePlans);
    settings = { PLANBOT_PLANS: plans, PLANBOT_INDEX: path.join(plans, '.index') };
    expect((await runPlanbot('ingest', [], settings)).code).toBe(0);
  });

  const ask = (args: readonly string[], own = settings) => runPlanbot('ask', args, own);

  it('is answered with each citation on a line of its own, and nothing on stderr', async () => {
    const { code, stdout, stderr } = await ask([question]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/8,?000/);
    expect(stdout).toMatch(/^\[1\] 《云岭市“十四五”金融业发展规划》 .+: .+/m);
  });

  it('may be put before or after the plan that it is asked of', async () => {
    const before = await ask(['--json', question, '--plan', 'yunling-finance']);
    const after = await ask([
      '--plan',
      'yunling-finance',
      '--plan',
      'qinghe-farming',
      '--lang',
      'en',
      '--json',
      question,
    ]);
    for (const { code, stdout, stderr } of [before, after]) {
      expect(code, stderr).toBe(0);
      expect(AnswerRecord.parse(JSON.parse(stdout)).answer.values[0]?.value).toBe(8000);
    }
    expect(AnswerRecord.parse(JSON.parse(after.stdout)).answer.language).toBe('en');
  });

  it('of a plan that is not there is wrong use, and the plans that are there are named', async () => {
    const { code, stderr } = await ask(['--plan', 'nowhere', question]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/nowhere.*qinghe-farming, yunling-finance/);
  });

  it('of 20,000 characters is refused with a reason, in a moment', async () => {
    const { code, stdout } = await ask(['--json', '存款余额'.repeat(5_000)]);
    const record = AnswerRecord.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(record.answer).toMatchObject({ status: 'refused', reason: 'question_too_long', citations: [] });
    expect(record.timingMs).toBeLessThan(3_000);
  });

  it.each([
    ['no question', [], /no question/i],
    ['blanks for a question', ['  ', ' \n'], /no question/i],
    ['a language that is not spoken', ['--lang', 'fr', question], /--lang.*"fr"/],
    ['an unknown option', ['--loud', question], /--loud/],
    ['a place to write to without a batch', ['--out', 'answers.jsonl', question], /--out.*--batch/],
    ['a batch file that is missing', ['--batch', '/nowhere/questions.jsonl'], /\/nowhere\/questions\.jsonl/],
  ])('%s is wrong use, with a message', async (_, args, message) => {
    const { code, stdout, stderr } = await ask(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('meets every wrong setting at the same time', async () => {
    const wrong = { PLANBOT_EMBEDDINGS: 'magic', OPENAI_BASE_URL: 'nowhere', PLANBOT_LOG_LEVEL: 'loud' };
    const { code, stderr } = await ask([question], { ...settings, ...wrong });
    expect(code).toBe(2);
    for (const name of Object.keys(wrong)) expect(stderr).toContain(name);
  });
});
