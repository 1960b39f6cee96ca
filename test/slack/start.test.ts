import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config.js';
import { readMode } from '../../src/slack/connection/mode.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.js';
import {
  connectPlanbot,
  scriptedEntry,
  slackSettings,
  startPlanbot,
  temporaryFolder,
} from './process/planbot-process.js';

describe('starting planbot in Slack', () => {
  let slack: FakeSlack;
  let state: Awaited<ReturnType<typeof temporaryFolder>>;
  const start = (settings: Record<string, string>) =>
    startPlanbot(scriptedEntry, { PLANBOT_STATE: state.path, ...settings });

  beforeEach(async () => {
    slack = await startFakeSlack();
    state = await temporaryFolder();
  });
  afterEach(async () => {
    await slack.close();
    await state.remove();
  });

  it('names both tokens and where to get them when there are none', () => {
    const read = (): unknown => readMode(readSettings({}));
    expect(read).toThrow(/SLACK_BOT_TOKEN is missing.*OAuth & Permissions/);
    expect(read).toThrow(/SLACK_APP_TOKEN is missing.*connections:write/);
    expect(read).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it('notices tokens that were put in each other’s place', () => {
    const settings = readSettings({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' });
    expect(() => readMode(settings)).toThrow(/SLACK_BOT_TOKEN holds a token of the other kind/);
  });

  it('says which token Slack does not take, and connects to nothing', async () => {
    const planbot = start({ ...slackSettings(slack), SLACK_BOT_TOKEN: 'xoxb-mistyped' });
    expect(await planbot.exit).toBe(2);
    expect(planbot.output()).toContain('Slack does not take SLACK_BOT_TOKEN (invalid_auth)');
    expect(planbot.output()).not.toContain('xoxb-mistyped');
    expect(slack.sockets.connected()).toBe(0);
  });

  it('says so when the app-level token is the wrong one', async () => {
    const planbot = start({ ...slackSettings(slack), SLACK_APP_TOKEN: 'xapp-mistyped' });
    expect(await planbot.exit).toBe(2);
    expect(planbot.output()).toContain('Slack does not take SLACK_APP_TOKEN (invalid_auth)');
  });

  it('gives up, with the reason in the log, when Slack takes its token away', async () => {
    const planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    slack.failNext('apps.connections.open', 'account_inactive');
    slack.sockets.dropAll();
    expect(await planbot.exit).toBe(1);
    expect(planbot.logged('cannot go on')[0]?.error).toMatchObject({ code: 'account_inactive' });
  });

  it('stops at once while Slack cannot be reached', async () => {
    const planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    slack.limitRate('apps.connections.open', { seconds: 600, times: 1 });
    slack.sockets.dropAll();
    expect(await planbot.stop()).toBe(0);
  });

  it('stops cleanly when nothing is under way', async () => {
    const planbot = await connectPlanbot(slack, { entry: scriptedEntry, state: state.path });
    expect(await planbot.stop('SIGINT')).toBe(0);
    expect(planbot.logged('stopped')).toHaveLength(1);
  });
});
