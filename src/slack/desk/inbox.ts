import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { personKey } from '../state/person-key.js';
import type { State } from '../state/state.js';
import type { Replica } from './replica.js';

/** An event that was noted before it was acknowledged. */
export interface NotedEvent {
  id: string;
  /** As Slack sent it. */
  body: Record<string, unknown>;
}

/**
 * Questions as they came in, from before they are acknowledged until they are handled: Slack sends an
 * acknowledged event no more, so a crash right after the ack would lose it.
 */
export interface Inbox {
  /** Notes an event that may ask something; undefined for all others, which are not kept. */
  note(body: unknown): Promise<NotedEvent | undefined>;
  done(noted: NotedEvent): Promise<void>;
  /** Events that a replica noted which is no longer alive, oldest first. */
  abandoned(): Promise<NotedEvent[]>;
}

const bodySchema = z.looseObject({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event: z.union([
    z.looseObject({ type: z.literal('app_mention'), user: z.string() }),
    z.looseObject({ type: z.literal('message'), channel_type: z.literal('im'), user: z.string() }),
    z.looseObject({
      type: z.literal('message'),
      thread_ts: z.string(),
      channel: z.string(),
      user: z.string(),
    }),
  ]),
});
const valueSchema = z.object({ body: bodySchema, replica: z.string() });
const dayMs = 24 * 60 * 60 * 1_000;

/** @param isFollowUp true for a message in a thread that planbot has answered in: others are people's own talk. */
export function createInbox({
  state,
  replica,
  isFollowUp,
}: {
  state: State;
  replica: Replica;
  isFollowUp: (thread: { team: string; channel: string; threadTs: string }) => Promise<boolean>;
}): Inbox {
  const events = state.records('inbox');
  const mayAsk = async ({ team_id: team, event }: z.infer<typeof bodySchema>): Promise<boolean> => {
    if (event.type === 'app_mention' || event.channel_type === 'im') return true;
    const { channel, thread_ts: threadTs } = event;
    return (
      typeof channel === 'string' && typeof threadTs === 'string' && isFollowUp({ team, channel, threadTs })
    );
  };
  return {
    async note(given) {
      const body = bodySchema.safeParse(given).data;
      if (body === undefined || !(await mayAsk(body))) return undefined;
      const id = randomUUID();
      const person = personKey({ team: body.team_id, user: body.event.user });
      await events.put({ id, value: { body, replica: replica.id }, person, ttlMs: dayMs });
      return { id, body };
    },
    done: ({ id }) => events.remove(id),
    async abandoned() {
      const left: NotedEvent[] = [];
      for (const { id, value } of await events.list()) {
        const { data } = valueSchema.safeParse(value);
        if (data !== undefined && !(await replica.isAlive(data.replica))) left.push({ id, body: data.body });
      }
      return left;
    },
  };
}
