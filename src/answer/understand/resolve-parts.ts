import { foldText } from '../../models/cut-words.js';

const numberedPart =
  /(?:专栏|附?表|附件|图)\s*(?:\d+(?:-\d+)?|[一二三四五六七八九十]+)|第\s*[\d一二三四五六七八九十]+\s*[篇章节]/g;

/** Numbered parts of a plan that a question names, without blanks, as headings begin with them. */
export function resolveParts(question: string): string[] {
  return [...new Set((foldText(question).match(numberedPart) ?? []).map((part) => part.replace(/\s+/g, '')))];
}
