import { z } from 'zod';
import type { Settings } from '../config.js';
import { personKey } from './state/person-key.js';
import type { State } from './state/state.js';

interface Person {
  team: string;
  user: string;
}

const questionSchema = z.object({ text: z.string(), askedAt: z.number() });

/** A question that somebody asked lately; `askedAt` is in milliseconds since 1970. */
export type RecentQuestion = z.infer<typeof questionSchema>;

/** What a person asked lately, for their own Home and nobody else's. */
export interface RecentQuestions {
  note(question: Person & { text: string }): Promise<void>;
  /** Newest first, each wording once. */
  of(person: Person): Promise<RecentQuestion[]>;
}

const keptLimit = 5;
const longestText = 300;
const dayMs = 24 * 60 * 60_000;

/** Keeps one small record a person, under their name, so that "forget me" and the retention time reach it. */
export function createRecentQuestions({
  state,
  settings,
  now = Date.now,
}: {
  state: State;
  settings: Pick<Settings, 'PLANBOT_RETENTION_DAYS'>;
  now?: () => number;
}): RecentQuestions {
  const records = state.records('recent-questions');
  const ttlMs = settings.PLANBOT_RETENTION_DAYS * dayMs;
  const read = async (person: string): Promise<RecentQuestion[]> => {
    const kept = z.array(questionSchema).safeParse(await records.get(person));
    return (kept.data ?? []).filter(({ askedAt }) => askedAt + ttlMs > now());
  };
  return {
    async note(question) {
      const text = question.text.slice(0, longestText);
      if (ttlMs === 0 || text === '') return;
      const person = personKey(question);
      const earlier = (await read(person)).filter((one) => one.text !== text);
      const value = [{ text, askedAt: now() }, ...earlier].slice(0, keptLimit);
      await records.put({ id: person, value, person, ttlMs });
    },
    of: (person) => read(personKey(person)),
  };
}
