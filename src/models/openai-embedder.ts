import OpenAI from 'openai';
import pRetry, { AbortError } from 'p-retry';
import { messageOf, PlanbotError } from '../errors.js';
import type { Embedder } from './embedder.js';
import { unitVector } from './unit-vector.js';

/** Texts a request; the service takes up to 2,048, smaller ones fail smaller. */
const batchSize = 128;
const attempts = 4;
const timeoutMs = 60_000;

/**
 * Embeddings from an OpenAI-compatible service, in batches, retried on 429 and 5xx. The dimensions are
 * learned from the model with one short request.
 * @throws PlanbotError `model_service_failed` when the service does not answer as it should
 */
export async function createOpenAiEmbedder({
  apiKey,
  baseUrl,
  model,
}: {
  apiKey: string;
  baseUrl: string | undefined;
  model: string;
}): Promise<Embedder> {
  const client = new OpenAI({
    apiKey,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    maxRetries: 0,
    timeout: timeoutMs,
  });
  const request = (input: string[]) => embedBatch({ client, model, input });
  const [probe = []] = await request(['dimensions']);
  return {
    id: `openai-${model}-${probe.length}`,
    dimensions: probe.length,
    embed: async (texts) => {
      const vectors: number[][] = [];
      for (let at = 0; at < texts.length; at += batchSize)
        vectors.push(...(await request(texts.slice(at, at + batchSize))));
      return vectors;
    },
  };
}

async function embedBatch({ client, model, input }: { client: OpenAI; model: string; input: string[] }) {
  try {
    // Asked for by name: the client's default, base64, is not understood by every compatible service.
    const body = { model, input, encoding_format: 'float' } as const;
    const response = await pRetry(() => client.embeddings.create(body).catch(stopUnlessPassing), {
      retries: attempts - 1,
      minTimeout: 200,
    });
    const rows = [...response.data].sort((a, b) => a.index - b.index);
    const vectors = rows.map((row) => unitVector(row.embedding));
    if (vectors.length !== input.length)
      throw new Error(`${input.length} texts sent, ${vectors.length} vectors back`);
    return vectors;
  } catch (error) {
    throw new PlanbotError({
      code: 'model_service_failed',
      message: `The embedding service failed (model ${model}): ${messageOf(error)}. Check OPENAI_API_KEY, OPENAI_BASE_URL and PLANBOT_EMBEDDING_MODEL, or set PLANBOT_EMBEDDINGS=embedded.`,
      cause: error,
    });
  }
}

/** Only rate limits, server errors and lost connections are worth another try. */
function stopUnlessPassing(error: unknown): never {
  const isFinal =
    error instanceof OpenAI.APIError &&
    error.status !== undefined &&
    error.status !== 429 &&
    error.status < 500;
  throw isFinal ? new AbortError(error) : error;
}
