import type { Logger } from 'pino';
import type { AnswerEvent, Language } from '../../records.js';
import type { Clients } from '../connection/clients.js';
import { describeError } from '../describe-error.js';
import type { AnswerMetadata } from '../desk/answer-metadata.js';
import type { IncomingQuestion } from '../question.js';
import { sendDegrading } from '../send-degrading.js';
import type { Message } from '../views/message.js';
import { createClaimLines } from './claim-lines.js';
import type { OpenStreams } from './open-streams.js';
import { createSession } from './session.js';
import { createStream, type Stream } from './stream.js';
import { createTaskList } from './task-list.js';

/** What is seen of a question while it is worked on. */
export interface Progress {
  onEvent(event: AnswerEvent): void;
  /** Puts the answer in the place of what was streamed; false where it has to be posted. */
  finish(message: Message, metadata?: AnswerMetadata): Promise<boolean>;
  /** Takes away what was streamed: nobody wants the answer any more. */
  discard(): Promise<void>;
  /** Says that the work is over, whatever came of it. */
  end(): Promise<void>;
}

/** Shows the work on one question. Only an engine that tells of its work is seen at it; the other just answers. */
export type StartProgress = (question: IncomingQuestion, language: Language) => Promise<Progress>;

export function createStartProgress({
  clients,
  openStreams,
  log,
}: {
  clients: Clients;
  openStreams: OpenStreams;
  log: Logger;
}): StartProgress {
  return async (question, language) => {
    // What only the asker sees cannot be streamed.
    if (question.place === 'private') return unseen;
    const { client } = await clients(question.team);
    const session = createSession({ client, question, log });
    const tasks = createTaskList(language);
    const newClaims = createClaimLines();
    let stream: Stream | undefined;
    const show = (chunks: Parameters<Stream['show']>[0]): void => {
      if (chunks.length === 0) return;
      stream ??= createStream({
        client,
        target: question,
        note: (ts) => openStreams.note(question, ts),
        log,
      });
      stream.show(chunks);
    };
    return {
      onEvent(event) {
        session.work();
        if (event.kind === 'found') show(tasks.found(event.places));
        else if (event.kind === 'claims') {
          const text = newClaims(event.answer);
          show([...tasks.end(), ...(text === '' ? [] : [{ type: 'markdown_text' as const, text }])]);
        } else show(tasks.begin(event.kind));
      },
      async finish(message, metadata) {
        const ts = await stream?.close();
        if (ts === undefined) return false;
        return replace(ts, message, metadata);
      },
      async discard() {
        const ts = await stream?.close();
        if (ts === undefined) return;
        await client.chat.delete({ channel: question.channel, ts }).catch((error: unknown) => {
          log.warn({ error: describeError(error) }, 'a stream was not taken away');
        });
      },
      async end() {
        if (stream !== undefined) await openStreams.forget(question).catch(() => undefined);
        await session.rest();
      },
    };

    async function replace(ts: string, message: Message, metadata?: AnswerMetadata): Promise<boolean> {
      const { channel } = question;
      const mark = metadata === undefined ? {} : { metadata: { ...metadata } };
      try {
        await sendDegrading(
          message,
          (blocks) => client.chat.update({ channel, ts, text: message.text, blocks: [...blocks], ...mark }),
          log,
        );
        return true;
      } catch (error) {
        log.warn({ channel, error: describeError(error) }, 'a streamed message was not brought up to date');
        return false;
      }
    }
  };
}

const unseen: Progress = {
  onEvent: () => undefined,
  finish: async () => false,
  end: async () => undefined,
  discard: async () => undefined,
};
