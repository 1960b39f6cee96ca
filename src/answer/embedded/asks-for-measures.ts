import words from './measures-asked.json' with { type: 'json' };

const nouns = words.nouns.join('|');
/** 有哪些办法, 从哪些方面, 什么打算, 各有啥安排 … */
const which = new RegExp(
  `(?:哪些|哪几[个条项种]|什么|啥|何|几[个条项])[^，。？?]{0,12}?(?:${nouns})|(?:${nouns})(?:有|是|都有|包括)?(?:哪些|什么|啥)|(?:${nouns})(?:啥|什么)`,
);

/** 主要改什么, 要建些啥. */
const doing = new RegExp(`(?:${words.verbs.join('|')})(?:些|点)?(?:什么|啥)`);
/** …的重点: what is asked for stands at the end. */
const asEnd = new RegExp(`的?(?:主要)?(?:${words.ends.join('|')})(?:是什么|有哪些)?[？?。]?$`);

/** Whether a question asks what is to be done about a matter: how, by what means, in what respects. */
export function asksForMeasures(question: string): boolean {
  const text = words.not.reduce((rest, word) => rest.replaceAll(word, ''), question.replace(/\s+/g, ''));
  return words.how.some((word) => text.includes(word)) || [which, doing, asEnd].some((one) => one.test(text));
}
