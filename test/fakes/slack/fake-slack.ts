import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readArguments, tokenOf } from './arguments.js';
import { createEvents, type FakeEvents } from './events.js';
import { createUploads, type Uploads } from './files.js';
import { createHttpDelivery, type HttpDelivery } from './http-delivery.js';
import { createInteractions, type Interactions } from './interactions.js';
import { createOauth, type FakeOauth } from './oauth.js';
import { createResponseUrls, type ResponseUrls } from './response-urls.js';
import { manifestScopes, missingScope } from './scopes.js';
import { createSocketMode, type SocketMode } from './socket-mode.js';
import { printConversation } from './transcript.js';
import { createViews } from './views.js';
import { appMethods, botMethods, type CallResult, type WebApiState } from './web-api.js';
import { createWorkspace, type FakeMessage, type Workspace } from './workspace.js';

/** A refused or limited call, and every other one, in the order in which they came. */
export interface RecordedCall {
  method: string;
  status: number;
  error: string | undefined;
  /** The workspace whose token the call came with. */
  team?: string | undefined;
}

/** What a test turns to make Slack difficult. */
export interface Switches {
  /** Answers the next `times` calls of a method with 429. */
  limitRate(method: string, options: { seconds: number; times: number }): void;
  /** Fails the next call of a method with an error of Slack. */
  failNext(method: string, error: string): void;
  /** Does what the next call of a method asks, and never says so: the app hears nothing. */
  swallowNext(method: string): void;
  /** From now on this workspace does not know the block type. */
  refuseBlocks(...types: string[]): void;
  /** Gives the app a scope beside those of its manifest, or takes one away. */
  grantScope(scope: string): void;
  revokeScope(scope: string): void;
}

/** A Slack of one workspace on this machine, as strict as the real one about what it is sent. */
export interface FakeSlack extends FakeEvents, Interactions, Switches {
  apiUrl: string;
  botToken: string;
  appToken: string;
  workspace: Workspace;
  /** Where events go out: over sockets, or as signed requests in HTTP mode. */
  sockets: SocketMode;
  /** In HTTP mode: where the requests go, and requests of a test's own making. */
  http: HttpDelivery | undefined;
  oauth: FakeOauth;
  calls: RecordedCall[];
  /** The app's messages in a channel, in a thread of it if one is given. */
  answers(channel: string, threadTs?: string): FakeMessage[];
  /** The app's messages that only this person sees, in a channel. */
  whispers(channel: string, user?: string): FakeMessage[];
  /** A channel as text, one line a message with its blocks beneath it. */
  print(channel: string): string;
  close(): Promise<void>;
}

interface Limits {
  rates: Map<string, { seconds: number; times: number }>;
  failures: Map<string, string>;
  swallowed: Set<string>;
}

/** Starts a fake Slack on a free port, for an app in Socket Mode or in HTTP mode. */
export async function startFakeSlack({
  mode = 'socket',
}: {
  mode?: 'socket' | 'http';
} = {}): Promise<FakeSlack> {
  const botToken = 'xoxb-000000000000-fake-bot-token';
  const appToken = 'xapp-1-A000000000-fake-app-token';
  const workspace = createWorkspace();
  const http = mode === 'http' ? createHttpDelivery() : undefined;
  const sockets = http ?? createSocketMode();
  const oauth = createOauth(botToken);
  const calls: RecordedCall[] = [];
  const limits: Limits = { rates: new Map(), failures: new Map(), swallowed: new Set() };
  const server = createServer();
  server.on('upgrade', (request, socket) => sockets.accept(request, socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${portOf(server.address())}`;
  const origin = () => `http://${address}`;
  const refusedBlockTypes = new Set<string>();
  const scopes = new Set(manifestScopes);
  const state: WebApiState = { workspace, refusedBlockTypes, scopes, socketUrl: `ws://${address}/link` };
  const views = createViews();
  const uploads = createUploads({ origin });
  const responseUrls = createResponseUrls({ workspace, origin, refusedTypes: refusedBlockTypes });
  const methods = { ...botMethods, ...views.methods, ...uploads.methods };
  const around = { state, limits, calls, oauth, appToken, methods, uploads, responseUrls };
  server.on('request', (request, response) => void route(request, response, around));
  const isFrom = (one: FakeMessage, channel: string): boolean => one.fromBot && one.channel === channel;
  return {
    ...createEvents(workspace, sockets),
    ...createInteractions({ workspace, sockets, views, responseUrls }),
    ...createSwitches(limits, state),
    apiUrl: `http://${address}/api/`,
    botToken,
    appToken,
    workspace,
    sockets,
    http,
    oauth,
    calls,
    answers: (channel, threadTs) =>
      workspace.messages.filter(
        (one) =>
          isFrom(one, channel) &&
          one.ephemeralTo === undefined &&
          (threadTs === undefined || one.threadTs === threadTs),
      ),
    whispers: (channel, user = 'U0LIN') =>
      workspace.messages.filter((one) => isFrom(one, channel) && one.ephemeralTo === user),
    print: (channel) => printConversation(workspace, channel),
    close: () => close(server, sockets),
  };
}

function createSwitches(limits: Limits, state: WebApiState): Switches {
  return {
    limitRate: (method, options) => void limits.rates.set(method, { ...options }),
    swallowNext: (method) => void limits.swallowed.add(method),
    failNext: (method, error) => void limits.failures.set(method, error),
    refuseBlocks: (...types) => types.forEach((type) => void state.refusedBlockTypes.add(type)),
    grantScope: (scope) => void state.scopes.add(scope),
    revokeScope: (scope) => void state.scopes.delete(scope),
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
  oauth: FakeOauth;
  appToken: string;
  methods: typeof botMethods;
  uploads: Uploads;
  responseUrls: ResponseUrls;
}

/** Web API calls, answers to commands and buttons, and the bytes of files come to one port. */
async function route(
  request: IncomingMessage,
  response: ServerResponse,
  around: Surroundings,
): Promise<void> {
  const path = (request.url ?? '').replace(/\?.*$/, '');
  if (path.startsWith('/api/')) return answer(request, response, around);
  const body = await bytesOf(request);
  const { status, text } = path.startsWith('/upload/')
    ? around.uploads.receive(path, body)
    : around.responseUrls.receive(path, body.toString('utf8'));
  around.calls.push({
    method: path.replace(/^\/(\w+).*$/, '$1'),
    status,
    error: status === 200 ? undefined : text,
  });
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
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
  around.calls.push({ method, status: 200, error: result.error, team: teamOf(request, around) });
  if (around.limits.swallowed.delete(method)) return;
  response
    .writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'X-OAuth-Scopes': [...around.state.scopes].join(','),
    })
    .end(JSON.stringify(result));
}

async function call(request: IncomingMessage, method: string, around: Surroundings): Promise<CallResult> {
  const given = await readArguments(request);
  if (given === undefined) return { ok: false, error: 'invalid_form_data' };
  const failure = around.limits.failures.get(method);
  if (failure !== undefined) {
    around.limits.failures.delete(method);
    return { ok: false, error: failure };
  }
  if (method === 'oauth.v2.access') return around.oauth.access(given);
  const token = tokenOf(request, given);
  if (token === undefined) return { ok: false, error: 'not_authed' };
  const refused = refusalOf(token, method, around);
  if (refused !== undefined) return { ok: false, error: refused };
  const needed = missingScope(method, around.state.scopes);
  if (needed !== undefined) return lacks(needed, around.state.scopes);
  const handler = appMethods[method] ?? around.methods[method];
  return handler === undefined ? { ok: false, error: 'unknown_method' } : handler(given, around.state);
}

function lacks(needed: string, scopes: ReadonlySet<string>): CallResult {
  return { ok: false, error: 'missing_scope', needed, provided: [...scopes].join(',') };
}

function refusalOf(token: string, method: string, { oauth, appToken }: Surroundings): string | undefined {
  if (method in appMethods) return token === appToken ? undefined : 'invalid_auth';
  return oauth.refusalOf(token);
}

function teamOf(request: IncomingMessage, { oauth }: Surroundings): string | undefined {
  return oauth.tokens.get(tokenOf(request, {}) ?? '')?.team;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The fake Slack has no port yet');
  return address.port;
}
