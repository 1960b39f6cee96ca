import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { FakeSlack } from '../../fakes/slack/fake-slack.js';
import { type PlanbotProcess, until } from '../process/planbot-process.js';

const atOnce = 50;

/** Asks so many questions, some at a time, each in a thread of its own, and keeps nothing of them here. */
export async function askMany(slack: FakeSlack, questions: number): Promise<void> {
  const channel = 'C0PLANNING';
  for (let done = 0; done < questions; done += atOnce) {
    const asked = Array.from({ length: atOnce }, (_, index) =>
      slack.mention({ channel, text: `第${done + index}个目标？`, user: `U0MANY${index}` }),
    );
    await until(() => asked.every(({ ts }) => slack.answers(channel, ts).length > 0), {
      what: () => slack.print(channel).slice(0, 2_000),
      limitMs: 60_000,
    });
    slack.workspace.messages.length = 0;
    slack.calls.length = 0;
  }
}

/** Each call of Slack's Web API is given so long, and its timer lives on after it. */
const callLimitMs = 15_000;
const reportSchema = z.object({ heapUsed: z.number(), rss: z.number() });
const mebibyte = 1_024 * 1_024;

/** What a process holds once it rests and its garbage is gone, in MiB: in its heap, and in all. */
export async function memoryOf(planbot: PlanbotProcess): Promise<{ heap: number; resident: number }> {
  await sleep(callLimitMs + 1_000);
  const reports = () => planbot.logged('memory');
  const before = reports().length;
  process.kill(Number(planbot.logged('connected to Slack')[0]?.pid), 'SIGUSR2');
  await until(() => reports().length > before, { what: () => 'what planbot says of its memory' });
  const { heapUsed, rss } = reportSchema.parse(reports().at(-1));
  return { heap: heapUsed / mebibyte, resident: rss / mebibyte };
}
