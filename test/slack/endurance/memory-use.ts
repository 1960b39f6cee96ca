import { readFile } from 'node:fs/promises';
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

/** The memory that a process has in use, in MiB, as the system counts it (Linux only). */
export async function memoryOf(planbot: PlanbotProcess): Promise<number> {
  const pid = planbot.logged('connected to Slack')[0]?.pid;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
}
