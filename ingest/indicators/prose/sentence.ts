import { findQuantities, type QuantitySpan } from '../../../src/quantity/find-quantities.js';
import { findPeriods, type PeriodSpan } from '../../../src/quantity/periods.js';

/** A figure in a sentence with the words on either side of it. */
export interface Mention {
  span: QuantitySpan;
  /** What leads to it, from the last clause or figure on. */
  lead: string;
  /** What follows it, up to the clause's end or the next figure. */
  tail: string;
  /** Where its clause starts. */
  clauseStart: number;
  inBracket: boolean;
  /** Joined to the figure before by 、 or 和. */
  listed: boolean;
}

/** A sentence with its figures and the years that it names. */
export interface Sentence {
  text: string;
  mentions: Mention[];
  periods: PeriodSpan[];
}

const clauseMarks = '，,；;。！？!?：:\n';
const title = /《[^《》]{0,80}》/g;

/** Cuts a paragraph into sentences; a stop inside brackets or quotation marks does not end one. */
export function splitSentences(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('（(《'.includes(character)) depth += 1;
    if ('）)》'.includes(character)) depth = Math.max(0, depth - 1);
    const ends = '。！？\n'.includes(character) || (character === '；' && depth === 0);
    if (!ends) continue;
    parts.push(text.slice(start, at + 1));
    start = at + 1;
    depth = 0;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
}

/** Finds the figures of a sentence; what stands in the title of a document is none of them. */
export function readSentence(text: string): Sentence {
  const masked = text.replace(title, (name) => `${'《'.padEnd(name.length - 1, '某')}》`);
  const spans = findQuantities(masked).filter((span) => span.role === 'quantity' || span.role === 'rank');
  const mentions = spans.map((span, at) => {
    const previous = spans[at - 1];
    const next = spans[at + 1];
    const clauseStart = startOfClause(masked, span.start);
    const from = Math.max(clauseStart, previous?.end ?? 0);
    const lead = text.slice(from, span.start);
    const tail = text.slice(span.end, endOfClause(masked, span.end, next?.start));
    const inBracket = isInBracket(masked, span.start);
    const listed =
      previous !== undefined && previous.end >= clauseStart && /^\s*(?:[、和及]|以及)/.test(lead);
    return {
      span: { ...span, raw: text.slice(span.start, span.end) },
      lead,
      tail,
      clauseStart,
      inBracket,
      listed,
    };
  });
  return { text, mentions, periods: findPeriods(masked) };
}

function startOfClause(text: string, position: number): number {
  let depth = 0;
  for (let at = position - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if ('）)'.includes(character)) depth += 1;
    else if ('（('.includes(character)) {
      if (depth === 0) return at + 1;
      depth -= 1;
    } else if (depth === 0 && clauseMarks.includes(character)) return at + 1;
  }
  return 0;
}

function endOfClause(text: string, position: number, next: number | undefined): number {
  let depth = 0;
  for (let at = position; at < text.length; at += 1) {
    if (at === next) return at;
    const character = text.charAt(at);
    if ('（('.includes(character)) depth += 1;
    else if ('）)'.includes(character)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && clauseMarks.includes(character)) return at;
  }
  return text.length;
}

function isInBracket(text: string, position: number): boolean {
  const before = text.slice(0, position);
  return (
    Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
    Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))
  );
}
