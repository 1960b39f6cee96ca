import type { IncomingMessage } from 'node:http';

/** Arguments of a Web API call: strings as they came, objects and lists where a string holds JSON of one. */
export type CallArguments = Record<string, unknown>;

/** Reads a form-encoded body the way Slack does; undefined for another content type. */
export async function readArguments(request: IncomingMessage): Promise<CallArguments | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return Object.fromEntries([...form].map(([name, value]) => [name, decode(name, value)]));
}

// A message text may itself look like JSON, so only arguments that are structures are parsed.
const structured = new Set([
  'blocks',
  'attachments',
  'metadata',
  'view',
  'files',
  'chunks',
  'prompts',
  'loading_messages',
]);

function decode(name: string, value: string): unknown {
  return structured.has(name) ? JSON.parse(value) : value;
}

/** The bearer token of a call, from its header or its `token` argument. */
export function tokenOf(request: IncomingMessage, call: CallArguments): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (typeof call.token === 'string' ? call.token : undefined);
}
