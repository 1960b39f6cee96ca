import { webApi } from '@slack/bolt';
import { PlanbotError } from '../../errors.js';
import type { Notice } from '../views/service-message.js';
import slackErrors from './slack-errors.json' with { type: 'json' };

/** What to tell somebody of a failure, and whether it can be told where the question stands. */
export interface Explanation {
  notice: Notice;
  /** `personally` where Slack takes no message in the channel. */
  where: 'thread' | 'personally' | 'nowhere';
  values: Record<string, string>;
}

/** Finds out what a failure is to the person who asked. */
export function explainFailure(error: unknown): Explanation {
  if (error instanceof webApi.WebAPIPlatformError) return explainSlackError(error);
  const notice = noticeFor(error);
  return { notice, where: 'thread', values: {} };
}

function noticeFor(error: unknown): Notice {
  if (error instanceof webApi.WebAPIRateLimitedError) return 'slackBusy';
  if (error instanceof PlanbotError && error.code.startsWith('index_')) return 'indexTrouble';
  if (error instanceof Error && error.name === 'TimeoutError') return 'tooSlow';
  return 'failure';
}

function explainSlackError({ data }: webApi.WebAPIPlatformError): Explanation {
  const { error } = data;
  const needed = 'needed' in data && typeof data.needed === 'string' ? data.needed : '';
  if (error === 'missing_scope') {
    // Without the right to write, there is nowhere to say so.
    return {
      notice: 'missingScope',
      where: needed === 'chat:write' ? 'nowhere' : 'thread',
      values: { needed },
    };
  }
  const isIn = (list: readonly string[]): boolean => list.includes(error);
  if (isIn(slackErrors.archived)) return { notice: 'archived', where: 'personally', values: {} };
  if (isIn(slackErrors.notInChannel)) return { notice: 'notInChannel', where: 'personally', values: {} };
  if (isIn(slackErrors.mayNotPost)) return { notice: 'mayNotPost', where: 'personally', values: {} };
  if (isIn(slackErrors.questionGone)) return { notice: 'questionGone', where: 'personally', values: {} };
  return { notice: 'failure', where: isIn(slackErrors.tokenGone) ? 'nowhere' : 'thread', values: {} };
}
