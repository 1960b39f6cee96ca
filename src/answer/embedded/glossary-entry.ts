import { foldText } from '../../models/cut-words.js';
import type { Passage } from '../../records.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { splitSentences } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import { asksOnlyFor } from './definition-drafts.js';
import type { Evidence } from './evidence.js';
import { isGlossary } from './is-glossary.js';
import { termInHan } from './term-asked.js';

/** An entry of a plan's glossary: the words that it explains, and all of it as it stands. */
interface Entry {
  head: string;
  text: string;
  passage: Passage;
}

const entryHead = /^(?:[（(]?\d{1,3}[）)).、．]\s*|[-•●·]\s*)?([^：:。；，]{2,40})[：:]/;
const quotedTerm = /[“"「『‘']([^”"」』’'“]{2,24})[”"」』’']/g;
const longestEntry = 420;
/** A head without quotes that is shorter may stand in a question by chance. */
const shortestPlain = 3;

/**
 * The entries of the glossary for the terms that a question has in quotes, or whose heads it names. Undefined
 * unless there is one for each term in quotes.
 */
export function glossaryDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const entries = entriesOf(evidence);
  if (entries.length === 0) return undefined;
  const question = plain(frame.question);
  const inHan = termInHan(frame.question);
  const quoted = [...frame.question.matchAll(quotedTerm)].map(([, term = '']) => plain(term));
  const terms = inHan === undefined ? quoted : [plain(inHan)];
  const named = entries.filter(({ head }) => head.length >= shortestPlain && question.includes(head));
  const found = terms.length > 0 ? terms.map((term) => entryFor(term, entries)) : [longest(named)];
  const all = found.every((entry) => entry !== undefined) ? found : [];
  const chosen = [...new Set(all)];
  if (
    chosen.length === 0 ||
    !asksOnlyFor(
      chosen.map(({ head }) => head),
      frame,
    )
  )
    return undefined;
  return emptyDraft({ claims: chosen.map(claimOf), layout: chosen.length > 1 ? 'bullets' : 'sentences' });
}

/** The entry of just this head; otherwise the shortest head that has the term in it. */
function entryFor(term: string, entries: readonly Entry[]): Entry | undefined {
  const holding = entries.filter(({ head }) => head.includes(term) || term.includes(head));
  return holding.sort(
    (a, b) => Math.abs(a.head.length - term.length) - Math.abs(b.head.length - term.length),
  )[0];
}

function longest(entries: readonly Entry[]): Entry | undefined {
  return [...entries].sort((a, b) => b.head.length - a.head.length)[0];
}

function entriesOf({ hits, neighbours }: Evidence): Entry[] {
  const passages = [...hits.map((hit) => hit.passage), ...neighbours].filter(({ sectionPath }) =>
    isGlossary(sectionPath),
  );
  const unique = [...new Map(passages.map((passage) => [passage.passageId, passage])).values()];
  return unique.flatMap(entriesIn);
}

/** Each head with what follows it up to the next: on its own line, and on lines after it. */
function entriesIn(passage: Passage): Entry[] {
  const entries: { head: string; lines: string[] }[] = [];
  for (const line of passage.text.split('\n')) {
    const head = entryHead.exec(line.trim())?.[1];
    if (head !== undefined) entries.push({ head: plain(head), lines: [line] });
    else entries.at(-1)?.lines.push(line);
  }
  return entries
    .map(({ head, lines }) => ({ head, text: lines.join('\n').trim(), passage }))
    .filter(({ text }) => !/[：:]$/.test(text));
}

function claimOf({ text, passage }: Entry): DraftClaim {
  let whole = '';
  for (const sentence of splitSentences(text)) {
    const upTo = text.slice(0, sentence.start + sentence.text.length);
    if (whole !== '' && upTo.length > longestEntry) break;
    whole = upTo;
  }
  return quotedClaim(whole, passage);
}

/** Without quotes, white space and width, which the same term is written with and without. */
function plain(text: string): string {
  return foldText(text).replace(/[“”"'‘’「」『』\s]/g, '');
}
