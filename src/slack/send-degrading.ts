import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { degrade, type Rendering, render } from './degrade.js';
import type { Message } from './views/message.js';

/** A message has few kinds of blocks, and each refusal takes one away. */
const attemptLimit = 8;

/** What Slack answers when the blocks are the trouble, not the message. */
const blockErrors = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/**
 * Sends a message in the richest form that Slack takes. It is sent again in a plainer one only where Slack
 * said that it refuses blocks; to be sent again after a 429 is the client's own affair.
 */
export async function sendDegrading<Result>(
  message: Message,
  send: (blocks: Rendering['blocks']) => Promise<Result>,
  log: Logger,
): Promise<Result> {
  let rendering = render(message);
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(rendering.blocks);
    } catch (error) {
      if (attempt >= attemptLimit) throw error;
      rendering = afterRefusal(error, rendering, log);
    }
  }
}

/** What to send next after Slack refused; throws the error again where it did not say that it refused. */
function afterRefusal(error: unknown, rendering: Rendering, log: Logger): Rendering {
  const refusal = error instanceof webApi.WebAPIPlatformError ? error.data : undefined;
  if (refusal === undefined || !blockErrors.has(refusal.error) || rendering.blocks.length === 0) throw error;
  const reasons = refusal.response_metadata?.messages ?? [];
  log.warn(
    { error: refusal.error, places: reasons.map(placeOf) },
    'Slack refused blocks; posting plainer ones',
  );
  return degrade(rendering, reasons.map(placeOf));
}

/** Index of the block that a refusal points at, as in `[json-pointer:/blocks/3/type]`. */
function placeOf(reason: string): number | undefined {
  const index = /\[json-pointer:\/blocks\/(\d+)/.exec(reason)?.[1];
  return index === undefined ? undefined : Number(index);
}
