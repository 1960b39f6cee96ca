import { beforeAll, describe, expect, it } from 'vitest';
import { type AnswerEvent, AnswerRecord } from '../../../src/records.js';
import type { Store } from '../../../src/store/open-store.js';
import { goodModel } from '../../fakes/openai/scripts/good-model.js';
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
    expect(events.map(({ kind }) => kind)).toEqual(['searching', 'searching', 'verifying', 'claims']);
    const last = events.at(-1);
    expect(last?.kind === 'claims' && last.answer).toEqual(record.answer);
  });
});
