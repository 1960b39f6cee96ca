import type { Settings } from '../../config.js';
import { messageOf } from '../../errors.js';
import type { Finding } from './finding.js';

const limitMs = 10_000;
/** Slack's signatures are good for five minutes; long before that something is wrong. */
const wrongSeconds = 60;
const slackUrl = 'https://slack.com/api/';

/** Compares the clock with Slack's, and says what time it is where plans are asked about. */
export async function checkClock(settings: Settings, now: () => number): Promise<Finding> {
  const about = 'clock';
  const local = new Date(now()).toLocaleString('sv-SE', { timeZone: settings.PLANBOT_TIME_ZONE });
  const time = `${local} in ${settings.PLANBOT_TIME_ZONE}`;
  try {
    const url = new URL('api.test', settings.SLACK_API_URL ?? slackUrl);
    const response = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(limitMs) });
    const theirs = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(theirs))
      return { about, status: 'warn', says: `${time}; Slack does not say what time it is` };
    const seconds = Math.round(Math.abs(now() - theirs) / 1_000);
    return seconds <= wrongSeconds
      ? { about, status: 'pass', says: `${time}; Slack's agrees` }
      : {
          about,
          status: 'fail',
          says: `${time}, and ${seconds} seconds away from Slack's: requests in HTTP mode will be refused and “this year” may be wrong. Set the clock (NTP).`,
        };
  } catch (error) {
    const says = `${time}; Slack cannot be reached to compare (${messageOf(error)}). Check the network if you use Slack.`;
    return { about, status: 'warn', says };
  }
}
