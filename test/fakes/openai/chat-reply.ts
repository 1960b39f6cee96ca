import type { ServerResponse } from 'node:http';

/** What the scripted model says: text, tool calls, or both. */
export interface Reply {
  text?: string;
  calls?: { name: string; arguments: unknown }[];
  /** Arguments as they stand, for calls whose JSON is broken. */
  rawCalls?: { name: string; arguments: string }[];
  /** Where the answer stops: in the middle of a stream, with the connection or without. */
  cut?: 'connection' | 'end';
  delayMs?: number;
}

const usage = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 };
const pieceLength = 24;
let serial = 0;

interface Call {
  id: string;
  name: string;
  arguments: string;
}

function callsOf(reply: Reply): Call[] {
  const written = (reply.calls ?? []).map((call) => ({ ...call, arguments: JSON.stringify(call.arguments) }));
  return [...written, ...(reply.rawCalls ?? [])].map((call) => {
    serial += 1;
    return { id: `call_${serial}`, ...call };
  });
}

export function sendWhole(response: ServerResponse, model: string, reply: Reply): void {
  const calls = callsOf(reply);
  const tool_calls = calls.map(({ id, ...call }) => ({ id, type: 'function', function: call }));
  const message = {
    role: 'assistant',
    content: reply.text ?? null,
    ...(tool_calls.length > 0 ? { tool_calls } : {}),
  };
  const choice = { index: 0, message, finish_reason: tool_calls.length > 0 ? 'tool_calls' : 'stop' };
  const body = { ...envelope(model), object: 'chat.completion', choices: [choice], usage };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The reply in pieces, as server-sent events. */
export function sendStream(response: ServerResponse, model: string, reply: Reply): void {
  const chunks = chunksOf(reply);
  const shown = reply.cut ? chunks.slice(0, Math.ceil(chunks.length / 2)) : chunks;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const choice of shown) response.write(event(model, { choices: [{ index: 0, ...choice }] }));
  if (reply.cut === 'connection') {
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (reply.cut === 'end') {
    response.end();
    return;
  }
  response.write(event(model, { choices: [], usage }));
  response.end('data: [DONE]\n\n');
}

function chunksOf(reply: Reply): { delta: unknown; finish_reason: string | null }[] {
  const calls = callsOf(reply);
  const text = piecesOf(reply.text ?? '').map((content) => ({ content }));
  const parts = calls.flatMap(({ id, name, arguments: written }, index) => [
    { tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] },
    ...piecesOf(written).map((piece) => ({ tool_calls: [{ index, function: { arguments: piece } }] })),
  ]);
  const deltas = [{ role: 'assistant', content: '' }, ...text, ...parts];
  const reason = calls.length > 0 ? 'tool_calls' : 'stop';
  return [...deltas.map((delta) => ({ delta, finish_reason: null })), { delta: {}, finish_reason: reason }];
}

function piecesOf(text: string): string[] {
  return text.match(new RegExp(`[^]{1,${pieceLength}}`, 'gu')) ?? [];
}

function event(model: string, body: object): string {
  return `data: ${JSON.stringify({ ...envelope(model), object: 'chat.completion.chunk', ...body })}\n\n`;
}

function envelope(model: string) {
  return { id: 'chatcmpl-fake', created: 1_760_000_000, model };
}
