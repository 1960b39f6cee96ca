import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { SlackBlock } from './views/message.js';

/** What an address that came with a command or a button is told. */
export interface ResponseBody {
  text?: string;
  blocks?: readonly SlackBlock[];
  /** Only the person who acted sees it, unless it is for the channel. */
  response_type?: 'ephemeral' | 'in_channel';
  replace_original?: boolean;
  delete_original?: boolean;
}

const requestLimitMs = 15_000;
const Refusal = z.object({ error: z.string() });

/**
 * Answers a command or a button by the address that came with it (five times in thirty minutes).
 * @throws WebAPIPlatformError with Slack's reason, or WebAPIRateLimitedError, as a call of the Web API does.
 */
export async function sendResponse(url: string, body: ResponseBody): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ ...body, unfurl_links: false, unfurl_media: false }),
    signal: AbortSignal.timeout(requestLimitMs),
  });
  const said = await response.text();
  if (response.status === 429)
    throw new webApi.WebAPIRateLimitedError(Number(response.headers.get('retry-after') ?? 1));
  const error = errorIn(said);
  if (!response.ok || error !== undefined)
    throw new webApi.WebAPIPlatformError({ ok: false, error: error ?? said.trim().slice(0, 100) });
}

/** Slack answers with `ok`, with a bare reason, or with JSON that holds one. */
function errorIn(said: string): string | undefined {
  try {
    const refusal = Refusal.safeParse(JSON.parse(said));
    return refusal.success ? refusal.data.error : undefined;
  } catch {
    return undefined;
  }
}
