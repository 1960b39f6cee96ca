import { foldText } from '../../../models/cut-words.js';
import type { Passage } from '../../../records.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import { type Draft, emptyDraft } from '../../draft.js';
import { quotedClaim } from '../../quoted-claim.js';
import { splitSentences } from '../../sentences.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import { isGlossary } from '../is-glossary.js';
import { titledLines } from '../line-titles.js';
import { plainText, shareSaid, shareSaidIn } from '../share-said.js';
import { alikeList, type InlineList, inlineLists } from './inline-lists.js';
import { countsIn, listFit } from './list-fit.js';
import { type ListWish, listWish } from './list-wish.js';

/** A sentence that lists things side by side. */
interface Listing {
  passage: Passage;
  text: string;
  /** Share of the question that it says. */
  said: number;
  /** How well it answers: what of the question it says, and how well its list fits what is asked for. */
  score: number;
}

/** What a list in a sentence must reach to be surely meant, by whether things are counted, and perhaps meant. */
const leastScore = { counted: 1.15, open: 1.05, said: 0.55, fair: 0.8, near: 0.6 };
/** What only the headings above a sentence, or the sentence before it, say counts less. */
const aroundShare = 0.5;
/** What the search found first is rather meant. */
const rankShare = 0.15;
/** Words that the cutter does not know (项目池) are told by their characters. */
const pairShare = 0.3;
/** The least that the sentence itself must say of the question. */
const leastSaid = 0.3;
const longestSentence = 230;
const longestLead = 26;

/** The sentence whose list surely answers the question, with how well it fits and whether the question names what is listed. */
export function membersIn(
  frame: Understanding,
  evidence: Evidence,
): { draft: Draft; score: number; isNamed: boolean } | undefined {
  const wish = listWish(frame.question, frame.phrases[0] ?? '');
  const best = bestListing(frame, evidence, wish);
  const least = wish.count === undefined ? leastScore.open : leastScore.counted;
  if (!best || best.said < leastScore.said || best.score < least) return undefined;
  return { draft: draftOf(best, wish, frame), score: best.score, isNamed: wish.noun !== undefined };
}

/** The sentence with the list that comes nearest to what is asked for, where nothing surely answers. */
export function nearestListDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const wish = listWish(frame.question, frame.phrases[0] ?? '');
  // The plan may list more or fewer than the question says.
  const wishes = wish.count === undefined ? [wish] : [wish, { ...wish, count: undefined }];
  const found = wishes
    .map((one) => bestListing(frame, evidence, one))
    .find((one) => one !== undefined && one.said >= leastScore.near && one.score >= leastScore.fair);
  return found && draftOf(found, wish, frame);
}

/** Where the sentence neither lists nor names as many as the question says, the answer says so. */
function draftOf({ text, passage }: Listing, { count, noun }: ListWish, { language }: Understanding): Draft {
  const fits =
    count === undefined ||
    [...inlineLists(text), ...alikeLists(text, { count, noun })].some(
      ({ members }) => members.length === count,
    ) ||
    countsIn(text, count);
  return emptyDraft({
    claims: [{ ...quotedClaim(text, passage), counts: count === undefined ? [] : [count] }],
    lead: fits ? null : fillTemplate(language, 'otherCount', { count }),
  });
}

/** Of all sentences of the plans read, the one whose list fits best what the question wants listed. */
function bestListing(frame: Understanding, evidence: Evidence, wish: ListWish): Listing | undefined {
  const terms = withoutNumbers(queryTerms(frame.phrases, frame.background));
  const found = evidence.hits.map(({ passage }) => passage);
  const ranks = new Map(evidence.hits.map(({ passage, score }) => [passage.passageId, score]));
  const top = Math.max(...ranks.values(), 1e-9);
  // Where a part of the plan is named (专栏5), the search keeps to it.
  const passages = (frame.parts.length > 0 ? found : [...found, ...evidence.neighbours]).filter(
    ({ planId, kind }) => kind === 'text' && (frame.plans.length === 0 || frame.plans.includes(planId)),
  );
  const pairs = pairsOf(frame.phrases[0] ?? '');
  let best: Listing | undefined;
  for (const passage of new Map(passages.map((one) => [one.passageId, one])).values())
    for (const { text, lead, plain, around, lists: inside } of sentencesOf(passage)) {
      const own = shareSaidIn(plain, terms);
      if (own < leastSaid) continue;
      const lists = [...inside, ...alikeLists(text, wish)];
      if (lists.length === 0) continue;
      const said = own + aroundShare * (shareSaidIn(around, terms) - own);
      const alike = pairShare * sharedPairs(pairs, text);
      const rank = (rankShare * (ranks.get(passage.passageId) ?? 0)) / top;
      const fit = Math.max(
        ...lists.map((list) => fitHere(list, wish, own, shareSaid(lead + list.place, terms))),
      );
      const score = said + fit + rank + alike;
      if (score > (best?.score ?? 0)) best = { passage, text: shortened(text), said, score };
    }
  return best;
}

/** A list far from what its sentence says of the question gains less by its form. */
function fitHere(list: InlineList, wish: ListWish, own: number, near: number): number {
  const fit = listFit(list, wish);
  return fit <= 0 ? fit : fit * Math.min(1, 0.4 + (0.6 * near) / Math.max(own, 0.01));
}

/** Where things are counted, those too are a list that only end as the question calls them. */
function alikeLists(sentence: string, { count, noun }: ListWish): InlineList[] {
  if (count === undefined || noun === undefined) return [];
  return [...alikeList(sentence, noun.slice(-1)), ...alikeList(sentence, noun)];
}

/** How many there are is a matter of the list, not of its words. */
function withoutNumbers(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const left = terms.filter(
    ({ word }) => !/^[一二两三四五六七八九十\d]+[\p{Script=Han}]?$/u.test(word) && !/^几/.test(word),
  );
  return left.length > 0 ? left : terms;
}

function pairsOf(phrase: string): string[] {
  const plain = foldText(phrase).replace(/[^\p{Script=Han}]/gu, '');
  return [
    ...new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2))),
  ];
}

function sharedPairs(pairs: readonly string[], text: string): number {
  return pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length);
}

interface Listed {
  text: string;
  /** The title that its paragraph opens with. */
  lead: string;
  /** The two of them, and with what stands above and before, ready to be compared. */
  plain: string;
  around: string;
  lists: InlineList[];
}

/** Passages stay the same from one question to the next. */
const known = new WeakMap<Passage, Listed[]>();

function sentencesOf(passage: Passage): Listed[] {
  const sentences = known.get(passage) ?? readSentences(passage);
  known.set(passage, sentences);
  return sentences;
}

function readSentences(passage: Passage): Listed[] {
  if (isGlossary(passage.sectionPath)) return [];
  return titledLines(passage.text, passage.sectionPath).flatMap(({ titles, line }) => {
    const sentences = splitSentences(line).map(({ text }) => text);
    const above = [...passage.sectionPath, ...titles].join(' ');
    const [first = ''] = sentences;
    const title = first.length <= longestLead ? first : '';
    const listed = title === '' || sentences.length === 1 ? sentences : sentences.slice(1);
    return listed.map((text, at) => {
      const lead = text === title ? '' : title;
      const before = `${above} ${title} ${listed[at - 1] ?? ''}`;
      return {
        text,
        lead,
        plain: plainText(lead + text),
        around: plainText(before + text),
        lists: inlineLists(text),
      };
    });
  });
}

/** Of a long sentence the clauses between semicolons that hold its lists. */
function shortened(sentence: string): string {
  if (sentence.length <= longestSentence) return sentence;
  const parts = sentence.split(/(?<=；)/);
  const lists = parts.map((part) => inlineLists(part).reduce((sum, { members }) => sum + members.length, 0));
  const at = lists.indexOf(Math.max(...lists));
  return (parts[at] ?? sentence).replace(/；$/, '');
}
