import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import pRetry, { AbortError } from 'p-retry';
import { z } from 'zod';
import { messageOf, PlanbotError } from '../errors.js';
import { fillPrompt } from '../prompts.js';
import { extractionPrompt, type PassageToRead, ReadIndicator } from './indicator-reader.js';

const Reading = z.object({ indicators: z.array(ReadIndicator) });
const attempts = 3;

/** Makes the function that asks a model for the figures of a passage. */
export function createPassageReader({
  model,
  apiKey,
  baseURL,
  timeout,
}: {
  model: string;
  apiKey: string;
  baseURL: string | undefined;
  timeout: number;
}): (passage: PassageToRead) => Promise<ReadIndicator[]> {
  const client = new OpenAI({ apiKey, ...(baseURL ? { baseURL } : {}), maxRetries: 0, timeout });
  return (passage) => readPassage({ client, model, passage });
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
      { role: 'system' as const, content: fillPrompt(extractionPrompt, { region, period }) },
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
