import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Settings } from '../config.js';
import { PlanbotError } from '../errors.js';
import { readPrompt } from '../prompts.js';
import { indicatorKinds } from '../records.js';
import type { createPassageReader } from './read-passage.js';

/** A figure as a model reads it out of a passage: nothing in it is true before it was checked. */
export const ReadIndicator = z.object({
  name: z.string(),
  figure: z.string(),
  unit: z.string().nullable(),
  year: z.number().int().nullable(),
  yearFrom: z.number().int().nullable(),
  scope: z.string().nullable(),
  kind: z.enum(indicatorKinds),
  attribute: z.string().nullable(),
  quote: z.string(),
});
export type ReadIndicator = z.infer<typeof ReadIndicator>;

/** A passage with what a reader must know to understand it. */
export interface PassageToRead {
  region: string;
  period: string;
  sectionPath: readonly string[];
  text: string;
}

/** Reads figures out of passages; `id` changes with the model and with what it is told. */
export interface IndicatorReader {
  id: string;
  /** @throws PlanbotError `model_service_failed` when the service does not answer as it should */
  read(passage: PassageToRead): Promise<ReadIndicator[]>;
}

/** What the model is told, and by which its readings are known. */
export const extractionPrompt = 'extraction.md';

/**
 * The reader that PLANBOT_EXTRACTION=llm asks for; undefined where the rules read alone.
 * @throws PlanbotError `invalid_settings` when a model is asked for without its name or key
 */
export function createIndicatorReader(settings: Settings): IndicatorReader | undefined {
  if (settings.PLANBOT_EXTRACTION !== 'llm') return undefined;
  const { PLANBOT_MODEL: model, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = settings;
  if (!model || !apiKey)
    throw new PlanbotError({
      code: 'invalid_settings',
      message: `PLANBOT_EXTRACTION=llm needs ${[...(model ? [] : ['PLANBOT_MODEL']), ...(apiKey ? [] : ['OPENAI_API_KEY'])].join(' and ')}. Set what is missing, or set PLANBOT_EXTRACTION=rules.`,
      exitCode: 2,
    });
  const timeout = settings.PLANBOT_MAX_SECONDS * 1_000;
  let opened: Promise<IndicatorReader['read']> | undefined;
  const reader = () => {
    opened ??= openReader({ model, apiKey, baseURL, timeout });
    return opened;
  };
  return {
    id: `llm-${model}-${createHash('sha256').update(readPrompt(extractionPrompt)).digest('hex').slice(0, 8)}`,
    read: async (passage) => (await reader())(passage),
  };
}

/** The service's client is loaded with the first passage: what is not read a second time does not wait for it. */
async function openReader(
  service: Parameters<typeof createPassageReader>[0],
): Promise<IndicatorReader['read']> {
  const { createPassageReader } = await import('./read-passage.js');
  return createPassageReader(service);
}
