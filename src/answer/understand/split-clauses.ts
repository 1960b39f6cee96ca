/** Conjunctions and marks that part what a question asks for: A和B各是多少, A，B呢, A; B. */
const separators = /[，,；;？?。、]|和|与|以及|及(?=[一-鿿])|(?<![a-z])(?:and|as well as)(?![a-z])/i;

/** The parts of a question that may each name a figure of its own; the whole when there is only one. */
export function splitClauses(text: string): string[] {
  const parts = text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part.length >= 2);
  return parts.length > 1 && parts.length <= 6 ? parts : [];
}
