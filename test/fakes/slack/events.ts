import { randomUUID } from 'node:crypto';
import type { Delivery, SocketMode } from './socket-mode.js';
import { botUserId, type FakeMessage, teamId, type Workspace } from './workspace.js';

/** What a person writes, and where. */
export interface Said {
  channel: string;
  text: string;
  user?: string;
  threadTs?: string;
  /** The workspace in which planbot is asked, where there are several. */
  team?: string;
  /** Further keys of the event: `bot_id`, `subtype`, `edited`, … */
  extra?: Record<string, unknown>;
}

/** A message that was said, and the event that tells the app of it. */
export interface SaidMessage {
  channel: string;
  ts: string;
  payload: { event_id: string } & Record<string, unknown>;
  delivery: Delivery;
}

export interface FakeEvents {
  /** Somebody writes "@planbot …" in a channel. */
  mention(said: Said): SaidMessage;
  /** Somebody writes to the app directly. */
  direct(said: Said): SaidMessage;
  /** Somebody writes in a channel without calling the app. */
  write(said: Said): SaidMessage;
  /** Somebody changes what they wrote. */
  edit(message: SaidMessage, text: string): Delivery;
  /** Somebody takes back what they wrote. */
  remove(message: SaidMessage): Delivery;
  /** Something else happens that the app is told of. */
  happen(event: { type: string } & Record<string, unknown>, options?: { team?: string; at?: Date }): Delivery;
  /** The event comes once more: with its own id, or with another one for the same message. */
  repeat(message: SaidMessage, options?: { newEventId?: boolean }): Delivery;
}

export function createEvents(workspace: Workspace, sockets: SocketMode): FakeEvents {
  const say = (said: Said, event: Record<string, unknown>): SaidMessage => {
    const message = keep(said, workspace);
    const payload = envelope(workspace, said.team ?? teamId, {
      ...event,
      channel: said.channel,
      user: message.user,
      text: message.text,
      ts: message.ts,
      event_ts: message.ts,
      team: said.team ?? teamId,
      ...(said.threadTs === undefined ? {} : { thread_ts: said.threadTs }),
      ...said.extra,
    });
    return { channel: said.channel, ts: message.ts, payload, delivery: sockets.deliver(payload) };
  };
  return {
    mention: (said) => say({ ...said, text: `<@${botUserId}> ${said.text}` }, { type: 'app_mention' }),
    direct: (said) => say(said, { type: 'message', channel_type: 'im' }),
    write: (said) => say(said, { type: 'message', channel_type: 'channel' }),
    edit: (message, text) => edit({ message, text, workspace, sockets }),
    remove: ({ channel, ts }) => {
      const at = workspace.messages.findIndex((one) => one.channel === channel && one.ts === ts);
      const [old] = at < 0 ? [] : workspace.messages.splice(at, 1);
      const event = { type: 'message', subtype: 'message_deleted', hidden: true, channel, deleted_ts: ts };
      return sockets.deliver(
        envelope(workspace, teamId, {
          ...event,
          channel_type: kindOf(workspace, channel),
          previous_message: { ts, text: old?.text },
        }),
      );
    },
    happen: (event, { team = teamId, at = new Date() } = {}) =>
      sockets.deliver({
        ...envelope(workspace, team, { event_ts: workspace.nextTs(), ...event }),
        event_time: Math.floor(at.getTime() / 1_000),
      }),
    repeat: ({ payload }, { newEventId = false } = {}) =>
      sockets.redeliver(newEventId ? { ...payload, event_id: eventId() } : payload, 1),
  };
}

function kindOf(workspace: Workspace, channel: string): string {
  return workspace.channels.get(channel)?.kind ?? 'channel';
}

function edit(given: {
  message: SaidMessage;
  text: string;
  workspace: Workspace;
  sockets: SocketMode;
}): Delivery {
  const { message, text, workspace, sockets } = given;
  const { channel, ts } = message;
  const kept = workspace.find(channel, ts);
  const before = { ts, user: kept?.user, text: kept?.text, thread_ts: kept?.threadTs };
  if (kept !== undefined) kept.text = text;
  const edited = { user: kept?.user, ts: workspace.nextTs() };
  return sockets.deliver(
    envelope(workspace, teamId, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel,
      channel_type: kindOf(workspace, channel),
      message: { ...before, text, edited },
      previous_message: before,
    }),
  );
}

function keep(said: Said, workspace: Workspace): FakeMessage {
  const message: FakeMessage = {
    channel: said.channel,
    ts: workspace.nextTs(),
    threadTs: said.threadTs,
    user: said.user ?? 'U0LIN',
    fromBot: false,
    text: said.text,
    blocks: [],
    unfurl: { links: true, media: true },
    postedAt: performance.now(),
  };
  workspace.messages.push(message);
  return message;
}

function envelope(
  { enterprise }: Workspace,
  team: string,
  event: Record<string, unknown>,
): SaidMessage['payload'] {
  const isOrgWide = enterprise !== undefined;
  return {
    token: 'verification',
    team_id: team,
    ...(isOrgWide ? { enterprise_id: enterprise } : {}),
    api_app_id: 'A0PLANBOT',
    event,
    type: 'event_callback',
    event_id: eventId(),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise ?? null,
        team_id: isOrgWide ? null : team,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: isOrgWide,
      },
    ],
    is_ext_shared_channel: false,
  };
}

function eventId(): string {
  return `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}
