import type { IncomingQuestion } from '../question.js';

/** Works on one question to its end; never throws. */
export type WorkOn = (question: IncomingQuestion) => Promise<void>;

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

/**
 * Works on some questions at a time, in the order in which they were asked, and on one at a time in a
 * thread. A flood then waits here, where it keeps neither acks nor answers that are nearly done from going out.
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
  const countOf = new Map<string, number>();
  let total = 0;

  const beginNext = (): void => {
    while (busyThreads.size < concurrency) {
      const at = nextOf(waiting, busyThreads);
      const [next] = at === undefined ? [] : waiting.splice(at, 1);
      if (next === undefined) return;
      busyThreads.add(threadOf(next.question));
      next.begin();
    }
  };
  const finish = async (question: IncomingQuestion): Promise<void> => {
    await new Promise<void>((begin) => {
      waiting.push({ question, begin });
      beginNext();
    });
    try {
      await workOn(question);
    } finally {
      busyThreads.delete(threadOf(question));
      total -= 1;
      count(countOf, question, -1);
      beginNext();
    }
  };
  return {
    overload(question) {
      if (total >= most) return { notice: 'overloadEverybody', count: total };
      const ofPerson = countOf.get(personOf(question)) ?? 0;
      return ofPerson >= mostOfPerson ? { notice: 'overloadPerson', count: ofPerson } : undefined;
    },
    async add(question) {
      total += 1;
      count(countOf, question, 1);
      await finish(question);
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

function count(countOf: Map<string, number>, question: IncomingQuestion, change: 1 | -1): void {
  const person = personOf(question);
  const next = (countOf.get(person) ?? 0) + change;
  if (next > 0) countOf.set(person, next);
  else countOf.delete(person);
}
