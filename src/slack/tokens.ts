import type { Settings } from '../config.js';
import { PlanbotError } from '../errors.js';
import settings from './slack-settings.json' with { type: 'json' };

/** The tokens that Socket Mode needs. */
export interface SlackTokens {
  botToken: string;
  appToken: string;
}

type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/**
 * Takes Slack's tokens out of the settings.
 * @throws PlanbotError `invalid_settings` that says of each missing or mistaken one where to get it.
 */
export function readTokens(given: Settings): SlackTokens {
  const problems = [problemOf('SLACK_BOT_TOKEN', given), problemOf('SLACK_APP_TOKEN', given)];
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = given;
  if (botToken === undefined || appToken === undefined || problems.some((one) => one !== undefined)) {
    throw new PlanbotError({
      code: 'invalid_settings',
      message: [settings.intro, ...problems.filter((one) => one !== undefined), settings.outro].join('\n'),
      exitCode: 2,
    });
  }
  return { botToken, appToken };
}

/** The error for a token that Slack does not take. */
export function refusedToken(name: TokenName, reason: string, cause: unknown): PlanbotError {
  return new PlanbotError({
    code: 'invalid_settings',
    message: `Slack does not take ${name} (${reason}).\n  ${name}: ${settings.tokens[name].where}`,
    cause,
    exitCode: 2,
  });
}

function problemOf(name: TokenName, given: Settings): string | undefined {
  const { prefix, where } = settings.tokens[name];
  const value = given[name];
  if (value === undefined) return `  ${name} is missing (it begins with ${prefix}). ${where}`;
  // The two are easily put in each other's place, and Slack's answer to that is hard to read.
  const other = name === 'SLACK_BOT_TOKEN' ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
  const swapped = value.startsWith(settings.tokens[other].prefix);
  return swapped
    ? `  ${name} holds a token of the other kind; it begins with ${prefix}. ${where}`
    : undefined;
}
