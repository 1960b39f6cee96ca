import type { Indicator } from '../../../src/records.js';
import type { PlanFrame } from '../plan-frame.js';
import words from './prose-words.json' with { type: 'json' };
import type { Mention } from './sentence.js';

export type Tense = 'past' | 'future' | null;

const past = new RegExp(words.past);
/** 补齐治污短板: what a title sets out to mend is still to come. */
const mended = new RegExp(words.mended);
const future = new RegExp(words.future);
const pastCue = new RegExp(words.pastCue);
const futureCue = new RegExp(words.futureCue);
const firmCue = new RegExp(words.firmFutureCue);
/** What one builds on is there. */
const standing = /^[，；、\s]*(?:依托|充分利用|利用|盘活(?=现有|已有|原有))[^，；。率]{0,6}$/;
const forecastCue = new RegExp(words.forecastCue);

/** Whether the titles above a text speak of what was or of what shall be; the nearest title decides. */
export function tenseOf(path: readonly string[]): Tense {
  for (const title of [...path].reverse()) {
    if (mended.test(title)) return 'future';
    if (past.test(title)) return 'past';
    if (future.test(title)) return 'future';
  }
  return null;
}

/** Whether a figure's clause asks for something (要求, 至少, 力争). */
export function isWanted(sentence: string, { clauseStart, span, tail }: Mention): boolean {
  return futureCue.test(sentence.slice(clauseStart, span.end + tail.length));
}

/** 2021年6月末: a state within a year, not its goal. */
function isMidYear(text: string, { span }: Mention, year: number | null): boolean {
  return (
    year !== null && new RegExp(`${year}年(?:\\d{1,2}月(?:末|底)|上半年)`).test(text.slice(0, span.start))
  );
}

/** How firm a figure is: by its year, the words around it and the section that it stands in. */
export function kindOf({
  sentence,
  mention,
  year,
  tense,
  frame,
  asOf,
}: {
  sentence: string;
  mention: Mention;
  /** The sentence before told the state at some time. */
  asOf: boolean;
  year: number | null;
  tense: Tense;
  frame: PlanFrame;
}): Indicator['kind'] {
  const text = sentence.replace(/《[^《》]*》/g, (title) => '《'.repeat(title.length));
  const clause = text.slice(mention.clauseStart, mention.span.end + mention.tail.length);
  const wants = futureCue.test(clause);
  const isState = asOf || /截[至止]/.test(text.slice(0, mention.span.start));
  const isBefore = year !== null && frame.start !== null && year < frame.start;
  if (forecastCue.test(clause) && (isBefore || tense !== 'future')) return 'forecast';
  if (isBefore) return 'actual';
  if (isState && !wants) return 'actual';
  if (!wants && (standing.test(mention.lead) || isMidYear(text, mention, year))) return 'actual';
  const isAhead = year !== null && frame.start !== null && year > frame.start && futureCue.test(text);
  if (tense === 'past' && isAhead && !pastCue.test(clause)) return 'target';
  if (tense === 'past') return firmCue.test(clause) && !pastCue.test(clause) ? 'target' : 'actual';
  if (year !== null && frame.start !== null && year > frame.start + 1) return 'target';
  const isPast = pastCue.test(clause) && !wants && !futureCue.test(text);
  return isPast ? 'actual' : 'target';
}
