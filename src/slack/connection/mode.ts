import type { Settings } from '../../config.js';
import { PlanbotError } from '../../errors.js';
import texts from './slack-settings.json' with { type: 'json' };

/** How planbot comes by its tokens: one of one workspace, or those of all that installed it. */
export type Tokens =
  | { kind: 'one'; botToken: string }
  | { kind: 'installed'; clientId: string; clientSecret: string; secretKey: string };

/** How events come: over a socket that planbot opens, or as requests that Slack makes. */
export type Mode =
  | { kind: 'socket'; appToken: string; botToken: string }
  | { kind: 'http'; signingSecret: string; port: number; tokens: Tokens };

type SettingName = keyof typeof texts.settings;
type Given = Partial<Pick<Settings, SettingName>>;

/**
 * Finds the mode by the settings that are present: an app token means Socket Mode, otherwise a signing
 * secret (or a client id) means HTTP. Where something is missing, the problems say what, and where to get it.
 */
export function findMode(given: Given): { mode: Mode; problems: [] } | { mode?: never; problems: string[] } {
  const overHttp =
    given.SLACK_APP_TOKEN === undefined &&
    (given.SLACK_SIGNING_SECRET ?? given.SLACK_CLIENT_ID) !== undefined;
  return overHttp ? findHttpMode(given) : findSocketMode(given);
}

/**
 * Takes the mode out of the settings.
 * @throws PlanbotError `invalid_settings` that says of each missing or mistaken one where to get it.
 */
export function readMode(given: Given): Mode {
  const { mode, problems } = findMode(given);
  if (mode !== undefined) return mode;
  throw unusableSettings(problems);
}

/** The error for settings with which planbot cannot start in Slack. */
export function unusableSettings(problems: readonly string[]): PlanbotError {
  return new PlanbotError({
    code: 'invalid_settings',
    message: [texts.intro, ...problems, texts.outro].join('\n'),
    exitCode: 2,
  });
}

/** The error for a token that Slack does not take. */
export function refusedToken(name: SettingName, reason: string, cause: unknown): PlanbotError {
  return new PlanbotError({
    code: 'invalid_settings',
    message: `Slack does not take ${name} (${reason}).\n  ${name}: ${texts.settings[name].where}`,
    cause,
    exitCode: 2,
  });
}

function findSocketMode(given: Given): ReturnType<typeof findMode> {
  const problems = problemsOf(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'], given);
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = given;
  if (problems.length > 0 || botToken === undefined || appToken === undefined) {
    return { problems: appToken === undefined ? [...problems, texts.otherMode] : problems };
  }
  return { mode: { kind: 'socket', appToken, botToken }, problems: [] };
}

function findHttpMode(given: Given): ReturnType<typeof findMode> {
  const installs = given.SLACK_CLIENT_ID !== undefined;
  const needed: SettingName[] = installs
    ? ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'PLANBOT_SECRET_KEY']
    : ['SLACK_BOT_TOKEN'];
  const problems = problemsOf(['SLACK_SIGNING_SECRET', 'PORT', ...needed], given);
  const { SLACK_SIGNING_SECRET: signingSecret, PORT: port } = given;
  const tokens = tokensOf(given);
  if (problems.length > 0 || signingSecret === undefined || port === undefined || tokens === undefined) {
    return { problems };
  }
  return { mode: { kind: 'http', signingSecret, port, tokens }, problems: [] };
}

function tokensOf(given: Given): Tokens | undefined {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    PLANBOT_SECRET_KEY: secretKey,
  } = given;
  if (clientId !== undefined) {
    if (clientSecret === undefined || secretKey === undefined) return undefined;
    return { kind: 'installed', clientId, clientSecret, secretKey };
  }
  const { SLACK_BOT_TOKEN: botToken } = given;
  return botToken === undefined ? undefined : { kind: 'one', botToken };
}

function problemsOf(names: readonly SettingName[], given: Given): string[] {
  return names.flatMap((name) => problemOf(name, given[name]));
}

function problemOf(name: SettingName, value: string | number | undefined): string[] {
  const { begins, where } = texts.settings[name];
  if (value === undefined) return [`  ${name} is missing (${begins}). ${where}`];
  // Tokens are easily put in each other's place, and Slack's answer to that is hard to read.
  const swapped = otherPrefixes(name).some((prefix) => String(value).startsWith(prefix));
  return swapped ? [`  ${name} holds a token of the other kind; ${begins}. ${where}`] : [];
}

function otherPrefixes(name: SettingName): string[] {
  return Object.entries(texts.settings).flatMap(([other, { prefixes }]) => (other === name ? [] : prefixes));
}
