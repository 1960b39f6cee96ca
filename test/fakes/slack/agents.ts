import { z } from 'zod';
import type { CallArguments } from './arguments.js';
import { type CallResult, refusal, type WebApiState } from './web-api.js';

const prompts = z
  .array(z.strictObject({ title: z.string().min(1).max(75), message: z.string().min(1).max(2_000) }))
  .min(1)
  .max(4);

/** Sets where the agent's session of a thread stands; creates the session, with its title. */
export function setSessionStatus(call: CallArguments, { workspace }: WebApiState): CallResult {
  const status = z.enum(['active', 'processing', 'suspended', 'closed']).safeParse(call.status);
  if (!status.success) return refusal('invalid_status');
  const key = threadOf(call, workspace);
  if (key === undefined) return refusal('thread_not_found');
  const title = titleOf(call);
  if (title === 'too long') return refusal('invalid_title');
  const known = workspace.sessions.get(key);
  const session = {
    title: known?.title ?? title,
    status: status.data,
    seen: [...(known?.seen ?? []), status.data],
  };
  workspace.sessions.set(key, session);
  return {
    ok: true,
    agent_status: session.status,
    ...(session.title === undefined ? {} : { title: session.title }),
  };
}

/** Gives a session another title. */
export function renameSession(call: CallArguments, { workspace }: WebApiState): CallResult {
  const session = workspace.sessions.get(threadOf(call, workspace) ?? '');
  const title = titleOf(call);
  if (session === undefined) return refusal('session_not_found');
  if (title === undefined || title === 'too long') return refusal('invalid_title');
  session.title = title;
  return { ok: true, title };
}

/** Suggests what could be asked. An agent's are for its whole conversation: with a thread nothing happens. */
export function setSuggestedPrompts(call: CallArguments, { workspace }: WebApiState): CallResult {
  const channel = workspace.channels.get(String(call.channel_id));
  if (channel === undefined) return refusal('channel_not_found');
  const given = prompts.safeParse(call.prompts);
  if (!given.success) return refusal('invalid_prompts');
  if (call.thread_ts === undefined) workspace.prompts.set(channel.id, given.data);
  return { ok: true };
}

function threadOf(call: CallArguments, workspace: WebApiState['workspace']): string | undefined {
  const [channel, ts] = [String(call.channel_id), String(call.thread_ts)];
  return workspace.find(channel, ts) === undefined ? undefined : `${channel}:${ts}`;
}

function titleOf({ title }: CallArguments): string | undefined {
  if (typeof title !== 'string' || title === '') return undefined;
  return title.length > 200 ? 'too long' : title;
}
