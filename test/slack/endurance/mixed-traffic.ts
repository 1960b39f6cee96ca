import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { SaidMessage } from '../../fakes/slack/events.js';
import type { FakeSlack } from '../../fakes/slack/fake-slack.js';
import { until } from '../process/planbot-process.js';

/** What became of the traffic. */
export interface TrafficResult {
  asked: number;
  /** Questions that were answered with the polite word that too many are waiting. */
  asksToWait: number;
  /** Questions that got neither, and those that got more than one of them. */
  lost: string[];
  twice: string[];
  /** How often sockets were dropped, or asked to connect again. */
  disturbances: number;
}

/** So many that none gets more than the one message a second that Slack takes. */
const channels = Array.from({ length: 16 }, (_, index) => `C0MIXED${index}`);
/** Everybody writes to planbot in direct messages of their own. */
const people = Array.from({ length: 41 }, (_, index) => `MANY${index}`);
type Asked = SaidMessage & { threadTs?: string };

const betweenDisturbancesMs = 3_000;

/**
 * People ask in channels, in threads and directly, Slack repeats itself and comes out of order, drops the
 * socket every few seconds, asks to connect again, and now and then asks to wait.
 */
export async function mixTraffic(
  slack: FakeSlack,
  { forMs, pauseMs }: { forMs: number; pauseMs: number },
): Promise<TrafficResult> {
  openChannels(slack);
  const asked: Asked[] = [];
  const end = performance.now() + forMs;
  let disturbances = 0;
  let disturbedAt = performance.now();
  for (let count = 0; performance.now() < end; count++) {
    const said = ask(slack, count, asked);
    asked.push(said);
    if (count % 3 === 0) slack.repeat(said);
    if (count % 4 === 0) slack.repeat(said, { newEventId: true });
    // What was said earlier comes once more, after what was said later.
    const earlier = asked[asked.length - 5];
    if (count % 7 === 0 && earlier !== undefined) slack.repeat(earlier);
    if (count % 50 === 49) slack.limitRate('chat.postMessage', { seconds: 1, times: 1 });
    if (performance.now() - disturbedAt > betweenDisturbancesMs) {
      disturbances += 1;
      disturbedAt = performance.now();
      if (disturbances % 2 === 0) slack.sockets.askToReconnect();
      else slack.sockets.dropAll();
    }
    await sleep(pauseMs);
  }
  const repliesTo = ({ channel: where, ts, threadTs }: Asked): Reply[] =>
    slack.answers(where, threadTs ?? ts).flatMap(({ metadata }) => readReply(metadata, ts));
  await until(() => asked.every((one) => repliesTo(one).length > 0), {
    what: () => 'the last answers',
    limitMs: 180_000,
    everyMs: 500,
  }).catch(() => undefined);
  const replies = asked.map((one) => ({ ts: one.ts, got: repliesTo(one) }));
  return {
    asked: asked.length,
    asksToWait: replies.filter(({ got }) => got.some(({ notice }) => notice?.startsWith('overload'))).length,
    lost: replies.filter(({ got }) => got.length === 0).map(({ ts }) => ts),
    twice: replies.filter(({ got }) => got.length > 1).map(({ ts }) => ts),
    disturbances,
  };
}

function openChannels({ workspace: { channels: known } }: FakeSlack): void {
  for (const id of channels) known.set(id, { id, name: id, kind: 'channel', archived: false, joined: true });
  for (const person of people) {
    const id = `D0${person}`;
    known.set(id, { id, name: person, kind: 'im', archived: false, joined: true });
  }
}

function ask(slack: FakeSlack, count: number, asked: readonly Asked[]): Asked {
  const text = `第${count}个目标？`;
  const person = people[count % people.length] ?? '';
  const user = `U0${person}`;
  if (count % 5 === 1) return slack.direct({ channel: `D0${person}`, text, user });
  const channel = channels[count % channels.length] ?? '';
  const earlier = asked.findLast((one) => one.channel === channel && one.threadTs === undefined);
  if (count % 5 === 2 && earlier !== undefined) {
    const threadTs = earlier.ts;
    return { ...slack.mention({ channel, text, user, threadTs }), threadTs };
  }
  return slack.mention({ channel, text, user });
}

const replySchema = z.object({
  event_payload: z.object({ question_ts: z.string(), notice: z.string().optional() }),
});
type Reply = z.infer<typeof replySchema>['event_payload'];

/** What a message says of itself, where it is the answer to this question. */
function readReply(metadata: unknown, ts: string): Reply[] {
  const reply = replySchema.safeParse(metadata).data?.event_payload;
  return reply?.question_ts === ts ? [reply] : [];
}
