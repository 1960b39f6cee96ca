import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.js';
import type { IncomingQuestion } from '../question.js';

/** The agent's session of a thread: its title, and a stop button while it is at work. */
export interface Session {
  /** Says that the work goes on, once. */
  work(): void;
  /** Says that it is over; names a conversation that just began. */
  rest(): Promise<void>;
}

const titleLimit = 60;

/** What fails here is logged and nothing more: an answer does not wait for a status. */
export function createSession({
  client,
  question,
  log,
}: {
  client: webApi.WebClient;
  question: IncomingQuestion;
  log: Logger;
}): Session {
  const { channel, threadTs, ts, user, place, text } = question;
  let started: Promise<void> | undefined;
  const isNew = place === 'direct' && ts === threadTs;
  const set = async (status: 'processing' | 'active'): Promise<void> => {
    try {
      const title = text.replace(/\s+/g, ' ').slice(0, titleLimit);
      await client.agents.sessions.setStatus({
        channel_id: channel,
        thread_ts: threadTs,
        status,
        ...(title === '' ? {} : { title, initiator_user_id: user }),
      });
    } catch (error) {
      log.info({ channel, error: describeError(error) }, 'the status of a session was not set');
    }
  };
  return {
    work() {
      started ??= set('processing');
    },
    async rest() {
      if (started === undefined && !isNew) return;
      await started;
      await set('active');
    },
  };
}
