import { setTimeout as sleep } from 'node:timers/promises';
import type { SaidMessage } from '../../fakes/slack/events.js';
import type { FakeSlack } from '../../fakes/slack/fake-slack.js';
import { until } from '../process/planbot-process.js';

/** What became of the traffic. */
export interface TrafficResult {
  asked: number;
  /** Questions that got no answer, and those that got more than one. */
  lost: string[];
  twice: string[];
  /** How often sockets were dropped, or asked to connect again. */
  disturbances: number;
}

/** So many that none gets more than the one message a second that Slack takes. */
const channels = Array.from({ length: 16 }, (_, index) => `C0MIXED${index}`);
const betweenDisturbancesMs = 3_000;

/**
 * People ask in channels, in threads and directly, Slack repeats itself and comes out of order, drops the
 * socket every few seconds, asks to connect again, and now and then asks to wait.
 */
export async function mixTraffic(
  slack: FakeSlack,
  { forMs, pauseMs }: { forMs: number; pauseMs: number },
): Promise<TrafficResult> {
  for (const id of channels) {
    slack.workspace.channels.set(id, { id, name: id, kind: 'channel', archived: false, joined: true });
  }
  const asked: SaidMessage[] = [];
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
  const answersTo = ({ channel: where, ts, threadTs }: SaidMessage & { threadTs?: string }): number =>
    slack.answers(where, threadTs ?? ts).filter(({ metadata }) => answers(metadata, ts)).length;
  await until(() => asked.every((one) => answersTo(one) > 0), {
    what: () => `${asked.filter((one) => answersTo(one) === 0).length} of ${asked.length} answers`,
    limitMs: 180_000,
  }).catch(() => undefined);
  return {
    asked: asked.length,
    lost: asked.filter((one) => answersTo(one) === 0).map(({ ts }) => ts),
    twice: asked.filter((one) => answersTo(one) > 1).map(({ ts }) => ts),
    disturbances,
  };
}

function ask(
  slack: FakeSlack,
  count: number,
  asked: readonly SaidMessage[],
): SaidMessage & { threadTs?: string } {
  const text = `第${count}个目标？`;
  const user = `U0MANY${count % 40}`;
  if (count % 5 === 1) return slack.direct({ channel: 'D0LIN', text, user });
  const channel = channels[count % channels.length] ?? '';
  const earlier = asked.findLast((one) => one.channel === channel && !('threadTs' in one));
  if (count % 5 === 2 && earlier !== undefined) {
    const threadTs = earlier.ts;
    return { ...slack.mention({ channel, text, user, threadTs }), threadTs };
  }
  return slack.mention({ channel, text, user });
}

/** True for a message that says of itself that it answers this question. */
function answers(metadata: unknown, ts: string): boolean {
  return JSON.stringify(metadata ?? null).includes(`"question_ts":"${ts}"`);
}
