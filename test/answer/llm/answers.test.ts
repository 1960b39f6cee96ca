import { beforeAll, describe, expect, it } from 'vitest';
import { type AnswerEvent, AnswerRecord } from '../../../src/records.js';
import type { Store } from '../../../src/store/open-store.js';
import type { Script } from '../../fakes/openai/chat-endpoint.js';
import { goodModel, submit } from '../../fakes/openai/scripts/good-model.js';
import { knowingModel } from '../../fakes/openai/scripts/knowing-model.js';
import { toolResults } from '../../fakes/openai/scripts/tool-results.js';
import { createWorkspace } from '../../setup/ingest-samples.js';
import { askModel } from './ask-model.js';

let store: Store;

beforeAll(async () => {
  const workspace = await createWorkspace();
  await workspace.ingest();
  store = await workspace.open();
});

const question = '云岭市2025年存款余额目标是多少？';

describe('a model that does its work', () => {
  it('answers with the figure, cited where it stands, and the tokens that it took', async () => {
    const { ask, endpoint } = await askModel(store, goodModel);
    const record = AnswerRecord.parse(await ask({ question, trace: true }));
    expect(endpoint.faults).toEqual([]);
    expect(record).toMatchObject({ engine: 'llm', model: 'fake-model', dropped: [] });
    expect(record.answer).toMatchObject({ status: 'answered', language: 'zh' });
    expect(record.answer.text).toBe('2025年存款余额为8000亿元。 [1]');
    expect(record.answer.citations[0]).toMatchObject({ n: 1, planId: 'yunling-finance' });
    expect(record.answer.citations[0]?.quote).toContain('8000');
    expect(record.answer.values).toMatchObject([{ value: 8000, unit: '亿元', year: 2025, citation: 1 }]);
    expect(record.usage).toEqual({ promptTokens: 1800, completionTokens: 120, modelCalls: 2 });
  });

  it('shows what it is at, and the verified claims as they come', async () => {
    const { ask } = await askModel(store, goodModel);
    const events: AnswerEvent[] = [];
    const record = await ask({ question, onEvent: (event) => events.push(event) });
    expect(events.map(({ kind }) => kind).filter((kind) => kind !== 'found')).toEqual([
      'searching',
      'searching',
      'verifying',
      'claims',
    ]);
    const places = events.flatMap((event) => (event.kind === 'found' ? event.places : []));
    expect(places[0]).toMatchObject({
      planTitle: expect.stringContaining('云岭'),
      sectionPath: expect.any(Array),
    });
    const last = events.at(-1);
    expect(last?.kind === 'claims' && last.answer).toEqual(record.answer);
  });

  it('does not answer for one plan with the figure of another', async () => {
    const wrong: Script = (request, turn) => {
      if (turn === 0) return { calls: [{ name: 'find_indicators', arguments: { phrases: ['粮食总产量'] } }] };
      const [row] = toolResults(request).rows;
      return submit([{ text: '2026年粮食总产量稳定在36万吨以上。', passageIds: [row?.passageId ?? ''] }]);
    };
    const { ask } = await askModel(store, wrong);
    const record = await ask({ question: '云岭市2026年粮食总产量目标是多少？', trace: true });
    expect(record.engine).toBe('embedded');
    expect(record.dropped?.[0]?.reason).toContain('another plan');
    expect(record.answer.values).toEqual([]);
  });

  it.each([
    [
      '云岭市怎样发展绿色金融？',
      '云岭市将设立绿色金融事业部，为水电、光伏等清洁能源项目融资，并推动碳排放权质押贷款落地。',
      '设立绿色金融事业部',
    ],
    [
      'How many listed companies does Yunling want by 2025?',
      'By 2025 Yunling (云岭) aims for 45 listed companies (上市公司数量).',
      '上市公司数量达到45家',
    ],
  ])('answers "%s" in its own words', async (asked, said, quote) => {
    const { ask } = await askModel(
      store,
      knowingModel(new Map([[asked, { claims: [said], quotes: [quote] }]])),
    );
    const { answer, engine } = await ask({ question: asked });
    expect(engine).toBe('llm');
    expect(answer.status).toBe('answered');
    expect(answer.claims.map(({ text }) => text)).toEqual([said]);
    expect(answer.citations[0]?.quote).toContain(quote);
  });

  it('does not answer with what the plan says of another matter', async () => {
    const said =
      '设立绿色金融事业部，支持水电、光伏等清洁能源项目融资，推动碳排放权质押贷款落地，完善绿色项目库。';
    const known = { claims: [said], quotes: ['设立绿色金融事业部'] };
    const { ask } = await askModel(store, knowingModel(new Map([[question, known]])));
    const record = await ask({ question, trace: true });
    expect(record.engine).toBe('embedded');
    expect(record.dropped?.[0]?.reason).toBe('it does not answer the question');
  });
});
