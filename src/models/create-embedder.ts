import type { Settings } from '../config.js';
import { PlanbotError } from '../errors.js';
import { createEmbeddedEmbedder } from './embedded-embedder.js';
import type { Embedder } from './embedder.js';

/**
 * The embedder that the settings ask for.
 * @throws PlanbotError `invalid_settings` when a model is asked for without its key
 */
export async function createEmbedder(settings: Settings): Promise<Embedder> {
  if (settings.PLANBOT_EMBEDDINGS === 'embedded') return createEmbeddedEmbedder();
  if (!settings.OPENAI_API_KEY)
    throw new PlanbotError({
      code: 'invalid_settings',
      message: 'PLANBOT_EMBEDDINGS=openai needs OPENAI_API_KEY. Set it, or set PLANBOT_EMBEDDINGS=embedded.',
      exitCode: 2,
    });
  // Its client takes longer to load than the embedded embedder.
  const { createOpenAiEmbedder } = await import('./openai-embedder.js');
  return createOpenAiEmbedder({
    apiKey: settings.OPENAI_API_KEY,
    baseUrl: settings.OPENAI_BASE_URL,
    model: settings.PLANBOT_EMBEDDING_MODEL,
  });
}
