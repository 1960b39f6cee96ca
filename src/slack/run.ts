import { destination, type Logger, pino } from 'pino';
import { checkSettings, type Settings } from '../config.js';
import { startSlackApp } from './app.js';
import { findMode, unusableSettings } from './connection/mode.js';
import { describeError } from './describe-error.js';
import type { SlackEngine } from './engine.js';

/** Opens the answer engine; builds a missing index first and says how that goes. */
export type OpenEngine = (request: {
  settings: Settings;
  log: (message: string) => void;
}) => Promise<SlackEngine & { close(): Promise<void> }>;

/**
 * Runs the Slack app until the process is told to stop (SIGTERM, SIGINT), then finishes what is under way.
 * @throws PlanbotError `invalid_settings` at once, before any work, when tokens are missing.
 */
export async function runSlackApp({
  environment,
  openEngine,
}: {
  environment: Record<string, string | undefined>;
  openEngine: OpenEngine;
}): Promise<void> {
  const settings = readSlackSettings(environment);
  const log = createLog(settings);
  const engine = await openEngine({ settings, log: (message) => log.info({ from: 'index' }, message) });
  try {
    const stopped = untilTold(log);
    // A stop must also end the wait for a Slack that is not to be reached.
    const app = await Promise.race([startSlackApp({ settings, engine, log }), stopped]);
    await stopped;
    await app?.stop();
  } finally {
    await engine.close();
  }
}

/** Finds everything that is wrong with the settings at once, whether planbot or Slack needs them. */
function readSlackSettings(environment: Record<string, string | undefined>): Settings {
  const { settings, problems } = checkSettings(environment);
  const wrong = new Set(problems.map(settingOf));
  const usable = Object.entries(environment).filter(([name]) => !wrong.has(name));
  const { problems: missing } = findMode(checkSettings(Object.fromEntries(usable)).settings ?? {});
  const all = [...problems, ...missing.filter((problem) => !wrong.has(settingOf(problem)))];
  if (settings === undefined || all.length > 0) throw unusableSettings(all);
  return settings;
}

/** The setting that a problem is about; its line begins with it. */
function settingOf(problem: string): string {
  return /\w+/.exec(problem)?.[0] ?? '';
}

/** Whatever somebody may add to a line: what people write, and what opens doors, stays out of the log. */
const privatePaths = ['text', 'question', 'token', 'body', 'answer', 'headers', 'authorization'].flatMap(
  (name) => [name, `*.${name}`],
);

/** The log goes to standard error, a JSON object a line; written at once, so that a crash loses nothing. */
function createLog({ PLANBOT_LOG_LEVEL: level }: Settings): Logger {
  return pino(
    { level, base: { pid: process.pid }, redact: { paths: privatePaths, censor: '[hidden]' } },
    destination({ fd: 2, sync: true }),
  );
}

/** Resolves when the process is asked to stop, or when it no longer can go on. */
function untilTold(log: Logger): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        log.info({ signal }, 'stopping');
        resolve(undefined);
      });
    }
    process.on('unhandledRejection', (error) => {
      log.fatal({ error: describeError(error) }, 'cannot go on');
      process.exitCode = 1;
      resolve(undefined);
    });
  });
}
