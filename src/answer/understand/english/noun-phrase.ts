import { compile } from './compile-forms.js';
import data from './question-forms.json' with { type: 'json' };

const times = [...data.times, ...data.each].map(({ said, as }) => ({ expression: compile(said, 'giu'), as }));
const preposition = new RegExp(`(?<![\\w\\p{Script=Han}-])(?:${data.prepositions})(?![\\w-])`, 'giu');
/** 内地, according to the plan: what follows says more of what is before it. */
const comma = new RegExp(`,\\s+(?=(?:${data.prepositions}|working|including|compared)\\b)`, 'giu');
const joined = /\s+(?:and|plus|as well as|&)\s+|,\s+(?:and\s+)?/i;
const either = /,?\s+or\s+/i;

/** Years and spans of years as Chinese writes them; "respectively" and "in total" too. */
export function withChineseTimes(text: string): string {
  return times.reduce((rest, { expression, as }) => rest.replace(expression, as), text);
}

/**
 * The words of an English phrase in the order of a Chinese one: what qualifies comes before what it qualifies
 * (the number of beds in hospitals by 2025: 2025年 hospitals beds number).
 */
export function inChineseOrder(phrase: string): string {
  const text = phrase
    .replace(/[()（）"]/g, ' ')
    .replace(/^[\s,:;-]+|[\s,:;-]+$/g, '')
    .replace(comma, ' ');
  const alternatives = text.split(either);
  if (alternatives.length > 1) return alternatives.map(inChineseOrder).join(' 或 ');
  const members = text.split(joined);
  const areApart = members.length > 1 && members.filter((one) => hasPreposition(one)).length > 1;
  if (areApart) return members.map(reversed).join(' 、 ');
  return reversed(members.join(' 、 '));
}

function hasPreposition(text: string): boolean {
  return text.search(preposition) >= 0;
}

function reversed(text: string): string {
  return text
    .replace(/['’]s?(?=\s|$)|(?<=^|\s)['’]|[‘’']/g, ' ')
    .split(preposition)
    .reverse()
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(' ');
}
