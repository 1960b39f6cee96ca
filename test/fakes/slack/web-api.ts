import { agentMethods } from './agent-methods.js';
import type { CallArguments } from './arguments.js';
import { checkMessage } from './block-rules.js';
import {
  botId,
  botUserId,
  type FakeBlock,
  type FakeChannel,
  type FakeMessage,
  teamId,
  type Workspace,
} from './workspace.js';

/** What a Web API method answers: the JSON body, with `ok`. */
export type CallResult = { ok: boolean; error?: string } & Record<string, unknown>;

/** Switches that a test turns. */
export interface WebApiState {
  workspace: Workspace;
  /** Block types that this workspace does not know yet. */
  refusedBlockTypes: Set<string>;
  /** Scopes that the app was given. */
  scopes: Set<string>;
  socketUrl: string;
}

/** What one method does. */
export type Method = (call: CallArguments, state: WebApiState) => CallResult;

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
  'chat.postEphemeral': postEphemeral,
  'chat.update': updateMessage,
  'conversations.replies': replies,
  'users.info': userInfo,
  'usergroups.users.list': usersOfGroup,
  ...agentMethods,
};

/** The methods that take the app-level token. */
export const appMethods: Record<string, Method> = {
  'apps.connections.open': (_call, state) => ({ ok: true, url: state.socketUrl }),
};

function postMessage(call: CallArguments, state: WebApiState): CallResult {
  const { workspace } = state;
  const given = String(call.channel);
  const channel = workspace.channels.get(given) ?? workspace.directChannel(given);
  const content = readContent(call, channel, state);
  if ('error' in content) return content;
  const message = botMessage(call, content, workspace.nextTs());
  workspace.messages.push(message);
  return { ok: true, channel: message.channel, ts: message.ts, message: asReply(message) };
}

/** A message that one person sees; it is gone when that person reloads, so it has no place in a thread's replies. */
function postEphemeral(call: CallArguments, state: WebApiState): CallResult {
  const { workspace } = state;
  const channel = workspace.channels.get(String(call.channel));
  const content = readContent(call, channel, state);
  if ('error' in content) return content;
  const user = String(call.user);
  if (!workspace.people.has(user)) return refusal('user_not_found');
  const message = { ...botMessage(call, content, workspace.nextTs()), ephemeralTo: user };
  workspace.messages.push(message);
  return { ok: true, message_ts: message.ts };
}

function updateMessage(call: CallArguments, state: WebApiState): CallResult {
  const { workspace } = state;
  const channel = workspace.channels.get(String(call.channel));
  const content = readContent({ ...call, thread_ts: undefined }, channel, state);
  if ('error' in content) return content;
  const message = workspace.find(content.channel, String(call.ts));
  if (message === undefined || message.ephemeralTo !== undefined) return refusal('message_not_found');
  if (!message.fromBot) return refusal('cant_update_message');
  if (message.stream?.open) return refusal('streaming_state_conflict');
  const mark = call.metadata === undefined ? {} : { metadata: call.metadata };
  Object.assign(message, { text: content.text, blocks: content.blocks, ...mark });
  return { ok: true, channel: content.channel, ts: message.ts, text: message.text };
}

type Content = Pick<FakeMessage, 'channel' | 'threadTs' | 'text' | 'blocks'>;

/** What a call wants to say, and where; or why Slack does not take it. */
function readContent(
  call: CallArguments,
  channel: FakeChannel | undefined,
  { workspace, refusedBlockTypes }: WebApiState,
): Content | (CallResult & { error: string }) {
  if (channel === undefined) return refusal('channel_not_found');
  if (channel.archived) return refusal('is_archived');
  if (!channel.joined) return refusal('not_in_channel');
  const threadTs = typeof call.thread_ts === 'string' ? call.thread_ts : undefined;
  if (threadTs !== undefined && workspace.find(channel.id, threadTs) === undefined)
    return refusal('thread_not_found');
  const text = typeof call.text === 'string' ? call.text : undefined;
  const blocks = readBlocks(call.blocks);
  if (blocks === undefined) return refusal('invalid_blocks_format');
  const problem = checkMessage(text, blocks, refusedBlockTypes);
  if (problem !== undefined)
    return { ...refusal(problem.error), response_metadata: { messages: problem.messages } };
  return { channel: channel.id, threadTs, text: text ?? '', blocks };
}

function botMessage(call: CallArguments, content: Content, ts: string): FakeMessage {
  return {
    ...content,
    ts,
    user: botUserId,
    fromBot: true,
    unfurl: { links: call.unfurl_links !== 'false', media: call.unfurl_media !== 'false' },
    postedAt: performance.now(),
    ...(call.metadata === undefined ? {} : { metadata: call.metadata }),
  };
}

function userInfo(call: CallArguments, { workspace }: WebApiState): CallResult {
  const person = workspace.people.get(String(call.user));
  if (person === undefined) return refusal('user_not_found');
  const { id, name, locale, team = teamId } = person;
  const localized = call.include_locale === 'true' ? { locale } : {};
  const { enterprise } = workspace;
  const member =
    enterprise === undefined || person.outside ? {} : { enterprise_user: { enterprise_id: enterprise } };
  return {
    ok: true,
    user: { id, name, team_id: team, real_name: name, is_bot: false, ...localized, ...member },
  };
}

function usersOfGroup(call: CallArguments, { workspace }: WebApiState): CallResult {
  const users = workspace.usergroups.get(String(call.usergroup));
  return users === undefined ? refusal('no_such_subteam') : { ok: true, users: [...users] };
}

function replies(call: CallArguments, { workspace }: WebApiState): CallResult {
  const channel = String(call.channel);
  const ts = String(call.ts);
  if (!workspace.channels.has(channel)) return refusal('channel_not_found');
  if (workspace.find(channel, ts) === undefined) return refusal('thread_not_found');
  // Fifteen messages a call is what an app outside the Marketplace is given.
  const limit = Math.min(Number(call.limit ?? 15), 15);
  const oldest = Number(call.oldest ?? 0);
  const thread = workspace
    .thread(channel, ts)
    .filter((one) => one.ephemeralTo === undefined && (one.ts === ts || Number(one.ts) > oldest));
  const messages = thread.slice(0, limit).map((one) => asReply(one, call.include_all_metadata === 'true'));
  return { ok: true, messages, has_more: thread.length > limit };
}

function asReply(message: FakeMessage, withMetadata = true): Record<string, unknown> {
  return {
    type: 'message',
    ts: message.ts,
    thread_ts: message.threadTs ?? message.ts,
    user: message.user,
    text: message.text,
    ...(message.fromBot ? { bot_id: botId, blocks: message.blocks } : {}),
    ...(message.metadata === undefined || !withMetadata ? {} : { metadata: message.metadata }),
  };
}

/** The blocks of a call; undefined where they are no list of objects. */
export function readBlocks(value: unknown): FakeBlock[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const blocks = value.filter((one): one is FakeBlock => typeof one === 'object' && one !== null);
  return blocks.length === value.length ? blocks : undefined;
}

/** A refusal as Slack words it. */
export function refusal(error: string): CallResult & { error: string } {
  return { ok: false, error };
}
