import type { Settings } from '../../config.js';
import { messageOf } from '../../errors.js';
import { readAccess } from '../../slack/access/access-file.js';
import { matchesPlan } from '../../slack/access/matches-plan.js';
import type { Finding } from './finding.js';

/** Checks the access file, and that what it says of plans is said of plans that there are. */
export async function checkAccess(
  { PLANBOT_ACCESS: file }: Settings,
  planIds: readonly string[],
): Promise<Finding> {
  const about = 'access';
  if (file === undefined) {
    return {
      about,
      status: 'pass',
      says: 'everybody of the workspace may ask, about all plans (PLANBOT_ACCESS is not set)',
    };
  }
  try {
    const { plans } = await readAccess(file);
    const patterns = [
      ...(plans?.everyone ?? []),
      ...Object.values(plans?.channels ?? {}).flat(),
      ...Object.values(plans?.groups ?? {}).flatMap((group) => group.plans),
    ];
    const idle = [...new Set(patterns)].filter((pattern) => !planIds.some((id) => matchesPlan(pattern, id)));
    return idle.length === 0
      ? { about, status: 'pass', says: `${file} is in force` }
      : {
          about,
          status: 'warn',
          says: `${file} names plans that are not in the index: ${idle.join(', ')}. Look for a spelling that is wrong.`,
        };
  } catch (error) {
    return { about, status: 'fail', says: messageOf(error) };
  }
}
