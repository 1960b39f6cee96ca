import { tagWords } from '../../models/cut-words.js';
import type { Draft } from '../draft.js';
import words from './person-words.json' with { type: 'json' };

const english = new RegExp(words.english, 'i');
const offices = words.offices.join('|');
/** Things have names too (三个园区叫什么名). */
const ofPerson = new RegExp(`${offices}|${words.persons.join('|')}`);
/** 主任是谁, 谁是局长, 哪位任组长. */
const asksHolder = new RegExp(
  `(?:${offices})[^，。？?]{0,4}(?:谁|哪位)|(?:谁|哪位)[^，。？?]{0,8}(?:${offices})`,
);
/** Who holds an office by another: 由分管领导任主任, 组长由…担任. */
const holds = new RegExp(
  `(?:任|兼|为|由)[^。；]{0,20}(?:${offices})|(?:${offices})[^。；]{0,4}(?:由|为|是|：)`,
);

/**
 * Whether a question asks for a person and the answer found names none: plans speak of offices, and a sentence that
 * merely has the body in it is no answer.
 */
export function lacksPerson(question: string, { claims }: Draft): boolean {
  const wantsName =
    english.test(question) ||
    words.names.some((word) => question.includes(word)) ||
    (words.called.some((word) => question.includes(word)) && ofPerson.test(question));
  if (wantsName)
    return !claims.some(({ text }) =>
      tagWords(text).some(({ tag, word }) => tag === 'nr' && beside(text, word)),
    );
  return asksHolder.test(question) && !claims.some(({ text }) => holds.test(text));
}

/** A personal name stands next to the office that it holds. */
function beside(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return new RegExp(offices).test(text.slice(Math.max(0, at - 6), at + name.length + 6));
}
