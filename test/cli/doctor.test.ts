import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingestFiles } from '../../ingest/pipeline.js';
import { runDoctor } from '../../src/cli/doctor/run-doctor.js';
import { createEmbeddedEmbedder } from '../../src/models/embedded-embedder.js';
import { openInstallations } from '../../src/slack/installation/installations.js';
import { createFileState } from '../../src/slack/state/file-state.js';
import { startChatEndpoint } from '../fakes/openai/chat-endpoint.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.js';
import { yunling } from '../setup/sample-plans.js';
import { temporaryFolder } from '../slack/process/planbot-process.js';

describe('npm run doctor', () => {
  let slack: FakeSlack;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let environment: Record<string, string>;

  beforeEach(async () => {
    slack = await startFakeSlack();
    folder = await temporaryFolder();
    const at = (name: string): string => join(folder.path, name);
    await mkdir(at('plans'));
    await writeFile(at('plans/yunling.md'), yunling);
    environment = {
      PLANBOT_PLANS: at('plans'),
      PLANBOT_INDEX: at('index'),
      PLANBOT_STATE: at('state'),
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
    };
  });
  afterEach(async () => {
    await slack.close();
    await folder.remove();
  });
  const buildIndex = () =>
    ingestFiles({
      paths: [environment.PLANBOT_PLANS ?? ''],
      index: environment.PLANBOT_INDEX ?? '',
      embedder: createEmbeddedEmbedder(),
    });
  const consult = async (changes: Record<string, string> = {}, now?: () => number) => {
    let text = '';
    const out = (line: string): void => {
      text += line;
    };
    const code = await runDoctor({
      environment: { ...environment, ...changes },
      out,
      ...(now ? { now } : {}),
    });
    return { code, text, lines: text.trimEnd().split('\n') };
  };

  it('passes line by line when all is well, and exits with 0', async () => {
    await buildIndex();
    const { code, text, lines } = await consult();
    expect(lines.filter((line) => !/^[✓–] /.test(line))).toEqual([]);
    for (const about of ['settings', 'plan folder', 'index', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'scopes'])
      expect(text).toContain(`✓ ${about}: `);
    for (const about of ['state store', 'clock', 'access']) expect(text).toContain(`✓ ${about}: `);
    expect(text).toContain('– model service: none is set');
    expect(code).toBe(0);
  });

  it.each([
    [
      'a bot token that Slack does not take',
      { SLACK_BOT_TOKEN: 'xoxb-wrong' },
      /✗ SLACK_BOT_TOKEN: .*invalid_auth.*OAuth & Permissions/,
    ],
    [
      'an app token that Slack does not take',
      { SLACK_APP_TOKEN: 'xapp-wrong' },
      /✗ SLACK_APP_TOKEN: .*invalid_auth.*connections:write/,
    ],
    ['a token that is missing', { SLACK_APP_TOKEN: '' }, /✗ Slack: SLACK_APP_TOKEN is missing/],
    ['a folder that is not there', { PLANBOT_PLANS: '/nowhere' }, /✗ plan folder: \/nowhere .*PLANBOT_PLANS/],
    ['a state store that is not there', { PLANBOT_STATE: 'redis://127.0.0.1:1' }, /✗ state store: .*Redis/],
    ['an access file that is not there', { PLANBOT_ACCESS: '/nowhere.yaml' }, /✗ access: .*nowhere\.yaml/],
    [
      'a time zone that is none',
      { PLANBOT_TIME_ZONE: 'Beijing' },
      /✗ settings: PLANBOT_TIME_ZONE: .*Asia\/Shanghai/,
    ],
    ['a model without a key', { PLANBOT_MODEL: 'some-model' }, /✗ model service: .*OPENAI_API_KEY/],
  ])('says what to do about %s, and exits with 1', async (_what, changes, line) => {
    const { code, text } = await consult(changes);
    expect(text).toMatch(line);
    expect(code).toBe(1);
    expect(text).not.toMatch(/xoxb-|xapp-wrong/);
  });

  it('says how an index is built where there is none', async () => {
    expect((await consult()).text).toMatch(/✗ index: there is none at .*npm run ingest/);
  });

  it('names the scopes that are missing', async () => {
    slack.revokeScope('chat:write');
    expect((await consult()).text).toMatch(/✗ scopes: missing: chat:write\..*install the app/);
  });

  it('notices a clock that is wrong', async () => {
    const { text } = await consult({}, () => Date.now() + 600_000);
    expect(text).toMatch(/✗ clock: .* 60\d seconds away from Slack's/);
  });

  it('asks the model service, and tells whether it answers', async () => {
    const service = await startChatEndpoint(() => ({ text: 'pong' }));
    const model = { PLANBOT_MODEL: 'some-model', OPENAI_BASE_URL: service.baseUrl };
    expect((await consult({ ...model, OPENAI_API_KEY: 'sk-test' })).text).toContain(
      '✓ model service: some-model',
    );
    const { text } = await consult({ ...model, OPENAI_API_KEY: 'sk-secret' });
    expect(text).toMatch(/✗ model service: some-model .*Check OPENAI_BASE_URL/);
    expect(text).not.toContain('sk-secret');
    await service.close();
  });

  it('points at plans in the access file that are not in the index', async () => {
    await buildIndex();
    const file = join(folder.path, 'access.yaml');
    await writeFile(file, 'plans: {everyone: ["yunling", "yunlin-*"]}');
    expect((await consult({ PLANBOT_ACCESS: file })).text).toMatch(
      /! access: .*not in the index: yunlin-\*\./,
    );
  });

  it('leaves Slack out where nothing of it is set', async () => {
    const { text } = await consult({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' });
    expect(text).toContain('– Slack: not set up');
  });

  it('looks at every workspace that installed planbot', async () => {
    const settings = {
      SLACK_BOT_TOKEN: '',
      SLACK_APP_TOKEN: '',
      SLACK_SIGNING_SECRET: 'secret',
      PORT: '3000',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'secret',
      PLANBOT_SECRET_KEY: randomBytes(32).toString('base64'),
    };
    expect((await consult(settings)).text).toContain('! workspaces: none has installed planbot yet');
    const state = await createFileState({ folder: environment.PLANBOT_STATE ?? '' });
    const installations = openInstallations({ state, secretKey: settings.PLANBOT_SECRET_KEY });
    for (const [team, token] of [
      ['team:T0HERE', slack.botToken],
      ['team:T0GONE', 'xoxb-gone'],
    ] as const) {
      const bot = { token, scopes: [], id: 'B1', userId: 'U1' };
      const kept = { user: { id: 'U1' }, isEnterpriseInstall: false, installedAt: 1 };
      await installations.keep(team, { ...kept, bot });
    }
    const { text } = await consult(settings);
    expect(text).toContain('✓ team:T0HERE: ');
    expect(text).toMatch(/✗ team:T0GONE: .*invalid_auth.*slack\/install/);
    const otherKey = { ...settings, PLANBOT_SECRET_KEY: randomBytes(32).toString('base64') };
    expect((await consult(otherKey)).text).toMatch(/✗ workspaces: .*PLANBOT_SECRET_KEY is another one/);
  });
});
