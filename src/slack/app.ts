import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Settings } from '../config.js';
import { createFileClaims, type FileClaims } from './claims.js';
import { type Connection, createConnection } from './connection.js';
import { describeError } from './describe-error.js';
import { createFindEarlierQuestions } from './earlier-questions.js';
import type { SlackEngine } from './engine.js';
import { registerListeners } from './listeners/index.js';
import { createPost } from './post.js';
import { createReply } from './reply.js';
import { createThreads } from './threads.js';
import { createWork, type Work } from './work.js';

/** The connected Slack app. */
export interface SlackApp {
  /** Takes no more events, and resolves when what is under way is answered. */
  stop(): Promise<void>;
}

const sweepMs = 10 * 60 * 1_000;
const finishLimitMs = 30_000;

/**
 * Connects to Slack and answers from then on, with whatever engine it is given.
 * @throws PlanbotError `invalid_settings` when tokens are missing or refused.
 */
export async function startSlackApp({
  settings,
  engine,
  log,
}: {
  settings: Settings;
  engine: SlackEngine;
  log: Logger;
}): Promise<SlackApp> {
  const claims = await createFileClaims({ folder: join(settings.PLANBOT_STATE, 'claims') });
  const connection = await createConnection({ settings, log });
  const work = createWork(createReply({ ask: engine.ask, claims, log, ...messaging(connection, log) }));
  registerListeners(connection.app, { reply: work.reply });
  connection.app.error(async (error) => log.error({ error: describeError(error) }, 'a listener failed'));
  await connection.connect();
  log.info('connected to Slack');
  const sweeper = startSweeper(claims, log);
  return {
    async stop() {
      clearInterval(sweeper);
      await stop(connection, work, log);
    },
  };
}

function messaging({ client, botUserId }: Connection, log: Logger) {
  const findEarlierQuestions = createFindEarlierQuestions({ client, log, botUserId });
  return { post: createPost({ client, log }), threads: createThreads({ findEarlierQuestions }) };
}

function startSweeper(claims: FileClaims, log: Logger): NodeJS.Timeout {
  const sweep = (): void => {
    claims
      .sweep()
      .catch((error: unknown) => log.warn({ error: describeError(error) }, 'old claims not swept'));
  };
  sweep();
  return setInterval(sweep, sweepMs).unref();
}

async function stop(connection: Connection, work: Work, log: Logger): Promise<void> {
  await connection.disconnect();
  await work.settle(finishLimitMs);
  log.info('stopped');
}
