import { foldText, tagWords } from '../../models/cut-words.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import stop from '../../retrieve/stop-words.json' with { type: 'json' };
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import words from './measures-asked.json' with { type: 'json' };

/** The matter of a question in as many words as the plans use for it together (绿色保险, not 绿色 and 保险). */
export interface Topic {
  /** The phrase and what it is also called. */
  names: string[];
  /** Its words, which may stand a little apart (金融改革先行试验区). */
  parts: string[];
}

const open = new Set([...stop.words, ...words.asking]);
const shortest = 3;
const mostWords = 4;
/** What the cutter may take along from before a word (对科创). */
const particle = /^[对在和与跟把给从将就为](?=.{2})/u;
/** Characters that may stand between the words of a phrase. */
const apart = 6;

/** The longest run of words of the question that one of the texts holds; undefined when none does. */
export function topicOf(frame: Understanding, texts: readonly string[]): Topic | undefined {
  const folded = texts.map((text) => compact(foldText(text)));
  const found = runsOf(foldText(frame.phrases[0] ?? ''))
    .map((parts) => ({ parts, names: [parts.join(''), ...alternativesOf(parts.join(''))] }))
    .filter(({ names }) => names.some((name) => folded.some((text) => text.includes(name))))
    .filter(({ names: [name = ''] }) => !frame.background.includes(name));
  return found.sort((a, b) => (b.names[0]?.length ?? 0) - (a.names[0]?.length ?? 0))[0];
}

/** How surely a text speaks of the topic: 1 by its name, less where its words stand a little apart, 0 not at all. */
export function speaksOf(text: string, { names, parts }: Topic): number {
  const plain = compact(foldText(text));
  if (names.some((name) => plain.includes(name))) return 1;
  if (parts.length < 2) return 0;
  let from = plain.indexOf(parts[0] ?? '');
  for (; from >= 0; from = plain.indexOf(parts[0] ?? '', from + 1)) {
    let at = from + (parts[0]?.length ?? 0);
    const follows = parts.slice(1).every((part) => {
      const next = plain.indexOf(part, at);
      const isNear = next >= 0 && next - at <= apart && !/[。；]/.test(plain.slice(at, next));
      at = next + part.length;
      return isNear;
    });
    if (follows) return 0.7;
  }
  return 0;
}

/** Runs of words of a question, each of a few words with no word of the asking in it. */
function runsOf(text: string): string[][] {
  const runs: string[][] = [[]];
  for (const { word } of tagWords(text)) {
    const bare = word.replace(particle, '');
    if (/^\p{Script=Han}{2,}$/u.test(bare) && !open.has(bare)) {
      if (bare !== word) runs.push([]);
      runs.at(-1)?.push(bare);
    } else runs.push([]);
  }
  return runs.flatMap((run) =>
    run.flatMap((_, from) =>
      Array.from({ length: Math.min(mostWords, run.length - from) }, (__, count) =>
        run.slice(from, from + count + 1),
      ).filter((parts) => parts.join('').length >= shortest),
    ),
  );
}

function alternativesOf(name: string): string[] {
  return queryTerms([name]).find(({ word }) => word === name)?.alternatives ?? [];
}
