import { tagWords } from '../../models/cut-words.js';

/** Conjunctions and marks that part what a question asks for: A和B各是多少, A，B呢, A; B. */
const separators = /[，,；;？?。、]|和|与|以及|及(?=[一-鿿])|(?<![a-z])(?:and|as well as)(?![a-z])/i;

const marked = new RegExp(`(${separators.source})`, 'i');
const isJoined = /^(?:和|与|以及|及|、)$/;
const longestHead = 6;

/** 风电和光伏装机: what ends the second name ends the first. */
function withSharedEnd(part: string, next: string | undefined): string {
  if (next === undefined || part.replace(/^.*\d年/, '').length > longestHead) return part;
  const [first, second] = tagWords(next);
  const isNoun = (one: { tag: string } | undefined) => one !== undefined && /^(?:n|vn|l|j)/.test(one.tag);
  return isNoun(first) && isNoun(second) && !part.endsWith(second?.word ?? '')
    ? part + (second?.word ?? '')
    : part;
}

/** The parts of a question that may each name a figure of its own; the whole when there is only one. */
export function splitClauses(text: string): string[] {
  const pieces = text.split(marked).map((part) => part.trim());
  const parts = pieces.flatMap((part, at) => {
    if (at % 2 === 1 || part.length < 2) return [];
    return isJoined.test(pieces[at + 1] ?? '') ? withSharedEnd(part, pieces[at + 2]) : part;
  });
  return parts.length > 1 && parts.length <= 6 ? parts : [];
}
