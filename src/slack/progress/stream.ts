import { setTimeout as sleep } from 'node:timers/promises';
import { type types, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.js';

type AnyChunk = types.AnyChunk;

/** A message that grows while the work goes on. Nothing here ever throws: a stream is an extra. */
export interface Stream {
  /** Shows these soon; what comes in quick succession goes out together. */
  show(chunks: readonly AnyChunk[]): void;
  /** Ends the stream; its message, to be brought up to date, or undefined where none was started. */
  close(): Promise<string | undefined>;
}

export interface StreamTarget {
  team: string;
  channel: string;
  threadTs: string;
  user: string;
}

/** Slack takes about a hundred additions a minute. */
const pauseMs = 700;
const longestWaitSeconds = 15;

/** Opens a stream with the first chunks that are shown; one that expires, or never starts, stays silent. */
export function createStream({
  client,
  target,
  note,
  log,
  pause = pauseMs,
}: {
  client: webApi.WebClient;
  target: StreamTarget;
  /** Is told before the stream begins, and which message it is. */
  note: (ts?: string) => Promise<void>;
  log: Logger;
  pause?: number;
}): Stream {
  const { team, channel, threadTs, user } = target;
  let waiting: AnyChunk[] = [];
  let ts: string | undefined;
  let isDead = false;
  let flushing: Promise<void> | undefined;
  const closing = new AbortController();

  const flush = async (): Promise<void> => {
    while (waiting.length > 0 && !isDead) {
      const chunks = waiting;
      waiting = [];
      try {
        ts = await send(chunks);
      } catch (error) {
        isDead = true;
        log.warn(
          { channel, error: describeError(error) },
          'a stream ended early; the answer comes in one piece',
        );
      }
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    flushing = undefined;
  };
  const send = async (chunks: AnyChunk[]): Promise<string | undefined> => {
    if (ts !== undefined) {
      await client.chat.appendStream({ channel, ts, chunks });
      return ts;
    }
    await note();
    const started = await client.chat.startStream({
      channel,
      thread_ts: threadTs,
      recipient_team_id: team,
      recipient_user_id: user,
      task_display_mode: 'timeline',
      chunks,
    });
    await note(started.ts);
    return started.ts;
  };
  return {
    show(chunks) {
      if (isDead) return;
      waiting.push(...chunks);
      flushing ??= flush();
    },
    async close() {
      waiting = [];
      closing.abort();
      await flushing;
      if (ts !== undefined && !isDead) await stop(client, { channel, ts }, log);
      isDead = true;
      return ts;
    },
  };
}

/** Ends a stream in Slack; one that has ended by itself needs nothing. */
async function stop(
  client: webApi.WebClient,
  message: { channel: string; ts: string },
  log: Logger,
): Promise<void> {
  try {
    await client.chat.stopStream(message);
  } catch (error) {
    log.info({ channel: message.channel, error: describeError(error) }, 'a stream was not stopped');
    if (!(error instanceof webApi.WebAPIRateLimitedError) || error.retryAfter > longestWaitSeconds) return;
    await sleep(error.retryAfter * 1_000);
    await client.chat.stopStream(message).catch(() => undefined);
  }
}
