import { randomBytes } from 'node:crypto';
import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { detectLanguage } from '../../answer/understand/detect-language.js';
import { describeError } from '../describe-error.js';
import type { Post } from '../post.js';
import type { IncomingQuestion } from '../question.js';
import { buildServiceMessage, type Notice } from '../views/service-message.js';
import { markNotice } from './answer-metadata.js';
import { type Explanation, explainFailure } from './explain-failure.js';

/** Says something to whoever asked, other than an answer. Never throws. */
export interface Tell {
  notice(question: IncomingQuestion, notice: Notice, values?: Record<string, string>): Promise<void>;
  /** Says what went wrong and what to do, with an id that is also in the log, beside the reason. */
  failure(question: IncomingQuestion, error: unknown): Promise<void>;
}

const tokenGone = 'Slack no longer takes the token of this workspace: install planbot there again';
const lacksWriting = 'the scope chat:write is missing: add it in the app settings in Slack and install again';

/** Creates the way in which people are told; where Slack takes no message in the channel, in person. */
export function createTell({ post, log }: { post: Post; log: Logger }): Tell {
  const say = (question: IncomingQuestion, { notice, where, values }: Explanation): Promise<string> => {
    const message = buildServiceMessage(notice, { language: detectLanguage(question.text), values });
    const { team, channel, threadTs, user, responseUrl } = question;
    // A message to a person's id goes into the direct messages between planbot and that person.
    return post(
      where === 'personally' ? { team, channel: user } : { team, channel, threadTs, responseUrl },
      message,
      markNotice(question, notice),
    );
  };
  return {
    async notice(question, notice, values = {}) {
      try {
        await say(question, { notice, where: 'thread', values });
      } catch (error) {
        log.error({ eventId: question.eventId, notice, error: describeError(error) }, 'notice not posted');
      }
    },
    async failure(question, error) {
      const failureId = randomBytes(4).toString('hex');
      const { eventId, team, channel, text } = question;
      log.error(
        { failureId, eventId, team, channel, error: describeError(error, [text]) },
        'question not answered',
      );
      const tryToSay = async (explanation: Explanation): Promise<unknown> => {
        const values = { ...explanation.values, id: failureId, channel };
        try {
          await say(question, { ...explanation, values });
          return undefined;
        } catch (postError) {
          log.error({ failureId, error: describeError(postError, [text]) }, 'failure not told');
          return postError;
        }
      };
      const explanation = explainFailure(error);
      if (explanation.where === 'nowhere') {
        log.error({ failureId, team }, explanation.notice === 'missingScope' ? lacksWriting : tokenGone);
        return;
      }
      const trouble = await tryToSay(explanation);
      // Slack may have refused this too, and said so: then it is told once more, in person if need be.
      if (!(trouble instanceof webApi.WebAPIPlatformError)) return;
      const second = explainFailure(trouble);
      if (second.where !== 'nowhere') await tryToSay(second.where === 'personally' ? second : explanation);
    },
  };
}
