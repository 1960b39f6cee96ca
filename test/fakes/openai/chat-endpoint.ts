import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Reply, sendStream, sendWhole } from './chat-reply.js';
import { ChatRequest, looseSchema, misplacedMessage } from './chat-request.js';
import { listen } from './http-server.js';

/** Instead of a reply: an HTTP error. */
export interface Refusal {
  status: number;
  message?: string;
  headers?: Record<string, string>;
}

/** What the model says to a request; `turn` counts the requests from 0. */
export type Script = (request: ChatRequest, turn: number) => Reply | Refusal;

export interface ChatEndpoint {
  baseUrl: string;
  requests: ChatRequest[];
  /** Bodies that a strict service would have refused, with the reason. */
  faults: string[];
  /** Connections that the client gave up. */
  abandoned: number;
  close(): Promise<void>;
}

/** An OpenAI-compatible `/v1/chat/completions` over a real socket, with tools and streaming. */
export async function startChatEndpoint(script: Script, apiKey = 'sk-test'): Promise<ChatEndpoint> {
  const state = { requests: [] as ChatRequest[], faults: [] as string[], abandoned: 0 };
  const server = await listen(async (request, response, body) => {
    if (request.headers.authorization !== `Bearer ${apiKey}`)
      return refuse(response, { status: 401, message: 'Incorrect API key provided' });
    const parsed = ChatRequest.safeParse(JSON.parse(body));
    const fault = parsed.success ? faultOf(parsed.data) : parsed.error.message;
    if (!parsed.success || fault !== undefined) {
      state.faults.push(fault ?? 'invalid request');
      return refuse(response, { status: 400, message: fault ?? 'invalid request' });
    }
    if (request.url !== '/v1/chat/completions') return refuse(response, { status: 404 });
    const reply = script(parsed.data, state.requests.push(parsed.data) - 1);
    if ('status' in reply) return refuse(response, reply);
    await setTimeout(reply.delayMs ?? 0);
    if (response.destroyed) state.abandoned += 1;
    else if (parsed.data.stream) sendStream(response, parsed.data.model, reply);
    else sendWhole(response, parsed.data.model, reply);
  });
  return Object.assign(state, { baseUrl: `${server.origin}/v1`, close: server.close });
}

function faultOf(request: ChatRequest): string | undefined {
  return misplacedMessage(request) ?? looseSchema(request.response_format?.json_schema.schema);
}

function refuse(response: ServerResponse, { status, message = `status ${status}`, headers = {} }: Refusal) {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { message, type: 'error', code: null } }));
}
