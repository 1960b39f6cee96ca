import type { CallArguments } from './arguments.js';
import { checkMessage } from './block-rules.js';
import { botId, botUserId, type FakeBlock, type FakeMessage, teamId, type Workspace } from './workspace.js';

/** What a Web API method answers: the JSON body, with `ok`. */
export type CallResult = { ok: boolean; error?: string } & Record<string, unknown>;

/** Switches that a test turns. */
export interface WebApiState {
  workspace: Workspace;
  /** Block types that this workspace does not know yet. */
  refusedBlockTypes: Set<string>;
  socketUrl: string;
}

type Method = (call: CallArguments, state: WebApiState) => CallResult;

/** The methods that the app may call; any other is `unknown_method`. */
export const botMethods: Record<string, Method> = {
  'auth.test': () => ({
    ok: true,
    team: 'Planning office',
    team_id: teamId,
    user: 'planbot',
    user_id: botUserId,
    bot_id: botId,
  }),
  'chat.postMessage': postMessage,
  'conversations.replies': replies,
};

/** The methods that take the app-level token. */
export const appMethods: Record<string, Method> = {
  'apps.connections.open': (_call, state) => ({ ok: true, url: state.socketUrl }),
};

function postMessage(call: CallArguments, state: WebApiState): CallResult {
  const { workspace } = state;
  const channel = workspace.channels.get(String(call.channel));
  if (channel === undefined) return refusal('channel_not_found');
  if (channel.archived) return refusal('is_archived');
  const threadTs = typeof call.thread_ts === 'string' ? call.thread_ts : undefined;
  if (threadTs !== undefined && workspace.find(channel.id, threadTs) === undefined) {
    return refusal('thread_not_found');
  }
  const text = typeof call.text === 'string' ? call.text : undefined;
  const blocks = readBlocks(call.blocks);
  if (blocks === undefined) return refusal('invalid_blocks_format');
  const problem = checkMessage(text, blocks, state.refusedBlockTypes);
  if (problem !== undefined) {
    return { ...refusal(problem.error), response_metadata: { messages: problem.messages } };
  }
  const message = botMessage(
    call,
    { channel: channel.id, threadTs, text: text ?? '', blocks },
    workspace.nextTs(),
  );
  workspace.messages.push(message);
  return { ok: true, channel: channel.id, ts: message.ts, message: asReply(message) };
}

function botMessage(
  call: CallArguments,
  content: Pick<FakeMessage, 'channel' | 'threadTs' | 'text' | 'blocks'>,
  ts: string,
): FakeMessage {
  return {
    ...content,
    ts,
    user: botUserId,
    fromBot: true,
    unfurl: { links: call.unfurl_links !== 'false', media: call.unfurl_media !== 'false' },
    postedAt: performance.now(),
  };
}

function replies(call: CallArguments, { workspace }: WebApiState): CallResult {
  const channel = String(call.channel);
  const ts = String(call.ts);
  if (!workspace.channels.has(channel)) return refusal('channel_not_found');
  if (workspace.find(channel, ts) === undefined) return refusal('thread_not_found');
  // Fifteen messages a call is what an app outside the Marketplace is given.
  const limit = Math.min(Number(call.limit ?? 15), 15);
  const thread = workspace.thread(channel, ts);
  return { ok: true, messages: thread.slice(0, limit).map(asReply), has_more: thread.length > limit };
}

function asReply(message: FakeMessage): Record<string, unknown> {
  return {
    type: 'message',
    ts: message.ts,
    thread_ts: message.threadTs ?? message.ts,
    user: message.user,
    text: message.text,
    ...(message.fromBot ? { bot_id: botId, blocks: message.blocks } : {}),
  };
}

function readBlocks(value: unknown): FakeBlock[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const blocks = value.filter((one): one is FakeBlock => typeof one === 'object' && one !== null);
  return blocks.length === value.length ? blocks : undefined;
}

function refusal(error: string): CallResult {
  return { ok: false, error };
}
