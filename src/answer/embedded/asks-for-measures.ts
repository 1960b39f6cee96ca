import words from './measures-asked.json' with { type: 'json' };

const nouns = words.nouns.join('|');
/** 有哪些办法, 从哪些方面, 什么打算, 各有啥安排 … */
const which = new RegExp(
  `(?:哪些|哪几[个条项种]|什么|啥|何|几[个条项])[^，。？?]{0,12}?(?:${nouns})|(?:${nouns})(?:有|是|都有|包括)?(?:哪些|什么|啥)|(?:${nouns})(?:啥|什么)`,
);

/** Whether a question asks what is to be done about a matter: how, by what means, in what respects. */
export function asksForMeasures(question: string): boolean {
  const text = words.not.reduce((rest, word) => rest.replaceAll(word, ''), question.replace(/\s+/g, ''));
  return words.how.some((word) => text.includes(word)) || which.test(text);
}
