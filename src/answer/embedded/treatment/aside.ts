import { asksToMend } from '../matter-of.js';
import words from './aside-words.json' with { type: 'json' };

const kinds = Object.values(words.kinds).map(({ heads, asked }) => ({
  heads: new RegExp(heads),
  asked: new RegExp(asked),
}));

/** 补齐短板, 破解难题: what puts something right is a task. */
const mending = new RegExp(`(?:${words.mending})\\S*`, 'g');

/** The kinds of aside (what was, what is wrong, what is aimed at, on what principles) that a question asks for. */
export interface AsideAsked {
  isAsked: boolean;
  /** Whether headings are those of what is asked for, or of what is to be done where no aside is. */
  isMeant(heads: string): boolean;
  /** Whether headings are those of an aside that the question does not ask for. */
  isOther(heads: string): boolean;
}

/**
 * Parts of a plan that say what was, what is wrong, what is aimed at or on what principles say little of what is to
 * be done, which most questions want; what puts something right is no matter of what is wrong.
 */
export function asideAsked(question: string): AsideAsked {
  const isMended = asksToMend(question);
  const wanted = kinds.map(({ asked }) => !isMended && asked.test(question));
  return {
    isAsked: wanted.includes(true),
    isMeant: (heads) =>
      !wanted.includes(true) || kinds.some((kind, at) => wanted[at] && kind.heads.test(heads)),
    isOther: (heads) =>
      kinds.some((kind, at) => !wanted[at] && kind.heads.test(heads.replace(mending, ''))) &&
      !kinds.some((kind, at) => wanted[at] && kind.heads.test(heads)),
  };
}

const situations = [words.kinds.now, words.kinds.wrong, words.kinds.chance]
  .map(({ asked }) => asked)
  .join('|');
const situationAsked = new RegExp(
  `(?:哪些|哪几[个方]面?|什么|啥|何种?)[^，。？]{0,3}(?:${situations})|(?:${situations})[^，。？]{0,2}(?:是|有|在)(?:哪|什么|啥)`,
);

/** Whether a question asks what was, is wrong or lies ahead (有哪些不足, 机遇是什么): points of a section, no members. */
export function asksForSituation(question: string): boolean {
  return situationAsked.test(question) && !asksToMend(question);
}
