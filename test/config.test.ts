import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings, settingNames } from '../src/config.js';

describe('settings', () => {
  it('have defaults for everything, so that nothing need be set', () => {
    expect(readSettings({})).toMatchObject({
      PLANBOT_PLANS: 'data/plans',
      PLANBOT_INDEX: 'data/index',
      PLANBOT_EMBEDDINGS: 'embedded',
    });
  });

  it('that are set to nothing are the same as not set', () => {
    expect(readSettings({ PLANBOT_PLANS: '', OPENAI_BASE_URL: '', PLANBOT_EMBEDDINGS: '' })).toEqual(
      readSettings({}),
    );
  });

  it('that are wrong are reported all at the same time, each by its name', () => {
    const wrong = { PLANBOT_EMBEDDINGS: 'magic', OPENAI_BASE_URL: 'nowhere', PLANBOT_LOG_LEVEL: 'loud' };
    const names = new RegExp(
      Object.keys(wrong)
        .map((name) => `(?=[\\s\\S]*${name}: )`)
        .join(''),
    );
    const failure = { code: 'invalid_settings', exitCode: 2, message: expect.stringMatching(names) };
    expect(() => readSettings(wrong)).toThrow(expect.objectContaining(failure));
  });

  it('never repeat a secret in a message', () => {
    const secrets = { OPENAI_API_KEY: 'sk-very-secret', PLANBOT_EMBEDDINGS: 'magic' };
    expect(() => readSettings(secrets)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('sk-very-secret') }),
    );
  });

  it.each([
    [{ PLANBOT_TIME_ZONE: 'Beijing' }, /PLANBOT_TIME_ZONE: .*Asia\/Shanghai/],
    [{ PLANBOT_STATE: 'mysql://localhost' }, /PLANBOT_STATE: .*redis:\/\//],
    [{ PLANBOT_SECRET_KEY: 'c2hvcnQ=' }, /PLANBOT_SECRET_KEY: .*openssl rand -base64 32/],
    [{ PLANBOT_RETENTION_DAYS: '-1' }, /PLANBOT_RETENTION_DAYS: /],
    [{ PORT: 'eighty' }, /PORT: /],
  ])('say what would be right in the place of %j', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });

  it('are all named in .env.example, and nothing else is', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual([...settingNames].sort());
  });
});
