/** Share of the shorter text's neighbouring characters, punctuation aside, that the longer one has too. */
export function sharedPairs(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const [shorter, longer] = first.size <= second.size ? [first, second] : [second, first];
  return shorter.size === 0 ? 0 : [...shorter].filter((pair) => longer.has(pair)).length / shorter.size;
}

function pairsOf(name: string): Set<string> {
  const text = name.replace(/[\s\p{P}\p{S}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
