import type { Language } from '../../records.js';
import type { IndicatorIndex } from '../../retrieve/indicator-index.js';
import type { Sight } from '../access/sight.js';
import type { SlackEngine } from '../engine.js';
import { candidateQuestions } from './candidate-questions.js';

/** Suggests questions to somebody with this sight. */
export type SuggestQuestions = (sight: Sight, language: Language) => Promise<string[]>;

const targetLimit = 2;
const limit = 4;
const cacheLimit = 200;

/**
 * Suggests only what was tried out: each question is asked once for a state of the index, and those that
 * are not answered are left out.
 */
export function createSuggestQuestions(engine: SlackEngine): SuggestQuestions {
  // An index that was written anew comes with another object.
  const known = new WeakMap<IndicatorIndex, Map<string, Promise<string[]>>>();
  const answered = async (
    questions: readonly string[],
    visiblePlans: Sight,
    most: number,
  ): Promise<string[]> => {
    const found: string[] = [];
    for (const question of questions) {
      if (found.length >= most) break;
      const { answer } = await engine.ask({ question, visiblePlans, engine: 'embedded' });
      if (answer.status === 'answered' && answer.citations.length > 0) found.push(question);
    }
    return found;
  };
  return async (sight, language) => {
    const context = await engine.context(sight);
    const lists = known.get(context.indicators) ?? new Map<string, Promise<string[]>>();
    known.set(context.indicators, lists);
    const key = [language, ...[...sight].sort()].join('\n');
    const before = lists.get(key);
    if (before !== undefined) return before;
    if (lists.size >= cacheLimit) lists.clear();
    const { targets, summaries, plans } = candidateQuestions(context, language);
    const suggested = (async () => [
      ...(await answered(targets, sight, targetLimit)),
      ...(await answered(summaries, sight, 1)),
      plans,
    ])().then((all) => all.slice(0, limit));
    lists.set(key, suggested);
    // What failed once is tried again.
    suggested.catch(() => lists.delete(key));
    return suggested;
  };
}
