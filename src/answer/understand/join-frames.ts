import { foldText } from '../../models/cut-words.js';
import { mentionedIndicators } from '../../retrieve/mentioned-indicators.js';
import { subjectsOf, withSubject } from './follow-up-subject.js';
import { withoutNames } from './read-names.js';
import type { Thread, Understanding } from './understand.js';

/** What the follow-up says wins; what it leaves open comes from the question before. */
export function joinFrames(own: Understanding, thread: Thread): Understanding {
  const { previous } = thread;
  const words = own.phrases.join('').replace(/[那呢还有？?，,的是么]|\d{4}年?/g, '');
  const onlyReplaces = words.trim().length <= 2;
  const keepsTopic = onlyReplaces || own.phrases.join('').length < 24;
  const subjects = subjectsOf(own.phrases[0] ?? '', own.background);
  const [subject] = subjects;
  const replaced =
    subjects.length === 1 && subject !== undefined && keepsTopic
      ? withSubject(previous.phrases[0] ?? '', subject, previous.background)
      : undefined;
  return {
    ...own,
    kind: own.kind === 'fact' && onlyReplaces ? previous.kind : own.kind,
    plans: own.plans.length > 0 ? own.plans : previous.plans,
    background: own.plans.length > 0 ? own.background : previous.background,
    ambiguousPlans: own.plans.length > 0 ? own.ambiguousPlans : previous.ambiguousPlans,
    years: own.years.length > 0 ? own.years : previous.years,
    scope: own.scope ?? previous.scope,
    unknownNames: own.plans.length + previous.plans.length > 0 ? [] : own.unknownNames,
    unknownPlaces: own.unknownPlaces.length > 0 ? own.unknownPlaces : previous.unknownPlaces,
    planNames: [...own.planNames, ...previous.planNames],
    phrases: replaced
      ? [replaced]
      : keepsTopic
        ? [...own.phrases, ...previous.phrases.map((phrase) => stillOpen(phrase, own))]
        : own.phrases,
    isFollowUp: true,
    thread,
  };
}

/** What an earlier question says that the follow-up does not say itself: not its years, not its indicator. */
function stillOpen(phrase: string, own: Understanding): string {
  const text = withoutYears(phrase, own.years);
  const [first = ''] = own.phrases;
  if (mentionedIndicators(compactFold(first)).length === 0) return text;
  return withoutNames(
    compactFold(text),
    mentionedIndicators(compactFold(text)).map((one) => one.text),
  );
}

function compactFold(text: string): string {
  return foldText(text).replace(/\s+/g, '');
}

function withoutYears(text: string, replaced: readonly number[]): string {
  return replaced.length === 0 ? text : text.replace(/\d{4}年?[末底]?/g, '');
}
