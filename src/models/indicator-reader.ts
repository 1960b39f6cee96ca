import { createHash } from 'node:crypto';
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import pRetry, { AbortError } from 'p-retry';
import { z } from 'zod';
import type { Settings } from '../config.js';
import { messageOf, PlanbotError } from '../errors.js';
import { fillPrompt, readPrompt } from '../prompts.js';
import { indicatorKinds } from '../records.js';

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

const Reading = z.object({ indicators: z.array(ReadIndicator) });

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

const attempts = 3;
const promptName = 'extraction.md';

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
  const client = new OpenAI({
    apiKey,
    ...(baseURL ? { baseURL } : {}),
    maxRetries: 0,
    timeout: settings.PLANBOT_MAX_SECONDS * 1_000,
  });
  return {
    id: `llm-${model}-${createHash('sha256').update(readPrompt(promptName)).digest('hex').slice(0, 8)}`,
    read: (passage) => readPassage({ client, model, passage }),
  };
}

async function readPassage({
  client,
  model,
  passage,
}: {
  client: OpenAI;
  model: string;
  passage: PassageToRead;
}): Promise<ReadIndicator[]> {
  const { region, period, sectionPath, text } = passage;
  const body = {
    model,
    messages: [
      { role: 'system' as const, content: fillPrompt(promptName, { region, period }) },
      { role: 'user' as const, content: dataBlock({ section: sectionPath, passage: text }) },
    ],
    response_format: zodResponseFormat(Reading, 'indicators'),
  };
  try {
    const { choices } = await pRetry(() => client.chat.completions.parse(body).catch(stopUnlessPassing), {
      retries: attempts - 1,
      minTimeout: 200,
    });
    const message = choices[0]?.message;
    if (!message?.parsed) throw new Error(message?.refusal ?? 'the answer is not the structure asked for');
    return message.parsed.indicators;
  } catch (error) {
    throw new PlanbotError({
      code: 'model_service_failed',
      message: `The model ${model} did not read a passage: ${messageOf(error)}`,
      cause: error,
    });
  }
}

/** Marked off, and with nothing inside that could close the mark. */
function dataBlock(value: unknown): string {
  const json = JSON.stringify(value).replace(/</g, '\\u003c').replace(/>/g, '\\u003e');
  return `<plan_data>\n${json}\n</plan_data>`;
}

/** Only rate limits, server errors and lost connections are worth another try. */
function stopUnlessPassing(error: unknown): never {
  const { APIError } = OpenAI;
  const isPassing =
    error instanceof APIError && (error.status === undefined || error.status === 429 || error.status >= 500);
  throw isPassing ? error : new AbortError(error instanceof Error ? error : String(error));
}
