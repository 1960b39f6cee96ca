import { once } from 'node:events';
import { createServer } from 'node:http';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AnswerRecord } from '../../../src/records.js';
import type { Store } from '../../../src/store/open-store.js';
import type { Script } from '../../fakes/openai/chat-endpoint.js';
import * as models from '../../fakes/openai/scripts/bad-models.js';
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
const notice = '以下由内置引擎回答';

/** The embedded engine's answer to the question, and why it had to answer. */
function expectEmbedded(record: AnswerRecord, reason: string): void {
  expect(record).toMatchObject({ engine: 'embedded', model: null, modelFailure: { reason } });
  expect(record.answer.status).toBe('answered');
  expect(record.answer.text).toContain(notice);
  expect(record.answer.text).toContain('8,000亿元');
  expect(record.answer.text).not.toMatch(/9300|7777/);
}

function expectModel(record: AnswerRecord): void {
  expect(record).toMatchObject({ engine: 'llm', model: 'fake-model' });
  expect(record.answer.text).toContain('8000亿元。 [1]');
  expect(record.answer.text).not.toContain(notice);
}

describe('the embedded engine answers, and says so, when the model', () => {
  it.each<[string, Script, string]>([
    ['invents a figure', models.inventsFigure, 'nothing_verified'],
    ['cites what does not exist', models.citesWhatIsNotThere, 'nothing_verified'],
    ['only ever sends broken JSON', models.breaksJson(99), 'nothing_verified'],
    ['loops on its tools', models.loopsOnTools, 'over_budget'],
    ['writes text instead of calling tools', models.writesText, 'no_tool_calling'],
    ['refuses tools', models.refusesTools, 'no_tool_calling'],
    ['refuses the key', models.failing({ status: 401 }), 'service_failed'],
    ['is not there', models.failing({ status: 404 }), 'service_failed'],
    ['goes on limiting the rate', models.failing({ status: 429 }), 'service_failed'],
    [
      'asks for an hour of patience',
      models.failing({ status: 429, headers: { 'retry-after': '3600' } }),
      'service_failed',
    ],
    ['goes on failing', models.failing({ status: 500 }), 'service_failed'],
  ])('%s', async (_, script, reason) => {
    const { ask, endpoint } = await askModel(store, script);
    expectEmbedded(await ask({ question }), reason);
    expect(endpoint.faults).toEqual([]);
  });

  it('takes longer than it may; the connection is given up', async () => {
    const { ask, endpoint } = await askModel(store, models.slow(2_500), { PLANBOT_MAX_SECONDS: '1' });
    const record = await ask({ question });
    expectEmbedded(record, 'timed_out');
    expect(record.timingMs).toBeLessThan(2_400);
    await vi.waitFor(() => expect(endpoint.abandoned).toBe(1), 3_000);
  });

  it('spends its tokens', async () => {
    const { ask, endpoint } = await askModel(store, goodModel, { PLANBOT_MAX_TOKENS: '900' });
    expectEmbedded(await ask({ question }), 'over_budget');
    expect(endpoint.requests).toHaveLength(1);
  });

  it('costs more than an answer may', async () => {
    const dear = { PLANBOT_PRICE_PROMPT: '20', PLANBOT_PRICE_COMPLETION: '80', PLANBOT_MAX_COST: '0.01' };
    const { ask, endpoint } = await askModel(store, goodModel, dear);
    expectEmbedded(await ask({ question }), 'over_budget');
    expect(endpoint.requests).toHaveLength(1);
  });
});

it('the JSON says what an answer cost, where the settings say what tokens cost', async () => {
  const prices = { PLANBOT_PRICE_PROMPT: '1', PLANBOT_PRICE_COMPLETION: '10' };
  const { ask } = await askModel(store, goodModel, prices);
  const { usage } = await ask({ question });
  const { promptTokens = 0, completionTokens = 0, cost } = usage ?? {};
  expect(cost).toBeCloseTo((promptTokens + 10 * completionTokens) / 1e6, 9);
  const free = await askModel(store, goodModel);
  expect((await free.ask({ question })).usage).not.toHaveProperty('cost');
});

describe('the model answers all the same when', () => {
  it.each<[string, Script]>([
    ['the rate is limited for a moment', models.failing({ status: 429, headers: { 'retry-after': '0' } }, 2)],
    ['the service stumbles', models.failing({ status: 503 }, 2)],
    ['it sends broken JSON once', models.breaksJson(1)],
    ['it misuses its tools at first', models.misusesTools],
    ['streams are cut with the connection', models.cutsStreams('connection')],
    ['streams just end', models.cutsStreams('end')],
  ])('%s', async (_, script) => {
    const { ask, endpoint } = await askModel(store, script);
    const record = await ask({ question });
    expectModel(record);
    expect(record.answer.status).toBe('answered');
    expect(endpoint.faults).toEqual([]);
  });

  it('a claim of several does not stand: it is left out, and named in the trace', async () => {
    const { ask, endpoint } = await askModel(store, models.correctsItself);
    const record = await ask({ question, trace: true });
    expectModel(record);
    expect(record.answer.text).not.toContain('7777');
    expect(record.dropped).toMatchObject([
      { text: '2025年贷款余额为7777亿元。', reason: expect.stringContaining('7777') },
    ]);
    const verdict = endpoint.requests.at(-1)?.messages.at(-1)?.content;
    expect(verdict).toContain('7777');
  });

  it('the service is gone after its first claim; the answer is partial', async () => {
    const { ask } = await askModel(store, models.diesAfterFirstClaim);
    const record = await ask({ question });
    expectModel(record);
    expect(record.answer.status).toBe('partial');
  });
});

describe('a question', () => {
  it('that is cancelled ends the work at once', async () => {
    const { ask } = await askModel(store, models.slow(2_000));
    const signal = AbortSignal.timeout(150);
    const started = performance.now();
    await expect(ask({ question, signal })).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('for the embedded engine never reaches the service', async () => {
    const { ask, endpoint } = await askModel(store, goodModel);
    expect(await ask({ question, engine: 'embedded' })).toMatchObject({ engine: 'embedded', model: null });
    expect(endpoint.requests).toEqual([]);
  });

  it('about planbot itself never reaches the service', async () => {
    const { ask, endpoint } = await askModel(store, goodModel);
    const { answer } = await ask({ question: '你有哪些规划？' });
    expect(answer.text).toContain('青禾县');
    expect(endpoint.requests).toEqual([]);
  });

  it('is not sent to a tracing service that the environment names', async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.end('{}');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    vi.stubEnv('LANGSMITH_TRACING', 'true');
    vi.stubEnv('LANGSMITH_API_KEY', 'none');
    vi.stubEnv('LANGSMITH_ENDPOINT', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { ask } = await askModel(store, goodModel);
    expectModel(await ask({ question }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(seen).toEqual([]);
  });
});
