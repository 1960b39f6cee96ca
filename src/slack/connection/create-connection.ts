import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import type { Inbox } from '../desk/inbox.js';
import { openInstalledWorkspaces } from '../installation/installed-workspaces.js';
import type { State } from '../state/state.js';
import { createBoltLogger } from './bolt-logger.js';
import { createClientOptions } from './client-options.js';
import type { Clients } from './clients.js';
import { openHttp } from './http.js';
import { type Mode, readMode } from './mode.js';
import { NotingApp } from './noting-app.js';
import { openOneWorkspace } from './one-workspace.js';
import { openSocket } from './socket.js';
import type { Workspaces } from './workspaces.js';

/** A Bolt app that is ready to take events. */
export interface Connection {
  app: NotingApp;
  clients: Clients;
  /** Forgets a workspace that took planbot out; absent where the token is a setting. */
  removeWorkspace: Workspaces['remove'];
  mode: Mode['kind'];
  /** Opens the socket, or the port; events come from then on. Returns what the log may say of it. */
  connect(): Promise<Record<string, unknown>>;
  /** No more events come. */
  disconnect(): Promise<void>;
}

/**
 * Makes the Bolt app for the mode that the settings are for, and asks Slack who it is.
 * @throws PlanbotError `invalid_settings` when settings are missing or Slack does not take a token.
 */
export async function createConnection({
  settings,
  state,
  inbox,
  log,
}: {
  settings: Settings;
  state: State;
  inbox: Inbox;
  log: Logger;
}): Promise<Connection> {
  const mode = readMode(settings);
  const workspaces = await openWorkspaces({ mode, settings, state, log });
  const line =
    mode.kind === 'socket' ? openSocket({ mode, settings, log }) : openHttp({ mode, settings, state, log });
  const { authorize, clients, remove: removeWorkspace } = workspaces;
  const options = {
    authorize,
    receiver: line.receiver,
    logger: createBoltLogger(log),
    clientOptions: createClientOptions(settings, log),
    convoStore: false as const,
  };
  const app = new NotingApp(options, { inbox, log });
  return { app, clients, removeWorkspace, mode: mode.kind, connect: line.open, disconnect: line.close };
}

function openWorkspaces({
  mode,
  ...given
}: {
  mode: Mode;
  settings: Settings;
  state: State;
  log: Logger;
}): Promise<Workspaces> {
  if (mode.kind === 'socket') return openOneWorkspace({ ...given, botToken: mode.botToken });
  const { tokens } = mode;
  return tokens.kind === 'one'
    ? openOneWorkspace({ ...given, botToken: tokens.botToken })
    : openInstalledWorkspaces({ ...given, tokens });
}
