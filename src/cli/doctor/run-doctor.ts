import { checkSettings } from '../../config.js';
import { checkAccess } from './check-access.js';
import { checkClock } from './check-clock.js';
import { checkIndex, checkPlans } from './check-collection.js';
import { checkModel } from './check-model.js';
import { checkSlack } from './check-slack.js';
import { checkState } from './check-state.js';
import type { Finding } from './finding.js';

const signs = { pass: '✓', warn: '!', fail: '✗', skip: '–' } as const;

/**
 * Checks everything that planbot needs and prints a line for each: all well, or what to do. Returns the exit
 * code: 1 when something has to be done.
 */
export async function runDoctor({
  environment,
  out,
  now = Date.now,
}: {
  environment: Record<string, string | undefined>;
  out: (text: string) => void;
  now?: () => number;
}): Promise<0 | 1> {
  const print = (finding: Finding): Finding => {
    out(`${signs[finding.status]} ${finding.about}: ${finding.says}\n`);
    return finding;
  };
  const { settings, problems } = checkSettings(environment);
  if (settings === undefined) {
    for (const problem of problems) print({ about: 'settings', status: 'fail', says: problem.trim() });
    return 1;
  }
  const findings = [print({ about: 'settings', status: 'pass', says: 'all can be read' })];
  findings.push(print(await checkPlans(settings)));
  const { finding, planIds } = await checkIndex(settings);
  findings.push(print(finding), print(await checkModel(settings)));
  findings.push(...(await checkSlack(settings)).map(print));
  findings.push(print(await checkAccess(settings, planIds)));
  findings.push(print(await checkState(settings)), print(await checkClock(settings, now)));
  return findings.some(({ status }) => status === 'fail') ? 1 : 0;
}
