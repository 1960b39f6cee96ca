import { tagWords } from '../../../models/cut-words.js';
import stop from '../../../retrieve/stop-words.json' with { type: 'json' };
import words from '../measures-asked.json' with { type: 'json' };

const open = new Set([...stop.words, ...words.asking]);
const shortest = 3;
const mostWords = 4;
/** What the cutter may take along from before a word (对科创). */
const particle = /^[对在和与跟把给从将就为](?=.{2})/u;

/** Runs of words of a question, each of a few words with no word of the asking in it. */
export function runsOf(text: string): string[][] {
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
