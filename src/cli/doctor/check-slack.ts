import type { Settings } from '../../config.js';
import { findMode } from '../../slack/connection/mode.js';
import slackTexts from '../../slack/connection/slack-settings.json' with { type: 'json' };
import {
  examineAppToken,
  examineBotToken,
  type TokenExamination,
} from '../../slack/doctor/examine-tokens.js';
import { checkInstallations } from './check-installations.js';
import type { Finding } from './finding.js';

type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Checks the settings for Slack, and each token with Slack itself. */
export async function checkSlack(settings: Settings): Promise<Finding[]> {
  const about = 'Slack';
  if (
    !Object.keys(slackTexts.settings).some((name) => name.startsWith('SLACK_') && name in given(settings))
  ) {
    return [{ about, status: 'skip', says: 'not set up; npm run ask answers without it' }];
  }
  const { mode, problems } = findMode(settings);
  if (mode === undefined) {
    return problems.map((problem) => ({ about, status: 'fail', says: problem.trim() }));
  }
  const findings: Finding[] = [{ about, status: 'pass', says: modeText[mode.kind] }];
  const botToken = mode.kind === 'socket' ? mode.botToken : botTokenOf(mode.tokens);
  if (botToken !== undefined) {
    findings.push(...findingsOf('SLACK_BOT_TOKEN', await examineBotToken(botToken, settings)));
  }
  if (mode.kind === 'http' && mode.tokens.kind === 'installed') {
    findings.push(...(await checkInstallations(settings, mode.tokens.secretKey)));
  }
  if (mode.kind === 'socket') {
    findings.push(...findingsOf('SLACK_APP_TOKEN', await examineAppToken(mode.appToken, settings)));
  }
  return findings;
}

const modeText = {
  socket: 'Socket Mode (SLACK_APP_TOKEN is set): planbot connects out',
  http: 'HTTP mode (SLACK_SIGNING_SECRET is set): Slack has to reach this machine at /slack/events',
} as const;

function given(settings: Settings): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function botTokenOf(tokens: { kind: 'one'; botToken: string } | { kind: 'installed' }): string | undefined {
  return tokens.kind === 'one' ? tokens.botToken : undefined;
}

function findingsOf(name: TokenName, examined: TokenExamination): Finding[] {
  if (!examined.taken) {
    const says = `Slack does not take it (${examined.reason}). ${slackTexts.settings[name].where}`;
    return [{ about: name, status: 'fail', says }];
  }
  const { workspace, missingScopes } = examined;
  const taken: Finding = {
    about: name,
    status: 'pass',
    says: workspace === '' ? 'Slack takes it' : `Slack takes it, for “${workspace}”`,
  };
  if (name === 'SLACK_APP_TOKEN') return [taken];
  const scopes: Finding =
    missingScopes.length === 0
      ? { about: 'scopes', status: 'pass', says: 'all that the manifest asks for' }
      : {
          about: 'scopes',
          status: 'fail',
          says: `missing: ${missingScopes.join(', ')}. Add them at https://api.slack.com/apps: your app > OAuth & Permissions (or paste manifest.json again), then install the app to the workspace once more.`,
        };
  return [taken, scopes];
}
