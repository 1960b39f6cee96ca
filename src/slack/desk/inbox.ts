import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { State } from '../state/state.js';
import type { Replica } from './replica.js';

/** Events that came at about the same time and were noted together. */
export interface NotedEvents {
  id: string;
  /** As Slack sent them. */
  bodies: Record<string, unknown>[];
}

/**
 * Questions as they came in, from before they are acknowledged until they are handled: Slack sends an
 * acknowledged event no more, so a crash right after the ack would lose it.
 */
export interface Inbox {
  /** Notes an event that may ask something; resolves to what says that it is handled. */
  note(body: unknown): Promise<() => Promise<void>>;
  /** Events that a replica noted which is no longer alive, oldest first. */
  abandoned(): Promise<NotedEvents[]>;
  remove(events: NotedEvents): Promise<void>;
}

const bodySchema = z.looseObject({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event: z.union([
    z.looseObject({ type: z.literal('app_mention') }),
    z.looseObject({ type: z.literal('message'), channel_type: z.literal('im') }),
    z.looseObject({ type: z.literal('message'), thread_ts: z.string(), channel: z.string() }),
  ]),
});
type Body = z.infer<typeof bodySchema>;
const valueSchema = z.object({ bodies: z.array(bodySchema), replica: z.string() });
const dayMs = 24 * 60 * 60 * 1_000;

interface Batch {
  bodies: Body[];
  unhandled: number;
  written: Promise<void>;
  id: string;
}

/**
 * Creates the inbox. What comes while one batch is being written is written with the next, so that a flood
 * is acknowledged after two writes or three.
 * @param isFollowUp true for a message in a thread that planbot has answered in: others are people's own talk.
 */
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
  let gathering: Batch | undefined;
  let lastWrite: Promise<void> = Promise.resolve();

  const write = async (batch: Batch): Promise<void> => {
    await lastWrite.catch(() => undefined);
    gathering = undefined;
    const value = { bodies: batch.bodies, replica: replica.id };
    await events.put({ id: batch.id, value, ttlMs: dayMs });
  };
  const gather = (body: Body): Batch => {
    const batch = gathering ?? { bodies: [], unhandled: 0, written: Promise.resolve(), id: randomUUID() };
    batch.bodies.push(body);
    batch.unhandled += 1;
    if (gathering === undefined) {
      gathering = batch;
      batch.written = write(batch);
      lastWrite = batch.written;
    }
    return batch;
  };
  const mayAsk = async ({ team_id: team, event }: Body): Promise<boolean> => {
    if (event.type === 'app_mention' || event.channel_type === 'im') return true;
    const { channel, thread_ts: threadTs } = event;
    if (typeof channel !== 'string' || typeof threadTs !== 'string') return false;
    return isFollowUp({ team, channel, threadTs });
  };
  return {
    async note(given) {
      const body = bodySchema.safeParse(given).data;
      if (body === undefined || !(await mayAsk(body))) return async () => undefined;
      const batch = gather(body);
      await batch.written;
      return async () => {
        batch.unhandled -= 1;
        if (batch.unhandled === 0) await events.remove(batch.id);
      };
    },
    async abandoned() {
      const left: NotedEvents[] = [];
      for (const { id, value } of await events.list()) {
        const { data } = valueSchema.safeParse(value);
        if (data !== undefined && !(await replica.isAlive(data.replica)))
          left.push({ id, bodies: data.bodies });
      }
      return left;
    },
    remove: ({ id }) => events.remove(id),
  };
}
