import { z } from 'zod';

const Id = z.looseObject({ id: z.string() });
const Body = z.looseObject({
  user: Id,
  team: Id.nullish(),
  channel: Id.optional(),
  container: z.looseObject({
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.looseObject({ thread_ts: z.string().optional() }).nullish(),
  response_url: z.string().optional(),
  trigger_id: z.string(),
});
const Action = z.looseObject({
  action_id: z.string(),
  action_ts: z.string().optional(),
  value: z.string().optional(),
});

/** A button of one of planbot's messages, and who pressed it where. */
export interface Press {
  team: string;
  user: string;
  channel: string;
  messageTs: string;
  /** The thread that the message stands in or starts. */
  threadTs: string;
  /** True where only that person sees the message. */
  isPrivate: boolean;
  actionId: string;
  actionTs: string;
  value: string;
  triggerId: string;
  /** Answers the person who pressed; good for half an hour. */
  responseUrl: string | undefined;
}

/** Reads a press; undefined where it is none of a button in a message. */
export function readPress({
  body,
  action,
  team,
}: {
  body: unknown;
  action: unknown;
  team: string | undefined;
}): Press | undefined {
  const [given, pressed] = [Body.safeParse(body), Action.safeParse(action)];
  if (!given.success || !pressed.success) return undefined;
  const { user, channel, container, message, response_url: responseUrl, trigger_id: triggerId } = given.data;
  const { message_ts: messageTs } = container;
  if (channel === undefined || messageTs === undefined) return undefined;
  return {
    team: team ?? given.data.team?.id ?? '',
    user: user.id,
    channel: channel.id,
    messageTs,
    threadTs: message?.thread_ts ?? container.thread_ts ?? messageTs,
    isPrivate: container.is_ephemeral ?? false,
    actionId: pressed.data.action_id,
    actionTs: pressed.data.action_ts ?? messageTs,
    value: pressed.data.value ?? '',
    triggerId,
    responseUrl,
  };
}
