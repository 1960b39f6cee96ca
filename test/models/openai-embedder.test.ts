import { describe, expect, it, onTestFinished } from 'vitest';
import { readSettings } from '../../src/config.js';
import { createEmbedder } from '../../src/models/create-embedder.js';
import { createOpenAiEmbedder } from '../../src/models/openai-embedder.js';
import { rawVector, startEmbeddingsEndpoint } from '../fakes/openai/embeddings-endpoint.js';

const apiKey = 'sk-test';
const model = 'text-embedding-3-small';

async function startEndpoint(options: { ignoresEncoding?: boolean; dimensions?: number } = {}) {
  const endpoint = await startEmbeddingsEndpoint({ apiKey, ...options });
  onTestFinished(() => endpoint.close());
  const connect = (key = apiKey) => createOpenAiEmbedder({ apiKey: key, baseUrl: endpoint.baseUrl, model });
  return { endpoint, connect };
}

/** The endpoint's vector at unit length, as the index wants it. */
function unitVector(text: string, dimensions = 4): number[] {
  const raw = rawVector(text, dimensions);
  return raw.map((value) => value / Math.hypot(...raw));
}

function expectVectors(vectors: readonly number[][], texts: readonly string[]): void {
  expect(vectors).toHaveLength(texts.length);
  for (const [at, text] of texts.entries())
    for (const [place, value] of unitVector(text).entries())
      expect(vectors[at]?.[place]).toBeCloseTo(value, 5);
}

describe('the embedder over an OpenAI-compatible service', () => {
  it('learns the dimensions from the model, and says both in its id', async () => {
    const { connect } = await startEndpoint({ dimensions: 6 });
    const embedder = await connect();
    expect(embedder.dimensions).toBe(6);
    expect(embedder.id).toBe(`openai-${model}-6`);
  });

  it('sends texts in batches and keeps their order', async () => {
    const { endpoint, connect } = await startEndpoint();
    const embedder = await connect();
    endpoint.requests.length = 0;
    const texts = Array.from({ length: 300 }, (_, at) => '融'.repeat(at + 1));
    expectVectors(await embedder.embed(texts), texts);
    expect(endpoint.requests.length).toBeGreaterThan(1);
    expect(endpoint.requests.flatMap((request) => request.input)).toEqual(texts);
    for (const request of endpoint.requests) expect(request.model).toBe(model);
  });

  it('asks nothing for no texts', async () => {
    const { endpoint, connect } = await startEndpoint();
    const embedder = await connect();
    endpoint.requests.length = 0;
    expect(await embedder.embed([])).toEqual([]);
    expect(endpoint.requests).toEqual([]);
  });

  it('understands a service that answers with numbers whatever encoding it is asked for', async () => {
    const { connect } = await startEndpoint({ ignoresEncoding: true });
    const embedder = await connect();
    expect(embedder.dimensions).toBe(4);
    expectVectors(await embedder.embed(['绿色金融']), ['绿色金融']);
  });

  it.each([
    ['too many requests', { status: 429, headers: { 'retry-after': '0' } }],
    ['a server error', { status: 503 }],
    ['a lost connection', 'drop the connection'],
  ] as const)('tries again after %s', async (_, trouble) => {
    const { endpoint, connect } = await startEndpoint();
    const embedder = await connect();
    endpoint.requests.length = 0;
    endpoint.next(trouble);
    expectVectors(await embedder.embed(['存款']), ['存款']);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('gives up after a few tries, and says which service', async () => {
    const { endpoint, connect } = await startEndpoint();
    const embedder = await connect();
    endpoint.requests.length = 0;
    endpoint.next(...Array.from({ length: 10 }, () => ({ status: 503 })));
    await expect(embedder.embed(['存款'])).rejects.toMatchObject({
      code: 'model_service_failed',
      message: expect.stringContaining(model),
    });
    expect(endpoint.requests).toHaveLength(4);
  });

  it('does not try again with a key that is refused, and names the setting', async () => {
    const { endpoint, connect } = await startEndpoint();
    await expect(connect('sk-wrong')).rejects.toMatchObject({
      code: 'model_service_failed',
      message: expect.stringMatching(/401.*OPENAI_API_KEY/s),
    });
    expect(endpoint.requests).toHaveLength(1);
  });

  it('never shows the key in a message', async () => {
    const { connect } = await startEndpoint();
    await expect(connect('sk-wrong-and-secret')).rejects.toMatchObject({
      message: expect.not.stringContaining('sk-wrong-and-secret'),
    });
  });

  it('refuses an answer with a vector less than it sent texts', async () => {
    const { endpoint, connect } = await startEndpoint();
    const embedder = await connect();
    endpoint.next('one vector less');
    await expect(embedder.embed(['存款', '贷款'])).rejects.toMatchObject({
      code: 'model_service_failed',
      message: expect.stringMatching(/2 texts.*1 vector/),
    });
  });

  it('is refused without a key, with both ways out', async () => {
    const settings = readSettings({ PLANBOT_EMBEDDINGS: 'openai' });
    await expect(createEmbedder(settings)).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringMatching(/OPENAI_API_KEY.*PLANBOT_EMBEDDINGS=embedded/),
      exitCode: 2,
    });
  });
});
