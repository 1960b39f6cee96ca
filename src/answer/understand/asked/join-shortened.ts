import { isListedWord } from '../../../models/word-weights.js';

/** 存、贷款余额: one character before a mark or a joining word, and the name that follows. */
const shortened = /([一-鿿])(?:[、和与及])(?=([一-鿿])([一-鿿]{1,6}))/gu;
const longestEnd = 6;

/** Writes out what a list shortens: 存、贷款余额 is 存款余额、贷款余额. */
export function joinShortened(text: string): string {
  return text.replace(shortened, (all: string, first: string, second: string, end: string, at: number) => {
    const last = end.charAt(0);
    const isShort = first !== second && isListedWord(first + last) && isListedWord(second + last);
    if (!isShort || !standsAlone(text.slice(0, at + 1))) return all;
    return `${first}${nounEnd(end)}${all.slice(1)}`;
  });
}

/** Whether the last character is a word by itself (云岭存), not the end of one (银行). */
function standsAlone(text: string): boolean {
  // 在哪个市、库容多大: what is asked for is whole.
  if (/[哪这那每各][个些]?.$/.test(text)) return false;
  return [2, 3].every((length) => text.length < length || !isListedWord(text.slice(-length)));
}

/** As much of what follows as still makes the thing's name (款余额 of 款余额各定), by the longest known words. */
function nounEnd(end: string): string {
  const rest = end.slice(1);
  for (let length = Math.min(longestEnd, rest.length); length >= 2; length -= 1)
    if (isListedWord(rest.slice(0, length))) return end.slice(0, 1 + length);
  return end.charAt(0);
}
