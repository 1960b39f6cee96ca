import { keepRecent } from '../keep-recent.js';
import { foldText } from '../models/cut-words.js';
import vocabulary from '../vocabulary/indicators.json' with { type: 'json' };

/** A name of the vocabulary as a text says it. */
export interface MentionedIndicator {
  canonicalName: string;
  text: string;
}

/** Vocabulary names in the question, the longest at each place: what stands inside a longer one is not said. */
export function mentionedIndicators(text: string): MentionedIndicator[] {
  const known = mentions.get(text) ?? findMentions(text);
  mentions.set(text, known);
  return known;
}

const mentions = keepRecent<string, MentionedIndicator[]>(200);

function findMentions(text: string): MentionedIndicator[] {
  const found = vocabularyIn(text).flatMap(({ canonicalName, text: alias }) => {
    const start = text.indexOf(alias);
    return start >= 0 ? [{ canonicalName, text: alias, start }] : [];
  });
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.text.length > one.text.length &&
          other.start <= one.start &&
          other.start + other.text.length >= one.start + one.text.length,
      ),
  );
}

/** Names and aliases in the vocabulary's order. */
const vocabularyNames = vocabulary.flatMap(({ name, aliases }) =>
  [
    name,
    ...aliases.map((alias) => foldText(alias).replace(/\s+/g, '')).filter((alias) => alias.length >= 2),
  ].map((text) => ({ canonicalName: name, text })),
);
/** Where names that begin with the same two characters stand in that order. */
const byBeginning = new Map<string, number[]>();
for (const [at, { text }] of vocabularyNames.entries()) {
  const beginning = text.slice(0, 2);
  byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), at]);
}

/** Names that may stand in a text, since their beginnings do. */
function vocabularyIn(text: string): typeof vocabularyNames {
  const beginnings = new Set(
    Array.from({ length: text.length }, (_, at) => [text.charAt(at), text.slice(at, at + 2)]).flat(),
  );
  const places = [...beginnings].flatMap((beginning) => byBeginning.get(beginning) ?? []);
  return places.sort((a, b) => a - b).flatMap((at) => vocabularyNames[at] ?? []);
}
