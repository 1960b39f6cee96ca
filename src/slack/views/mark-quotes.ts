/** A piece of a passage, and whether it was quoted. */
export interface MarkedPiece {
  text: string;
  isQuoted: boolean;
}

/** Takes a passage apart at its quotes; quotes that overlap become one. */
export function markQuotes(passage: string, quotes: readonly string[]): MarkedPiece[] {
  const spans = quotes
    .filter((quote) => quote !== '')
    .map((quote) => ({ start: passage.indexOf(quote), end: passage.indexOf(quote) + quote.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    if (start > at) pieces.push({ text: passage.slice(at, start), isQuoted: false });
    const last = pieces.at(-1);
    const text = passage.slice(Math.max(start, at), end);
    if (last?.isQuoted === true) last.text += text;
    else pieces.push({ text, isQuoted: true });
    at = end;
  }
  if (at < passage.length) pieces.push({ text: passage.slice(at), isQuoted: false });
  return pieces;
}
