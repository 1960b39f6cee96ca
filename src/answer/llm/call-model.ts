import { setTimeout } from 'node:timers/promises';
import { type AIMessage, createMiddleware } from 'langchain';
import pRetry from 'p-retry';
import { z } from 'zod';
import type { ChatModel } from '../../models/chat-model.js';
import { isPassing, retryAfterMs, statusOf } from './failures.js';
import { costOf } from './limits.js';
import type { Run } from './run.js';
import { withoutBrokenCalls } from './without-broken-calls.js';

const retries = 3;
/** A service that asks for a longer pause is not waited for. */
const longestPauseMs = 20_000;
/** Rough characters a token where a service does not count: Chinese text has fewer than English. */
const charactersPerToken = 2;

/**
 * Calls the model: first as a stream, then in one piece where the stream broke or was not understood;
 * again after a while on 429, 5xx and lost connections; never beyond the budget of the run.
 */
export function createModelCalls({
  run,
  model,
  signal,
}: {
  run: Run;
  model: ChatModel;
  signal: AbortSignal;
}) {
  return createMiddleware({
    name: 'planbot-model-calls',
    wrapModelCall: (request, handler) => {
      let plain = false;
      const call = async () => {
        try {
          return await handler({ ...request, model: plain ? model.plain : model.streaming });
        } catch (error) {
          plain ||= isStreamTrouble(error);
          throw error;
        }
      };
      return pRetry(call, {
        retries,
        minTimeout: run.limits.retryDelayMs,
        signal,
        shouldRetry: ({ error }) => isPassing(error) || (isStreamTrouble(error) && plain),
        onFailedAttempt: ({ error }) => pause(error, signal),
      }).then((message) => {
        count(run, message, JSON.stringify(request.messages.map(({ content }) => content)).length);
        return withoutBrokenCalls(message);
      });
    },
  });
}

/** No status means that the answer began; 400 may mean that the service cannot stream tool calls. */
function isStreamTrouble(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status === 400 || status === 422;
}

async function pause(error: unknown, signal: AbortSignal): Promise<void> {
  const wanted = retryAfterMs(error);
  if (wanted === undefined) return;
  if (wanted > longestPauseMs) throw error;
  await setTimeout(wanted, undefined, { signal });
}

/** What a service counted; zero where it does not count. */
const Counted = z.object({ input_tokens: z.number().catch(0), output_tokens: z.number().catch(0) });

function count({ usage, limits }: Run, message: AIMessage, promptLength: number): void {
  const counted = Counted.safeParse(message.usage_metadata).data;
  const written = JSON.stringify([message.content, message.tool_calls]).length;
  usage.modelCalls += 1;
  usage.promptTokens += counted?.input_tokens || Math.ceil(promptLength / charactersPerToken);
  usage.completionTokens += counted?.output_tokens || Math.ceil(written / charactersPerToken);
  const cost = costOf(usage, limits.prices);
  if (cost !== undefined) usage.cost = cost;
}
