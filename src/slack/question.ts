import { z } from 'zod';

/** A question as somebody put it in Slack, and where its answer goes. */
export const incomingQuestionSchema = z.object({
  eventId: z.string(),
  /** The workspace that planbot answers in. */
  team: z.string(),
  channel: z.string(),
  /** Who asks. */
  user: z.string(),
  /** The message that asks. */
  ts: z.string(),
  /** The thread that the answer goes into: the message's own, or the one that it starts. */
  threadTs: z.string(),
  /** Where it was asked; what is asked in private is answered to the asker alone, by `responseUrl`. */
  place: z.enum(['channel', 'direct', 'private']),
  responseUrl: z.string().optional(),
  /** The question in plain words, without the mention and without Slack's markup. */
  text: z.string(),
  /** Ids of the plans that the question is put to, where the asker chose them; all that may be seen otherwise. */
  plans: z.array(z.string()).optional(),
  /** Stands above the answer where the thread does not show who asked what, in Slack's markup. */
  heading: z.string().optional(),
  /** How many files came with it. */
  files: z.number().optional(),
  /** How often it was taken up again after a crash; absent where it never was. */
  attempt: z.number().optional(),
});
export type IncomingQuestion = z.infer<typeof incomingQuestionSchema>;

const messageSchema = z.looseObject({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  text: z.string().optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
  files: z.array(z.unknown()).optional(),
});
type SlackMessage = z.infer<typeof messageSchema>;

/**
 * Reads a person's question out of a message event; undefined where there is nothing to answer:
 * bots, planbot itself, edits, deletions and what Slack writes on its own.
 */
export function readQuestion({
  event,
  eventId,
  team,
  place,
  botUserId,
}: {
  event: unknown;
  eventId: string;
  team: string;
  place: IncomingQuestion['place'];
  botUserId: string | undefined;
}): IncomingQuestion | undefined {
  const parsed = messageSchema.safeParse(event);
  if (!parsed.success) return undefined;
  const { channel, ts, user, thread_ts: threadTs = ts, text: markup = '', files = [] } = parsed.data;
  if (user === undefined || !isWrittenByPerson(parsed.data, botUserId)) return undefined;
  const text = readText(markup, botUserId);
  const attached = files.length === 0 ? {} : { files: files.length };
  return { eventId, team, channel, user, ts, threadTs, place, text, ...attached };
}

function isWrittenByPerson(message: SlackMessage, botUserId: string | undefined): boolean {
  const { user, bot_id: botId, subtype, edited, hidden } = message;
  if (user === botUserId || (botId ?? undefined) !== undefined) return false;
  if (edited !== undefined || hidden === true) return false;
  return subtype === undefined || subtype === 'file_share';
}

/** Turns Slack's markup into the words that the person saw, and leaves planbot's own mention out. */
export function readText(markup: string, botUserId: string | undefined): string {
  return markup
    .replace(/<([^<>|\s]+)(?:\|([^<>]*))?>/g, (_, target: string, label: string | undefined) => {
      if (target === `@${botUserId}`) return ' ';
      return label ?? (/^[!@#]/.test(target) ? ' ' : target);
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
