import type { Indicator } from '../../../src/records.js';
import type { PlanFrame } from '../plan-frame.js';
import words from './prose-words.json' with { type: 'json' };

export type Tense = 'past' | 'future' | null;

const past = new RegExp(words.past);
const future = new RegExp(words.future);
const pastCue = new RegExp(words.pastCue);
const futureCue = new RegExp(words.futureCue);
const forecastCue = new RegExp(words.forecastCue);

/** Whether the titles above a text speak of what was or of what shall be; the nearest title decides. */
export function tenseOf(path: readonly string[]): Tense {
  for (const title of [...path].reverse()) {
    if (past.test(title)) return 'past';
    if (future.test(title)) return 'future';
  }
  return null;
}

/** How firm a figure is: by its year, the words around it and the section that it stands in. */
export function kindOf({
  clause,
  sentence,
  year,
  tense,
  frame,
}: {
  clause: string;
  sentence: string;
  year: number | null;
  tense: Tense;
  frame: PlanFrame;
}): Indicator['kind'] {
  const isPast = pastCue.test(clause) || (pastCue.test(sentence) && !futureCue.test(clause));
  const wants = futureCue.test(clause) || (futureCue.test(sentence) && !pastCue.test(clause));
  const forecast = forecastCue.test(clause);
  if (year !== null && frame.start !== null) {
    if (year < frame.start) return forecast ? 'forecast' : 'actual';
    if (year > frame.start + 1 || tense === 'future')
      return isPast && !wants && tense === 'past' ? 'actual' : 'target';
    return tense === 'past' && !wants ? 'actual' : 'target';
  }
  if (forecast) return 'forecast';
  if (tense === 'past') return wants && !isPast ? 'target' : 'actual';
  return isPast && !wants ? 'actual' : 'target';
}
