import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import { createBoltLogger } from './bolt-logger.js';

const requestLimitMs = 15_000;

/** Options for every client: none sends anything twice on its own account, or waits where we cannot see it. */
export function createClientOptions(
  { SLACK_API_URL: slackApiUrl }: Pick<Settings, 'SLACK_API_URL'>,
  log: Logger,
): webApi.WebClientOptions {
  return {
    logger: createBoltLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestLimitMs,
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  };
}
