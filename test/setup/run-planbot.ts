import { type ChildProcess, spawn } from 'node:child_process';
import { temporaryFolder } from './temporary-folder.js';

const root = new URL('../../', import.meta.url).pathname;

/** The entry points as `npm run` calls them. */
export const entries = {
  ask: 'src/cli/ask.ts',
  chat: 'src/cli/chat.ts',
  feedback: 'src/cli/feedback.ts',
  ingest: 'ingest/main.ts',
} as const;

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Set to nothing, so that a developer's own `.env` has no part in a test. */
const noSettings = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', PLANBOT_MODEL: '', PLANBOT_EMBEDDINGS: '' };

/** Starts a command of the terminal as a process of its own, with these settings and nobody else's. */
export function startPlanbot(
  command: keyof typeof entries,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  const env = { PATH: process.env.PATH, ...noSettings, ...settings };
  return spawn(process.execPath, ['launch/run.mjs', entries[command], ...args], { cwd: root, env });
}

/** Runs a command to its end, with these lines typed in. */
export async function runPlanbot(
  command: keyof typeof entries,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Finished> {
  const child = startPlanbot(command, args, settings);
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  child.stdin?.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
}

/** Settings with an index of its own, in a folder that goes when the test is over. */
export function freshIndex(plans: string): { PLANBOT_PLANS: string; PLANBOT_INDEX: string } {
  return { PLANBOT_PLANS: plans, PLANBOT_INDEX: `${temporaryFolder()}/index` };
}
