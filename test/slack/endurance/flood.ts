import type { SaidMessage } from '../../fakes/slack/events.js';
import type { FakeSlack } from '../../fakes/slack/fake-slack.js';
import { until } from '../process/planbot-process.js';
import { twentyQuestions } from '../process/questions.js';

/** What became of a flood. */
export interface FloodResult {
  /** How many messages each question got. */
  answers: number[];
  /** Milliseconds from the first sending to the ack, of every delivery, duplicates included. */
  acks: number[];
  /** Calls that Slack refused because there were too many. */
  refused: number;
}

const channels = ['C0PLANNING', 'C0FINANCE'];

/**
 * As many people ask at once, and Slack hands out each question three times: as it is, again, and as
 * another event of the same message.
 */
export async function flood(slack: FakeSlack, questions: number): Promise<FloodResult> {
  const before = slack.sockets.deliveries().length;
  const asked = Array.from({ length: questions }, (_, index): SaidMessage => {
    const said = slack.mention({
      channel: channels[index % channels.length] ?? '',
      text: twentyQuestions[index % twentyQuestions.length] ?? '',
      user: `U0FLOOD${index}`,
    });
    slack.repeat(said);
    slack.repeat(said, { newEventId: true });
    return said;
  });
  const answersTo = ({ channel, ts }: SaidMessage): number => slack.answers(channel, ts).length;
  await until(() => asked.every((one) => answersTo(one) > 0), {
    what: () => `${asked.filter((one) => answersTo(one) === 0).length} answers`,
    limitMs: 240_000,
  });
  const deliveries = slack.sockets.deliveries().slice(before);
  await until(() => deliveries.every(({ ackedAt }) => ackedAt !== undefined), { what: () => 'the acks' });
  return {
    answers: asked.map(answersTo),
    acks: deliveries.map(({ sentAt = Number.NaN, ackedAt = Number.NaN }) => ackedAt - sentAt),
    refused: slack.calls.filter(({ status }) => status === 429).length,
  };
}
