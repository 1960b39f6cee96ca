import path from 'node:path';
import { pino } from 'pino';
import { openEngine } from '../../src/cli/open-engine.js';
import { readSettings } from '../../src/config.js';
import { startSlackApp } from '../../src/slack/app.js';
import { labelsOf } from '../fakes/slack/elements.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.js';
import type { OpenView } from '../fakes/slack/views.js';
import type { FakeMessage } from '../fakes/slack/workspace.js';
import { createWorkspace, type Workspace } from '../setup/ingest-samples.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';
import { slackSettings, until } from './process/planbot-process.js';

/** planbot over made-up plans, in this process, connected to a fake Slack over real sockets. */
export interface RunningPlanbot {
  slack: FakeSlack;
  workspace: Workspace;
  /** The folder in which what is kept lies. */
  state: string;
  /** Waits for the messages of a place, as many as are said, and gives them. */
  messages(of: () => FakeMessage[], count?: number): Promise<FakeMessage[]>;
  /** Waits for a modal of this title on top of what somebody has open. */
  modal(title: string, user?: string): Promise<OpenView>;
  stop(options?: { keepSlack?: boolean }): Promise<void>;
}

/** Starts planbot over the sample plans, or others, with settings of a test's own. */
export async function runPlanbot({
  plans,
  access,
  settings = {},
  after,
  mode = 'socket',
}: {
  plans?: Readonly<Record<string, string>>;
  /** The access file, as YAML. */
  access?: string;
  settings?: Record<string, string>;
  /** A planbot that was stopped; this one goes on in its Slack, with what it kept. */
  after?: RunningPlanbot;
  /** How Slack reaches planbot. */
  mode?: 'socket' | 'http';
} = {}): Promise<RunningPlanbot> {
  const workspace = await createWorkspace(plans);
  await workspace.ingest();
  const folder = temporaryFolder();
  const slack = after?.slack ?? (await startFakeSlack({ mode }));
  const state = after?.state ?? path.join(folder, 'state');
  if (access !== undefined) await writeFiles(folder, { 'access.yaml': access });
  const environment = {
    ...slackSettings(slack),
    PLANBOT_INDEX: workspace.index,
    PLANBOT_STATE: state,
    ...(access === undefined ? {} : { PLANBOT_ACCESS: path.join(folder, 'access.yaml') }),
    ...settings,
  };
  const read = readSettings(environment);
  let port: unknown;
  const log = pino(
    { level: 'info' },
    {
      write(line) {
        const logged: { msg?: string; port?: number } = JSON.parse(line);
        if (logged.msg === 'connected to Slack') port = logged.port;
      },
    },
  );
  const engine = await openEngine({ settings: read, log: () => undefined });
  const app = await startSlackApp({ settings: read, engine, log });
  slack.http?.sendTo(`http://127.0.0.1:${port}/slack/events`);
  const messages: RunningPlanbot['messages'] = async (of, count = 1) => {
    await until(() => of().length >= count, { what: () => printAll(slack) });
    return of();
  };
  return {
    slack,
    workspace,
    state,
    messages,
    async modal(title, user = 'U0LIN') {
      const top = () => slack.modals(user).at(-1);
      await until(() => top()?.title?.text === title, { what: () => `the modal ${title}` });
      const view = top();
      if (view === undefined) throw new Error('the modal is gone');
      return view;
    },
    async stop({ keepSlack = false } = {}) {
      await app.stop();
      await engine.close();
      if (!keepSlack) await slack.close();
    },
  };
}

/** What the buttons of a message say. */
export function buttonsOf(message: FakeMessage | undefined): string[] {
  return labelsOf(message?.blocks ?? []);
}

function printAll(slack: FakeSlack): string {
  const channels = [...slack.workspace.channels.keys()].map((id) => slack.print(id));
  return `a message; there are:\n${channels.join('\n')}`;
}
