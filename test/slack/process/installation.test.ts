import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import {
  addressOf,
  connectPlanbot,
  type PlanbotProcess,
  scriptedEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

const channel = 'C0PLANNING';

describe('several workspaces install planbot', () => {
  let slack: FakeSlack;
  let state: Awaited<ReturnType<typeof temporaryFolder>>;
  let planbot: PlanbotProcess;
  const secretKey = randomBytes(32).toString('base64');
  const start = () =>
    connectPlanbot(slack, {
      entry: scriptedEntry,
      state: state.path,
      SLACK_BOT_TOKEN: '',
      SLACK_CLIENT_ID: slack.oauth.clientId,
      SLACK_CLIENT_SECRET: slack.oauth.clientSecret,
      PLANBOT_SECRET_KEY: secretKey,
    });

  beforeEach(async () => {
    slack = await startFakeSlack({ mode: 'http' });
    state = await temporaryFolder();
    planbot = await start();
  });
  afterEach(async () => {
    await planbot.stop();
    await slack.close();
    await state.remove();
  });

  /** A browser opens the install page, a person agrees, Slack sends the browser back. */
  const begin = async (team: string, enterprise?: string) => {
    const page = await fetch(`${addressOf(planbot)}/slack/install`, { redirect: 'manual' });
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const redirectTo = `${addressOf(planbot)}/slack/oauth_redirect`;
    return {
      cookie,
      url: slack.oauth.approve(page.headers.get('location') ?? '', {
        team,
        redirectTo,
        ...(enterprise === undefined ? {} : { enterprise }),
      }),
    };
  };
  const install = async (team: string, enterprise?: string): Promise<Response> => {
    const { cookie, url } = await begin(team, enterprise);
    return fetch(url, { headers: { cookie } });
  };
  const ask = async (team: string): Promise<string> => {
    const { ts } = slack.mention({ channel, text: '目标？', team });
    await until(() => slack.answers(channel, ts).length > 0, {
      what: () => `${slack.print(channel)}${planbot.output()}`,
    });
    return ts;
  };
  const postedFor = (): (string | undefined)[] =>
    slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ team }) => team);
  const tokensOf = (team: string) => [...slack.oauth.tokens].filter(([, known]) => known.team === team);

  it('answers in each with its own token, after a restart too', async () => {
    for (const team of ['T0NORTH', 'T0SOUTH']) expect((await install(team)).status).toBe(200);
    await ask('T0NORTH');
    await ask('T0SOUTH');
    await planbot.stop();
    planbot = await start();
    await ask('T0SOUTH');
    expect(postedFor()).toEqual(['T0NORTH', 'T0SOUTH', 'T0SOUTH']);
  });

  it('keeps the tokens encrypted, and out of the log', async () => {
    await install('T0NORTH');
    await ask('T0NORTH');
    const folder = join(state.path, 'records', 'installations');
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    const kept = await readFile(join(folder, files[0] ?? ''), 'utf8');
    const [token = 'none'] = tokensOf('T0NORTH')[0] ?? [];
    expect(kept).not.toContain(token);
    expect(planbot.output()).not.toMatch(/xoxb-|xoxe/);
  });

  it('takes no installation that was not begun here, in this browser, or that is used twice', async () => {
    const { cookie, url } = await begin('T0NORTH');
    const other = await begin('T0SOUTH');
    const forged = new URL(url);
    forged.searchParams.set('state', 'guessed');
    expect((await fetch(url)).status).toBe(400);
    expect((await fetch(url, { headers: { cookie: other.cookie } })).status).toBe(400);
    expect((await fetch(forged, { headers: { cookie: 'slack-app-oauth-state=guessed' } })).status).toBe(400);
    expect((await fetch(url, { headers: { cookie } })).status).toBe(200);
    const again = await fetch(url, { headers: { cookie } });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('Begin again at /slack/install');
  });

  it('renews a token before it ends, once for many questions at the same time', async () => {
    slack.oauth.rotateAfter(600);
    await install('T0NORTH');
    slack.oauth.rotateAfter(43_200);
    await Promise.all(Array.from({ length: 8 }, () => ask('T0NORTH')));
    expect(slack.oauth.renewals).toHaveLength(1);
    for (const [, known] of tokensOf('T0NORTH').slice(0, 1)) known.revoked = true;
    await ask('T0NORTH');
    expect(slack.oauth.renewals).toHaveLength(1);
  });

  it('forgets a workspace that takes planbot out, and answers the others', async () => {
    await install('T0NORTH');
    await install('T0SOUTH');
    await ask('T0NORTH');
    slack.happen({ type: 'tokens_revoked', tokens: { bot: ['U0PLANBOT'] } }, { team: 'T0NORTH' });
    const done = slack.happen({ type: 'app_uninstalled' }, { team: 'T0NORTH' });
    await until(() => done.ackedAt !== undefined, { what: () => 'the ack' });
    await until(() => planbot.logged('Slack took back the token of a workspace').length > 0, {
      what: () => planbot.output(),
    });
    const before = slack.calls.length;
    slack.mention({ channel, text: '目标？', team: 'T0NORTH' });
    await until(() => planbot.output().includes('not installed in the workspace T0NORTH'), {
      what: () => planbot.output(),
    });
    expect(slack.calls.slice(before).map(({ method }) => method)).toEqual([]);
    await ask('T0SOUTH');
  });

  it('is installed by an organisation for all of its workspaces, through a restart, until it is taken out', async () => {
    slack.workspace.enterprise = 'E0GROUP';
    expect((await install('T0NORTH', 'E0GROUP')).status).toBe(200);
    await ask('T0NORTH');
    await ask('T0SOUTH');
    const command = slack.command({ channel, text: 'help' });
    await until(() => command.ackedAt !== undefined, { what: () => planbot.output() });
    await planbot.stop();
    planbot = await start();
    await ask('T0SOUTH');
    const everywhere = tokensOf('T0NORTH').map(([, { team }]) => team);
    expect(postedFor()).toEqual([...everywhere, ...everywhere, ...everywhere]);
    slack.happen({ type: 'app_uninstalled' }, { team: 'T0NORTH' });
    const told = () => planbot.logged('planbot was taken out of a workspace; what was kept of it is deleted');
    await until(() => told().length > 2, { what: () => planbot.output() });
    expect(
      told()
        .map(({ team }) => team)
        .sort(),
    ).toEqual(expect.arrayContaining(['T0NORTH', 'T0SOUTH']));
    slack.mention({ channel, text: '目标？', team: 'T0SOUTH' });
    await until(() => planbot.output().includes('not installed in the workspace T0SOUTH'), {
      what: () => planbot.output(),
    });
  });

  it('keeps a workspace that installed it again before word of the removal came', async () => {
    await install('T0NORTH');
    const at = new Date(Date.now() - 5_000);
    const removal = slack.happen({ type: 'app_uninstalled' }, { team: 'T0NORTH', at });
    await until(() => removal.ackedAt !== undefined, { what: () => 'the ack' });
    await ask('T0NORTH');
  });
});
