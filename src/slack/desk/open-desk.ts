import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import type { Connection } from '../connection/create-connection.js';
import { describeError } from '../describe-error.js';
import type { OpenStreams } from '../progress/open-streams.js';
import type { State } from '../state/state.js';
import type { Inbox } from './inbox.js';
import { createPending, type PendingQuestions } from './pending.js';
import { createRecover } from './recover.js';
import type { Replica } from './replica.js';
import { createTake, type Take } from './take.js';
import type { Tell } from './tell.js';
import { createWork, type WorkOn } from './work.js';

/** Where questions come in, wait and are worked on. */
export interface Desk {
  take: Take;
  /** Takes up what a crash left, now and whenever another replica is gone. */
  open(): Promise<void>;
  /** Resolves when everything is answered or the time is over; what is left is free to be taken up. */
  close(limitMs: number): Promise<void>;
}

/** Beats in a lease, so that one that comes late is not taken for a death. */
const beatsInLease = 3;

/** Makes the desk; `makeWorkOn` is given what it needs to know of questions that are pending. */
export function openDesk({
  makeWorkOn,
  settings,
  state,
  replica,
  inbox,
  connection: { clients, app },
  openStreams,
  tell,
  log,
}: {
  makeWorkOn: (pending: PendingQuestions) => WorkOn;
  settings: Settings;
  state: State;
  replica: Replica;
  inbox: Inbox;
  connection: Connection;
  openStreams: OpenStreams;
  tell: Tell;
  log: Logger;
}): Desk {
  const pending = createPending({ state, replica });
  const workOn = makeWorkOn(pending);
  const workInQuiet: WorkOn = async (question, beginPosting) => {
    await app.quiet();
    await workOn(question, beginPosting);
  };
  const work = createWork(workInQuiet, {
    most: settings.PLANBOT_MAX_QUESTIONS,
    mostOfPerson: settings.PLANBOT_MAX_QUESTIONS_PER_PERSON,
  });
  const handle = (body: Record<string, unknown>) => app.processEvent({ body, ack: async () => undefined });
  const recover = createRecover({
    inbox,
    handle,
    pending,
    claims: state,
    clients,
    openStreams,
    work,
    tell,
    log,
  });
  const timers: NodeJS.Timeout[] = [];
  const beat = (): void => {
    replica
      .beat()
      .catch((error: unknown) => log.error({ error: describeError(error) }, 'no sign of life given'));
  };
  const take = createTake({ claims: state, pending, work, tell, log });
  return {
    async take(question) {
      await app.quiet();
      await take(question);
    },
    async open() {
      await replica.beat();
      const leaseMs = settings.PLANBOT_LEASE_SECONDS * 1_000;
      timers.push(
        setInterval(beat, leaseMs / beatsInLease),
        setInterval(() => void recover(), leaseMs),
      );
      // What is left is answered beside what comes in.
      void recover();
    },
    async close(limitMs) {
      await app.settle(limitMs);
      for (const timer of timers) clearInterval(timer);
      await replica.leave();
    },
  };
}
