import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaidMessage } from '../../fakes/slack/events.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

const access = {
  people: ['U0LIN', 'U0SMITH', 'U0ZHAO'],
  channels: ['C0PLANNING', 'C0FINANCE'],
  plans: {
    everyone: ['city-*'],
    channels: { C0FINANCE: ['city-finance'] },
    groups: { park: { people: ['U0LIN'], plans: ['park-secret'] } },
  },
};

describe('an access file says who may ask what', () => {
  let slack: FakeSlack;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let planbot: PlanbotProcess;

  beforeAll(async () => {
    slack = await startFakeSlack();
    folder = await temporaryFolder();
    const file = join(folder.path, 'access.yaml');
    await writeFile(file, JSON.stringify(access));
    planbot = await connectPlanbot(slack, {
      entry: scriptedEntry,
      state: join(folder.path, 'state'),
      PLANBOT_ACCESS: file,
    });
  });
  afterAll(async () => {
    await planbot.stop();
    await slack.close();
    await folder.remove();
  });
  const answerTo = async (asked: SaidMessage): Promise<string> => {
    const said = () => slack.answers(asked.channel).filter(({ threadTs }) => threadTs === asked.ts);
    await until(() => said().length > 0, { what: () => slack.print(asked.channel) });
    return said()[0]?.text ?? '';
  };
  const whispered = async (user: string, words: string): Promise<number> => {
    const found = () =>
      slack.workspace.messages.filter((one) => one.ephemeralTo === user && one.text.includes(words));
    await until(() => found().length > 0, { what: () => JSON.stringify(slack.workspace.messages) });
    return found().length;
  };

  it('shows in a channel what everybody there may see, whoever asks', async () => {
    expect(await answerTo(slack.mention({ channel: 'C0PLANNING', text: 'which plans 规划？' }))).toContain(
      '可见：city-finance、city-transport。',
    );
    expect(await answerTo(slack.mention({ channel: 'C0FINANCE', text: 'which plans 规划？' }))).toContain(
      '可见：city-finance。',
    );
  });

  it('shows in a direct message what the person’s groups may see as well', async () => {
    expect(await answerTo(slack.direct({ channel: 'D0LIN', text: 'which plans 规划？' }))).toContain(
      '可见：city-finance、city-transport、park-secret。',
    );
    const other = slack.direct({ channel: 'D0ZHAO', user: 'U0ZHAO', text: 'which plans 规划？' });
    expect(await answerTo(other)).toContain('可见：city-finance、city-transport。');
  });

  it('tells a stranger of another company, and nobody else, that planbot is not for them, once', async () => {
    const extra = { user_team: 'T0ELSEWHERE' };
    const asked = slack.mention({ channel: 'C0PLANNING', text: '目标？', user: 'U0SMITH', extra });
    slack.repeat(asked);
    expect(await whispered('U0SMITH', '只回答本工作区的人')).toBe(1);
    await answerTo(slack.mention({ channel: 'C0PLANNING', text: '现在呢？' }));
    expect(slack.answers('C0PLANNING', asked.ts)).toEqual([]);
    expect(await whispered('U0SMITH', '只回答本工作区的人')).toBe(1);
  });

  it('tells somebody who is not on the list, in a direct message too', async () => {
    const asked = slack.direct({ channel: 'D0ZHAO', user: 'U0OTHER', text: 'What is the target?' });
    expect(await answerTo(asked)).toContain('planbot is not open to you');
  });

  it('keeps out of channels that are not on the list, and says so', async () => {
    slack.workspace.channels.set('C0OPEN', {
      id: 'C0OPEN',
      name: 'open',
      kind: 'channel',
      archived: false,
      joined: true,
    });
    slack.mention({ channel: 'C0OPEN', user: 'U0ZHAO', text: '目标？' });
    expect(await whispered('U0ZHAO', '没有对这个频道开放')).toBe(1);
  });

  it('says nothing to strangers who talk among themselves', async () => {
    const before = slack.workspace.messages.length;
    slack.write({
      channel: 'C0PLANNING',
      text: '开会',
      user: 'U0SMITH',
      extra: { user_team: 'T0ELSEWHERE' },
    });
    await answerTo(slack.mention({ channel: 'C0PLANNING', text: '现在呢？' }));
    expect(slack.workspace.messages.length).toBe(before + 3);
  });
});
