import { pino } from 'pino';
import type { Settings } from '../../config.js';
import { messageOf } from '../../errors.js';
import { examineBotToken } from '../../slack/doctor/examine-tokens.js';
import { openInstallations } from '../../slack/installation/installations.js';
import { openState } from '../../slack/state/open-state.js';
import type { Finding } from './finding.js';

/** Checks every workspace that installed planbot: that its token can be decrypted, and that Slack takes it. */
export async function checkInstallations(settings: Settings, secretKey: string): Promise<Finding[]> {
  const about = 'workspaces';
  try {
    const state = await openState(settings, pino({ level: 'silent' }));
    const installations = openInstallations({ state, secretKey });
    const findings: Finding[] = [];
    for (const { id } of await state.records('installations').list()) {
      const installation = await installations.find(id);
      if (installation === undefined) continue;
      const examined = await examineBotToken(installation.bot.token, settings);
      findings.push(
        examined.taken
          ? { about: id, status: 'pass', says: `Slack takes its token, for “${examined.workspace}”` }
          : {
              about: id,
              status: 'fail',
              says: `Slack does not take its token (${examined.reason}). Open /slack/install there once more.`,
            },
      );
    }
    await state.close();
    const none = 'none has installed planbot yet: open /slack/install on its address';
    return findings.length > 0 ? findings : [{ about, status: 'warn', says: none }];
  } catch (error) {
    return [{ about, status: 'fail', says: messageOf(error) }];
  }
}
