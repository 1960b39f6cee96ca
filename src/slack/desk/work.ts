import type { IncomingQuestion } from '../question.js';

/**
 * Works on one question to its end; never throws.
 * @param beginPosting says that only Slack's pace is still waited for: the next question may be worked on.
 */
export type WorkOn = (question: IncomingQuestion, beginPosting: () => void) => Promise<void>;

/** Why a question is not taken on: so many wait already, of everybody or of this person. */
export interface Overload {
  notice: 'overloadEverybody' | 'overloadPerson';
  count: number;
}

/** Questions that wait or are under way. */
export interface Work {
  /** Why one more question of this person is too many; undefined when it is not. */
  overload(question: IncomingQuestion): Overload | undefined;
  /** Takes a question on; resolves when it is done. */
  add(question: IncomingQuestion): Promise<void>;
}

interface Waiting {
  question: IncomingQuestion;
  begin(): void;
}

/** Answers that may wait to be posted, for each question that may wait for its answer: they only cost memory. */
const unpostedForQuestion = 3;

/**
 * Works on some questions at a time, in the order in which they were asked, and on one at a time in a
 * thread. A flood then waits here, where it keeps neither acks nor answers that are nearly done from going out.
 * An answer that waits its turn in a channel that Slack slows down takes no place among those worked on.
 */
export function createWork(
  workOn: WorkOn,
  {
    concurrency = 16,
    most = 1_000,
    mostOfPerson = 20,
  }: { concurrency?: number; most?: number; mostOfPerson?: number } = {},
): Work {
  const waiting: Waiting[] = [];
  const busyThreads = new Set<string>();
  const unanswered = createTally();
  const unposted = createTally();
  let workedOn = 0;

  const beginNext = (): void => {
    while (workedOn < concurrency) {
      const at = nextOf(waiting, busyThreads);
      const [next] = at === undefined ? [] : waiting.splice(at, 1);
      if (next === undefined) return;
      workedOn += 1;
      busyThreads.add(threadOf(next.question));
      next.begin();
    }
  };
  /** Gives what says, once, that a question is worked on no longer and its answer only waits to be posted. */
  const leavePlace = (person: string): (() => void) => {
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      workedOn -= 1;
      unanswered.add(person, -1);
      unposted.add(person, 1);
      beginNext();
    };
  };
  return {
    overload(question) {
      const person = personOf(question);
      for (const [tally, times] of [[unanswered, 1] as const, [unposted, unpostedForQuestion] as const]) {
        if (tally.total() >= most * times) return { notice: 'overloadEverybody', count: tally.total() };
        if (tally.of(person) >= mostOfPerson * times)
          return { notice: 'overloadPerson', count: tally.of(person) };
      }
      return undefined;
    },
    async add(question) {
      const person = personOf(question);
      unanswered.add(person, 1);
      await new Promise<void>((begin) => {
        waiting.push({ question, begin });
        beginNext();
      });
      const beginPosting = leavePlace(person);
      try {
        await workOn(question, beginPosting);
      } finally {
        beginPosting();
        unposted.add(person, -1);
        busyThreads.delete(threadOf(question));
        beginNext();
      }
    },
  };
}

/**
 * The place of the next question to work on: the first whose thread is free, and of that thread the one
 * that was written first, since events may come out of order.
 */
function nextOf(waiting: readonly Waiting[], busyThreads: ReadonlySet<string>): number | undefined {
  const first = waiting.findIndex(({ question }) => !busyThreads.has(threadOf(question)));
  if (first < 0) return undefined;
  const thread = threadOf(waiting[first]?.question);
  return waiting.reduce(
    (best, { question }, index) =>
      threadOf(question) === thread && Number(question.ts) < Number(waiting[best]?.question.ts)
        ? index
        : best,
    first,
  );
}

function threadOf(question: IncomingQuestion | undefined): string {
  return `${question?.channel}:${question?.threadTs}`;
}

function personOf({ team, user }: IncomingQuestion): string {
  return `${team}:${user}`;
}

interface Tally {
  add(person: string, change: 1 | -1): void;
  of(person: string): number;
  total(): number;
}

/** Counts by person; somebody with nothing to count is not kept. */
function createTally(): Tally {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    add(person, change) {
      total += change;
      const next = (counts.get(person) ?? 0) + change;
      if (next > 0) counts.set(person, next);
      else counts.delete(person);
    },
    of: (person) => counts.get(person) ?? 0,
    total: () => total,
  };
}
