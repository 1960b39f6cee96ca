import { tagWords } from '../../../models/cut-words.js';
import stop from '../../../retrieve/stop-words.json' with { type: 'json' };
import measures from '../measures-asked.json' with { type: 'json' };
import words from './joint-words.json' with { type: 'json' };

interface Token {
  word: string;
  tag: string;
}

const together = new RegExp(words.together);
const asking = new RegExp(words.asking);
const conjunction = /^(?:和|与|跟|及|以及|还有|、)$/;
/** The cutter takes a conjunction along in what it does not know (和文旅). */
const takenAlong = /^(?:和|与|跟|及)(?=\p{Script=Han})/u;
const madeUp = /^(?:x|nz|nr)/;
const clauses = /[，,；;、]/;
const open = new Set([...stop.words, ...measures.asking]);
const most = 4;

/**
 * The matters that a question asks about side by side, each with what the question says of all of them (人才和用地有
 * 什么举措; 人才怎么引、钱从哪来); the text itself where it asks about one, or how several go together.
 */
export function splitMatters(text: string): string[] {
  const parts = text.split(clauses).filter((part) => part.trim() !== '');
  if (parts.length > 1 && parts.length <= most && parts.every((part) => asking.test(part))) return parts;
  if (together.test(text)) return [text];
  const tokens = tokensOf(text);
  const runs = joinedRuns(tokens);
  if (runs.length < 2 || runs.length > most) return [text];
  const [from, to] = [runs[0]?.from ?? 0, runs.at(-1)?.to ?? 0];
  const word = (one: Token | undefined) => one?.word ?? '';
  const before = tokens.slice(0, from).map(word).join('');
  const after = tokens.slice(to).map(word).join('');
  return runs.map((run) => `${before} ${tokens.slice(run.from, run.to).map(word).join('')} ${after}`);
}

function tokensOf(text: string): Token[] {
  return tagWords(text).flatMap((token) =>
    madeUp.test(token.tag) && takenAlong.test(token.word)
      ? [
          { word: token.word.slice(0, 1), tag: 'c' },
          { word: token.word.slice(1), tag: 'n' },
        ]
      : token,
  );
}

/** The runs of words before, between and after conjunctions that follow each other; none where there is none. */
function joinedRuns(tokens: readonly Token[]): { from: number; to: number }[] {
  const first = tokens.findIndex(
    ({ word }, at) => conjunction.test(word) && isContent(tokens[at - 1]) && isContent(tokens[at + 1]),
  );
  if (first < 0) return [];
  let from = first;
  while (isContent(tokens[from - 1])) from -= 1;
  // What is done to all of them (发展 资本市场和保险) is said of each.
  if (from < first - 1 && isDoing(tokens[from]) && !isDoing(tokens[first + 1])) from += 1;
  // What is done (保障和改善民生) is no matter by itself.
  if (from === first - 1 && isDoing(tokens[from]) && isDoing(tokens[first + 1])) return [];
  const runs = [{ from, to: first }];
  let at = first;
  while (conjunction.test(tokens[at]?.word ?? '') && isContent(tokens[at + 1])) {
    const start = at + 1;
    at = start;
    while (isContent(tokens[at])) at += 1;
    runs.push({ from: start, to: at });
  }
  const last = runs.at(-1);
  if (last && last.to > last.from + 1 && tokens[last.to - 1]?.tag === 'v') last.to -= 1;
  return runs;
}

const isDoing = (token: Token | undefined): boolean => token !== undefined && /^vn?$/.test(token.tag);

function isContent(token: Token | undefined): boolean {
  if (token === undefined || open.has(token.word) || conjunction.test(token.word)) return false;
  return (
    /^\p{Script=Han}+$/u.test(token.word) &&
    /^(?:n|v|a|j|l|i|x|b|t|s)/.test(token.tag) &&
    !asking.test(token.word)
  );
}
