import { foldText, tagWords } from '../../models/cut-words.js';
import { namesSubject } from '../../retrieve/find-indicators.js';

/**
 * Nouns with which a follow-up names a subject of its own (保险业呢, 温泉那个呢), in lower case; none where
 * it only changes the year, the plan or the measure.
 */
export function subjectsOf(phrase: string, background: readonly string[]): string[] {
  // What the cutter does not know (x) is a name when it is long enough.
  const nouns = tagWords(phrase).filter(
    ({ word, tag }) => /^(?:n|vn)/.test(tag) || (tag === 'x' && /^\p{Script=Han}{3,}$/u.test(word)),
  );
  return nouns
    .map(({ word }) => foldText(word))
    .filter(
      (word) =>
        /\p{L}{2}/u.test(word) &&
        !/\d/.test(word) &&
        namesSubject({ covered: new Set([word]) }) &&
        !background.includes(word),
    );
}

/**
 * The question before with its subject replaced by the follow-up's, where the two are of one kind by their
 * last character: 银行业资产多少 and 保险业呢 make 保险业资产多少. Undefined where nothing of the kind stands there.
 */
export function withSubject(
  previous: string,
  subject: string,
  background: readonly string[],
): string | undefined {
  const kind = subject.at(-1);
  const sibling = subjectsOf(previous, background).find(
    (word) => word !== subject && word.at(-1) === kind && !subject.includes(word),
  );
  return sibling === undefined ? undefined : foldText(previous).replace(sibling, subject);
}
