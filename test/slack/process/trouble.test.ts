import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaidMessage } from '../../fakes/slack/events.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  startPlanbot,
  temporaryFolder,
  until,
} from './planbot-process.js';

const channel = 'C0PLANNING';

describe('something is wrong in Slack, and people are told what', () => {
  let slack: FakeSlack;
  let state: Awaited<ReturnType<typeof temporaryFolder>>;
  let planbot: PlanbotProcess;

  beforeAll(async () => {
    slack = await startFakeSlack();
    state = await temporaryFolder();
    planbot = await connectPlanbot(slack, {
      entry: scriptedEntry,
      state: state.path,
      PLANBOT_MAX_QUESTIONS_PER_PERSON: '3',
    });
  });
  afterAll(async () => {
    await planbot.stop();
    await slack.close();
    await state.remove();
  });
  const answerTo = async ({ channel: where, ts }: SaidMessage): Promise<string> => {
    await until(() => slack.answers(where, ts).length > 0, { what: () => slack.print(where) });
    return slack.answers(where, ts)[0]?.text ?? '';
  };
  /** The id in a message is also in the log, beside the reason. */
  const reasonOf = (message: string): unknown => {
    const id = /(?:编号|[Ii]d) (\w{8})/.exec(message)?.[1];
    const [line] = planbot.logged('question not answered').filter(({ failureId }) => failureId === id);
    return line?.error;
  };

  it('asks somebody who floods it to wait, politely, and answers the rest', async () => {
    const asked = ['1', '2', '3', '4'].map((count) =>
      slack.mention({ channel, text: `slow 目标${count}？` }),
    );
    const other = slack.mention({ channel, text: '目标？', user: 'U0ZHAO' });
    const texts = await Promise.all(asked.map(answerTo));
    expect(texts.filter((text) => text.includes('你还有 3 个问题在排队'))).toHaveLength(1);
    expect(texts.filter((text) => text.startsWith('问：slow'))).toHaveLength(3);
    expect(await answerTo(other)).toContain('问：目标？');
  });

  it('tells in the log which permission is missing, where it cannot be told in Slack', async () => {
    slack.revokeScope('chat:write');
    slack.mention({ channel, text: '目标？' });
    const line = () =>
      planbot.output().includes('the scope chat:write is missing: add it in the app settings in Slack');
    await until(line, { what: () => planbot.output() });
    slack.grantScope('chat:write');
  });

  it('tells in person who asked in a channel that planbot was taken out of', async () => {
    const finance = slack.workspace.channels.get('C0FINANCE');
    if (finance !== undefined) finance.joined = false;
    slack.mention({ channel: 'C0FINANCE', text: '目标？', user: 'U0ZHAO' });
    const told = () => slack.answers('D0ZHAO').at(-1)?.text ?? '';
    await until(() => told().includes('/invite'), { what: () => slack.print('D0ZHAO') });
    expect(told()).toContain('<#C0FINANCE>');
    expect(reasonOf(told())).toMatchObject({ code: 'not_in_channel' });
  });

  it('writes nothing that people said, and no token, into its log', async () => {
    slack.failNext('chat.postMessage', 'fatal_error');
    await answerTo(slack.mention({ channel, text: '绝密项目 fail？' }));
    expect(planbot.output()).not.toMatch(/绝密项目|slow 目标|xoxb-|xapp-/);
  });

  it('says in the log what to do when its token is taken back', async () => {
    for (const known of slack.oauth.tokens.values()) known.revoked = true;
    slack.mention({ channel, text: '目标？' });
    const line = () =>
      planbot.logged('Slack no longer takes the token of this workspace: install planbot there again');
    await until(() => line().length > 0, { what: () => planbot.output() });
    for (const known of slack.oauth.tokens.values()) known.revoked = false;
  });
});

describe('npm start with settings that are wrong in several ways', () => {
  it('names all of them at once, and each once', async () => {
    const planbot = startPlanbot(scriptedEntry, {
      PLANBOT_TIME_ZONE: 'Beijing',
      PLANBOT_SECRET_KEY: 'short',
      SLACK_CLIENT_ID: '1.2',
      PORT: 'eighty',
    });
    expect(await planbot.exit).toBe(2);
    for (const name of [
      'PLANBOT_TIME_ZONE',
      'PLANBOT_SECRET_KEY',
      'PORT',
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_SECRET',
    ]) {
      const lines = planbot.output().match(new RegExp(`^  ${name}\\b`, 'gm'));
      expect([name, lines?.length]).toEqual([name, 1]);
    }
  });
});
