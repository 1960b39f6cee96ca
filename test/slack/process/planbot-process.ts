import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeSlack } from '../../fakes/slack/fake-slack.js';

/** A running `npm start`, seen from outside. */
export interface PlanbotProcess {
  /** Everything that it has written so far. */
  output(): string;
  /** Lines of its log that hold a message, parsed. */
  logged(message: string): Record<string, unknown>[];
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  exit: Promise<number | null>;
}

const root = new URL('../../../', import.meta.url).pathname;

/** What `npm start` runs. */
export const startEntry = 'src/main.ts';
/** The same app with a small made-up engine, which can be told to fail or to be slow. */
export const scriptedEntry = 'test/slack/process/scripted-main.ts';

/** Set to nothing, so that a developer's own .env has no part in a test. */
const noSettings = Object.fromEntries(
  [
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_API_URL',
    'SLACK_SIGNING_SECRET',
    'SLACK_CLIENT_ID',
    'SLACK_CLIENT_SECRET',
    'PLANBOT_ACCESS',
    'PLANBOT_SECRET_KEY',
    'PORT',
    'OPENAI_API_KEY',
    'OPENAI_BASE_URL',
    'PLANBOT_MODEL',
  ].map((name) => [name, '']),
);

/** Starts the app's process with these settings and nothing of this machine's own. */
export function startPlanbot(entry: string, settings: Record<string, string>): PlanbotProcess {
  const child = spawn(process.execPath, ['launch/run.mjs', entry], {
    cwd: root,
    env: { PATH: process.env.PATH, ...noSettings, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exit = exitOf(child);
  return {
    output: () => output,
    logged: (message) =>
      output
        .split('\n')
        .flatMap(parseLine)
        .filter((line) => line.msg === message),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return exit;
    },
    exit,
  };
}

/** Starts the app against a fake Slack and waits until it is connected. */
export async function connectPlanbot(
  slack: FakeSlack,
  { entry, state, ...settings }: { entry: string; state: string } & Record<string, string>,
): Promise<PlanbotProcess> {
  const planbot = startPlanbot(entry, { ...slackSettings(slack), PLANBOT_STATE: state, ...settings });
  const ended = planbot.exit.then((code) => {
    throw new Error(`planbot ended with ${code} before it was connected; it wrote:\n${planbot.output()}`);
  });
  const connected = until(() => planbot.logged('connected to Slack').length > 0, {
    what: () => `planbot to connect; it wrote:\n${planbot.output()}`,
    limitMs: 90_000,
  });
  try {
    await Promise.race([connected, ended]);
    slack.http?.sendTo(eventsUrl(planbot));
    return planbot;
  } catch (error) {
    void planbot.stop('SIGKILL');
    throw error;
  } finally {
    // Whichever comes second is no news.
    for (const late of [connected, ended]) late.catch(() => undefined);
  }
}

/** The settings that point the app at a fake Slack, in the mode that it is for. */
export function slackSettings(slack: FakeSlack): Record<string, string> {
  const settings = { SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken };
  return slack.http === undefined
    ? { ...settings, SLACK_APP_TOKEN: slack.appToken }
    : { ...settings, SLACK_SIGNING_SECRET: slack.http.signingSecret, PORT: '0' };
}

/** Where an app in HTTP mode listens, as its log says. */
export function addressOf(planbot: PlanbotProcess): string {
  return `http://127.0.0.1:${planbot.logged('connected to Slack')[0]?.port}`;
}

function eventsUrl(planbot: PlanbotProcess): string {
  return `${addressOf(planbot)}/slack/events`;
}

/** A folder of a test's own. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'planbot-slack-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Waits until something holds. */
export async function until(
  holds: () => boolean,
  { what, limitMs = 20_000, everyMs = 5 }: { what: () => string; limitMs?: number; everyMs?: number },
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${what()}`);
    await sleep(everyMs);
  }
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : null;
}

function parseLine(line: string): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? [{ ...value }] : [];
  } catch {
    return [];
  }
}
