import { webApi } from '@slack/bolt';
import { refusedToken } from './mode.js';

/** Runs a call that stands or falls with a token, and names the token where Slack refuses it. */
export async function nameRefused<Result>(
  name: Parameters<typeof refusedToken>[0],
  call: () => Promise<Result>,
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof webApi.WebAPIPlatformError ? refusedToken(name, error.data.error, error) : error;
  }
}
