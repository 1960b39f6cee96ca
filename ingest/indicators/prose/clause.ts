const longestSentence = 1_500;
const sentenceMarks = /[（(《）)》。！？\n；]/g;
const clauseMarks = '，,；;。！？!?：:\n';

/** Cuts a paragraph into sentences; a stop inside brackets does not end one. */
export function splitSentences(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: character, index: at } of text.matchAll(sentenceMarks)) {
    if ('（(《'.includes(character)) depth += 1;
    if ('）)》'.includes(character)) depth = Math.max(0, depth - 1);
    const ends = '。！？\n'.includes(character) || (character === '；' && depth === 0);
    if (!ends) continue;
    parts.push(text.slice(start, at + 1));
    start = at + 1;
    depth = 0;
  }
  return [...parts, text.slice(start)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(cutOverlong);
}

/** What never ends a sentence is no sentence: it is cut, so that the work stays linear in the text. */
function cutOverlong(sentence: string): string[] {
  if (sentence.length <= longestSentence) return [sentence];
  const at = sentence.lastIndexOf('，', longestSentence);
  const end = at > longestSentence / 2 ? at + 1 : longestSentence;
  const parts: string[] = [];
  for (let start = 0; start < sentence.length; start += end) parts.push(sentence.slice(start, start + end));
  return parts;
}

/** Where the clause that holds `position` starts: after a comma, or inside a bracket. */
export function startOfClause(text: string, position: number): number {
  let depth = 0;
  for (let at = position - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if ('）)'.includes(character)) depth += 1;
    else if ('（('.includes(character)) {
      if (depth === 0) return at + 1;
      depth -= 1;
    } else if (depth === 0 && isMark(text, at)) return at + 1;
  }
  return 0;
}

/** Where the clause that holds `position` ends, or where `next` stands if that comes first. */
export function endOfClause(text: string, position: number, next: number | undefined): number {
  let depth = 0;
  for (let at = position; at < text.length; at += 1) {
    if (at === next) return at;
    const character = text.charAt(at);
    if ('（('.includes(character)) depth += 1;
    else if ('）)'.includes(character)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && isMark(text, at)) return at;
  }
  return text.length;
}

export function isInBracket(text: string, position: number): boolean {
  const before = text.slice(0, position);
  const opens = Math.max(before.lastIndexOf('（'), before.lastIndexOf('('));
  return opens > Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'));
}

/** A comma or colon between digits is part of a number. */
function isMark(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (!clauseMarks.includes(character)) return false;
  return !(',:'.includes(character) && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}
