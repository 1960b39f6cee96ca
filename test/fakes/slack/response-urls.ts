import { randomUUID } from 'node:crypto';
import { checkMessage } from './block-rules.js';
import { botUserId, type FakeBlock, type FakeMessage, type Workspace } from './workspace.js';

/** What the app answers to a command or a button, by way of the address that came with it. */
export interface ResponseUrls {
  /** An address for one command or one press; `message` is what a press stood under. */
  create(about: { channel: string; user: string; message?: FakeMessage }): string;
  /** A POST to such an address: the status and the text that Slack answers with. */
  receive(path: string, body: string): { status: number; text: string };
}

interface Place {
  channel: string;
  user: string;
  message?: FakeMessage;
  uses: number;
  madeAt: number;
}

const useLimit = 5;
const lifeMs = 30 * 60_000;

export function createResponseUrls({
  workspace,
  origin,
  refusedTypes,
}: {
  workspace: Workspace;
  origin: () => string;
  refusedTypes: ReadonlySet<string>;
}): ResponseUrls {
  const places = new Map<string, Place>();
  return {
    create(about) {
      const path = `/response/${randomUUID()}`;
      places.set(path, { ...about, uses: 0, madeAt: performance.now() });
      return `${origin()}${path}`;
    },
    receive(path, body) {
      const place = places.get(path);
      if (place === undefined) return { status: 404, text: 'no_such_url' };
      if (place.uses >= useLimit) return { status: 404, text: 'used_url' };
      if (performance.now() - place.madeAt > lifeMs) return { status: 404, text: 'expired_url' };
      const given = readBody(body);
      if (given.delete_original === true) {
        place.uses += 1;
        remove(place.message, workspace);
        return { status: 200, text: 'ok' };
      }
      const text = typeof given.text === 'string' ? given.text : undefined;
      const blocks = readBlocks(given.blocks);
      const problem = checkMessage(text, blocks, refusedTypes);
      if (problem !== undefined) return { status: 400, text: problem.error };
      place.uses += 1;
      if (given.replace_original === true && place.message !== undefined) {
        Object.assign(place.message, { text, blocks });
      } else workspace.messages.push(messageOf(given, { text: text ?? '', blocks }, place, workspace));
      return { status: 200, text: 'ok' };
    },
  };
}

function messageOf(
  given: Record<string, unknown>,
  content: Pick<FakeMessage, 'text' | 'blocks'>,
  { channel, user }: Place,
  workspace: Workspace,
): FakeMessage {
  return {
    ...content,
    channel,
    ts: workspace.nextTs(),
    threadTs: typeof given.thread_ts === 'string' ? given.thread_ts : undefined,
    user: botUserId,
    fromBot: true,
    unfurl: { links: given.unfurl_links !== false, media: given.unfurl_media !== false },
    postedAt: performance.now(),
    ...(given.response_type === 'in_channel' ? {} : { ephemeralTo: user }),
  };
}

function remove(message: FakeMessage | undefined, { messages }: Workspace): void {
  const at = message === undefined ? -1 : messages.indexOf(message);
  if (at >= 0) messages.splice(at, 1);
}

function readBody(body: string): Record<string, unknown> {
  const value: unknown = JSON.parse(body);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function readBlocks(value: unknown): FakeBlock[] {
  return Array.isArray(value)
    ? value.filter((one): one is FakeBlock => typeof one === 'object' && one !== null)
    : [];
}
