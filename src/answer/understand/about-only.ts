import { foldText } from '../../models/cut-words.js';
import type { Catalogue } from './catalogue.js';
import { resolvePlans } from './resolve-plans.js';

/** Said of several at once: 这三份规划，各自, 分别, 都. */
const together =
  /[，,]?\s*(?:这|那)?[两二三四]\s*(?:份|个|部|地|家|市|县|区)(?:的|之)?(?:规划|方案|纲要|文件|计划|文本|材料|地方|城市|地区)?(?:里面?|中)?[，,]?|各自|分别|各(?=[自是有为设在叫想要提写安定把由])|(?:全)?都(?!市)|\b(?:each|both|respectively)\b/gi;
const separators = '[、，,和与跟及]';

/**
 * A question about several plans as one about this plan alone: the names of the others are left out, with the words
 * that go with each name in a list (甲市交通、乙县水利这两份规划), and those that speak of all of them.
 * @returns undefined where the plan is not named by a name of its own
 */
export function aboutOnly(question: string, planId: string, catalogue: Catalogue): string | undefined {
  const text = foldText(question);
  const named = resolvePlans(text, catalogue).mentions.filter(({ via }) => via !== 'place');
  if (!named.some(({ planIds }) => planIds.length === 1 && planIds[0] === planId)) return undefined;
  const others = named.filter(({ planIds }) => !planIds.includes(planId)).map((mention) => mention.text);
  const alone = others.reduce(
    (rest, name) => rest.replace(inList(name), '').replace(beforeAll(name), '').replace(atEnd(name), ''),
    text,
  );
  return alone.replace(together, '').trim();
}

/** A name that another follows, with what stands between it and the mark: 甲市交通、. */
function inList(name: string): RegExp {
  return new RegExp(`${escaped(name)}\\p{Script=Han}{0,6}${separators}`, 'u');
}

/** The last of a list that is summed up, with what stands between it and that: 、丙市水利 of 丙市水利这三份规划. */
function beforeAll(name: string): RegExp {
  return new RegExp(`${separators}?\\s*${escaped(name)}\\p{Script=Han}{0,6}?(?=这?[两二三四]份)`, 'u');
}

/** The last of a list, with the mark in front of it. */
function atEnd(name: string): RegExp {
  return new RegExp(`${separators}?\\s*${escaped(name)}`, 'u');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
