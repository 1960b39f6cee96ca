import type { Logger } from 'pino';
import type { Clients } from '../connection/clients.js';
import { describeError } from '../describe-error.js';
import type { OpenStreams } from '../progress/open-streams.js';
import type { IncomingQuestion } from '../question.js';
import type { Claims } from '../state/state.js';
import { findAnswer } from './answer-metadata.js';
import { claimQuestion } from './claim-question.js';
import { clearStream } from './clear-stream.js';
import type { Inbox } from './inbox.js';
import type { Pending, PendingQuestions } from './pending.js';
import type { Tell } from './tell.js';
import type { Work } from './work.js';

/** Takes up what a replica that is no longer alive has left. Never throws. */
export type Recover = () => Promise<void>;

/** Whoever takes up a question has so long; then another one may try. */
const takeoverMs = 5 * 60_000;
/** Messages that Slack gives an app outside the Marketplace in one call. */
const replyLimit = 15;

interface Dependencies {
  inbox: Inbox;
  handle: (body: Record<string, unknown>) => Promise<void>;
  pending: PendingQuestions;
  claims: Claims;
  clients: Clients;
  openStreams: OpenStreams;
  work: Work;
  tell: Tell;
  log: Logger;
}

/**
 * Creates the recovery after a crash. For each question that was left it looks in the thread for what was
 * posted. A question without an answer is answered; where that cannot be known, the asker is told.
 */
export function createRecover(dependencies: Dependencies): Recover {
  const { inbox, handle, pending, claims, log } = dependencies;
  const isMine = async (id: string): Promise<boolean> => {
    if (!(await claims.claim(`recover:${id}`, takeoverMs))) return false;
    log.warn({ id }, 'taking up a question that a crash left');
    return true;
  };
  return async () => {
    try {
      const [events, questions] = [await inbox.abandoned(), await pending.abandoned()];
      await Promise.all([
        ...events.map(async (one) => {
          if (!(await isMine(one.id))) return;
          await Promise.all(one.bodies.map(handle));
          await inbox.remove(one);
        }),
        ...questions.map(async (one) => {
          if (await isMine(one.id)) await recoverOne(one, dependencies);
        }),
      ]);
    } catch (error) {
      log.error({ error: describeError(error) }, 'what a crash left is not taken up');
    }
  };
}

async function recoverOne(left: Pending, dependencies: Dependencies): Promise<void> {
  const { question } = left;
  const { pending, claims, tell } = dependencies;
  // The crash may have come before the claim: then the question is as good as new.
  const isNew = await claimQuestion(question, claims);
  // Whoever gets this knows that nobody has begun to post, and that nobody will for that attempt.
  const isUnposted = await pending.mayPost(question);
  const { posted, messages } = await lookInThread(question, dependencies);
  if (posted === 'none' || isUnposted) await clear(question, messages, dependencies);
  if (posted === 'some') await tell.notice(question, 'unfinished');
  else if (posted === 'unknown' && !isNew && !isUnposted) await tell.notice(question, 'restarted');
  else if (posted !== 'all') return answerAgain(left, dependencies);
  await pending.done(left);
}

async function answerAgain(left: Pending, { pending, work }: Dependencies): Promise<void> {
  const next = await pending.note({ ...left.question, attempt: (left.question.attempt ?? 0) + 1 });
  await pending.done(left);
  await work.add(next.question);
  await pending.done(next);
}

/** The answer is worth more than a tidy thread. */
async function clear(
  question: IncomingQuestion,
  messages: readonly unknown[],
  { clients, openStreams, log }: Dependencies,
): Promise<void> {
  try {
    await clearStream(question, messages, { ...(await clients(question.team)), openStreams, log });
  } catch (error) {
    log.warn({ error: describeError(error) }, 'what a crash left of a stream cannot be seen');
  }
}

async function lookInThread(
  question: IncomingQuestion,
  { clients, log }: Dependencies,
): Promise<{ posted: ReturnType<typeof findAnswer> | 'unknown'; messages: readonly unknown[] }> {
  try {
    const { client } = await clients(question.team);
    const { messages = [], has_more: more } = await client.conversations.replies({
      channel: question.channel,
      ts: question.threadTs,
      oldest: question.ts,
      limit: replyLimit,
      include_all_metadata: true,
    });
    const found = findAnswer(question, messages);
    return { posted: found === 'none' && more === true ? 'unknown' : found, messages };
  } catch (error) {
    log.warn({ eventId: question.eventId, error: describeError(error) }, 'a thread cannot be looked at');
    return { posted: 'unknown', messages: [] };
  }
}
