import { foldText } from '../../../models/cut-words.js';
import type { Passage } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Draft } from '../../draft.js';
import { quotedClaim } from '../../quoted-claim.js';
import { splitSentences } from '../../sentences.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { draftOf, passagesMeant } from './entries-draft.js';
import type { Entry } from './entry.js';
import { partsIn } from './named-entries.js';

/** A sentence must say this much of what is asked of the sides. */
const leastSaid = 0.5;
const longestSentence = 200;
const shortestTitle = 3;

/**
 * Places or matters that have sections of their own (附件1 甲地块, 附件2 乙地块): of each what its section says of the
 * thing asked, side by side.
 */
export function sectionSides(frame: Understanding, evidence: Evidence): Draft | undefined {
  const passages = passagesMeant(frame, evidence);
  const titles = [...new Set(passages.flatMap(({ sectionPath }) => sectionPath))].map(foldText);
  const found = partsIn(frame.question, frame.phrases[0] ?? '').flatMap((part) => {
    const said = titled(part, titles);
    const own =
      said === undefined
        ? []
        : passages.filter(({ sectionPath }) => foldText(sectionPath.join('\n')).includes(said));
    return said === undefined ? [] : [{ said, own }];
  });
  const sides = found.filter(({ own }) =>
    found.every((other) => other.own === own || !other.own.some((passage) => own.includes(passage))),
  );
  if (sides.length < 2) return undefined;
  const rest = sides.reduce((text, { said }) => text.replace(said, ' '), foldText(frame.question));
  const entries = sides.flatMap(({ said, own }) => sentenceOn(said, own, rest) ?? []);
  if (entries.length < sides.length) return undefined;
  const lines = entries.map(({ quote, passage, label }) => ({ ...quotedClaim(quote, passage), label }));
  return draftOf([], lines);
}

/** The beginning of a part that stands in a title: 铁西区 of 铁西区改造老旧小区. */
function titled(part: string, titles: readonly string[]): string | undefined {
  for (let length = part.length; length >= shortestTitle; length -= 1) {
    const said = part.slice(0, length);
    if (titles.some((title) => title.includes(said))) return said;
  }
  return undefined;
}

/** The sentence of a section that says most of what is asked; undefined where none says enough. */
function sentenceOn(label: string, passages: readonly Passage[], rest: string): Entry | undefined {
  const terms = queryTerms([rest]);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const scored = passages
    .filter(({ kind }) => kind === 'text')
    .flatMap((passage) =>
      splitSentences(passage.text).map(({ text }) => {
        const said = foldText(text);
        const held = terms.filter(
          ({ word, alternatives }) => said.includes(word) || alternatives.some((one) => said.includes(one)),
        );
        return { passage, text, share: held.reduce((sum, { weight }) => sum + weight, 0) / total };
      }),
    )
    .filter(({ text, share }) => share >= leastSaid && text.length <= longestSentence && /\d/.test(text))
    .sort((a, b) => b.share - a.share || a.text.length - b.text.length);
  const [best] = scored;
  return (
    best && { label, passage: best.passage, quote: best.text, cells: [], context: best.text, family: label }
  );
}
