/**
 * Cuts a text into pieces of at most `limit` characters: between paragraphs where that is possible,
 * else between lines, else anywhere but inside an entity or a surrogate pair.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = cutPoint(rest, limit);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).replace(/^\n+/, '');
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function cutPoint(text: string, limit: number): number {
  const head = text.slice(0, limit);
  for (const boundary of ['\n\n', '\n']) {
    const at = head.lastIndexOf(boundary);
    if (at > 0) return at;
  }
  const torn = /&[a-z]{0,4}$|[\uD800-\uDBFF]$/.exec(head);
  return torn !== null && torn.index > 0 ? torn.index : limit;
}
