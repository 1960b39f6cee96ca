import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readArguments, tokenOf } from './arguments.js';
import { createEvents, type FakeEvents } from './events.js';
import { createSocketMode, type SocketMode } from './socket-mode.js';
import { printConversation } from './transcript.js';
import { appMethods, botMethods, type CallResult, type WebApiState } from './web-api.js';
import { createWorkspace, type FakeMessage, type Workspace } from './workspace.js';

/** A refused or limited call, and every other one, in the order in which they came. */
export interface RecordedCall {
  method: string;
  status: number;
  error: string | undefined;
}

/** What a test turns to make Slack difficult. */
export interface Switches {
  /** Answers the next `times` calls of a method with 429. */
  limitRate(method: string, options: { seconds: number; times: number }): void;
  /** Fails the next call of a method with an error of Slack. */
  failNext(method: string, error: string): void;
  /** From now on this workspace does not know the block type. */
  refuseBlocks(...types: string[]): void;
}

/** A Slack of one workspace on this machine, as strict as the real one about what it is sent. */
export interface FakeSlack extends FakeEvents, Switches {
  apiUrl: string;
  botToken: string;
  appToken: string;
  workspace: Workspace;
  sockets: SocketMode;
  calls: RecordedCall[];
  /** The app's messages in a channel, in a thread of it if one is given. */
  answers(channel: string, threadTs?: string): FakeMessage[];
  /** A channel as text, one line a message with its blocks beneath it. */
  print(channel: string): string;
  close(): Promise<void>;
}

interface Limits {
  rates: Map<string, { seconds: number; times: number }>;
  failures: Map<string, string>;
}

/** Starts a fake Slack on a free port. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const botToken = 'xoxb-000000000000-fake-bot-token';
  const appToken = 'xapp-1-A000000000-fake-app-token';
  const workspace = createWorkspace();
  const sockets = createSocketMode();
  const calls: RecordedCall[] = [];
  const limits: Limits = { rates: new Map(), failures: new Map() };
  const server = createServer();
  server.on('upgrade', (request, socket) => sockets.accept(request, socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${portOf(server.address())}`;
  const state: WebApiState = { workspace, refusedBlockTypes: new Set(), socketUrl: `ws://${address}/link` };
  server.on('request', (request, response) => {
    void answer(request, response, { state, limits, calls, botToken, appToken });
  });
  return {
    ...createEvents(workspace, sockets),
    ...createSwitches(limits, state),
    apiUrl: `http://${address}/api/`,
    botToken,
    appToken,
    workspace,
    sockets,
    calls,
    answers: (channel, threadTs) =>
      workspace.messages.filter(
        (one) =>
          one.fromBot && one.channel === channel && (threadTs === undefined || one.threadTs === threadTs),
      ),
    print: (channel) => printConversation(workspace, channel),
    close: () => close(server, sockets),
  };
}

function createSwitches(limits: Limits, state: WebApiState): Switches {
  return {
    limitRate: (method, options) => void limits.rates.set(method, { ...options }),
    failNext: (method, error) => void limits.failures.set(method, error),
    refuseBlocks: (...types) => types.forEach((type) => void state.refusedBlockTypes.add(type)),
  };
}

async function close(server: Server, sockets: SocketMode): Promise<void> {
  sockets.dropAll();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

interface Surroundings {
  state: WebApiState;
  limits: Limits;
  calls: RecordedCall[];
  botToken: string;
  appToken: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  around: Surroundings,
): Promise<void> {
  const method = (request.url ?? '').replace(/^\/api\//, '').replace(/\?.*$/, '');
  const limit = around.limits.rates.get(method);
  if (limit !== undefined && limit.times > 0) {
    limit.times -= 1;
    around.calls.push({ method, status: 429, error: 'ratelimited' });
    response.writeHead(429, { 'Retry-After': String(limit.seconds) }).end();
    return;
  }
  const result = await call(request, method, around);
  around.calls.push({ method, status: 200, error: result.error });
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(result));
}

async function call(request: IncomingMessage, method: string, around: Surroundings): Promise<CallResult> {
  const given = await readArguments(request);
  if (given === undefined) return { ok: false, error: 'invalid_form_data' };
  const failure = around.limits.failures.get(method);
  if (failure !== undefined) {
    around.limits.failures.delete(method);
    return { ok: false, error: failure };
  }
  const wanted = method in appMethods ? around.appToken : around.botToken;
  const token = tokenOf(request, given);
  if (token === undefined) return { ok: false, error: 'not_authed' };
  if (token !== wanted) return { ok: false, error: 'invalid_auth' };
  const handler = appMethods[method] ?? botMethods[method];
  return handler === undefined ? { ok: false, error: 'unknown_method' } : handler(given, around.state);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The fake Slack has no port yet');
  return address.port;
}
