import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { asksForMeasures } from '../asks-for-measures.js';
import type { Evidence } from '../evidence.js';
import { structuralList } from '../list-draft.js';
import { asksForSituation } from '../treatment/aside.js';
import { isOfNoNumber } from './list-wish.js';
import { membersIn } from './members-draft.js';

/** 各落在哪儿, 分别主打什么: of each member something is wanted that its name alone does not tell. */
const asksOfEach = /各(?:自|有|落|在|突出|主打|是做|干|做)|分别(?:在|主打|突出|做|干|负责)|各是做/;
const leastStructural = 0.35;
/** Where the question does not say what is listed (哪四条), paragraphs set out one after the other are rather meant. */
const unnamedBonus = 0.4;
const setOutBonus = 0.2;

/**
 * The list that a question asks for: one that the plan sets out in sections, paragraphs or items, or one that stands in
 * a sentence, whichever fits the question better. Undefined where neither surely does.
 */
export function listingDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  // What is to be done is told by a section of the plan, not by words that one of its sentences joins.
  if (isOfNoNumber(frame) && (asksForMeasures(frame.question) || asksForSituation(frame.question)))
    return undefined;
  const setOut = structuralList(frame, evidence);
  const inSentence = membersIn(frame, evidence);
  if (!inSentence) return undefined;
  if (!setOut || setOut.score < leastStructural) return inSentence.draft;
  if (asksOfEach.test(frame.question)) return setOut.draft;
  const bonus = inSentence.isNamed ? setOutBonus : unnamedBonus;
  return setOut.score + bonus > inSentence.score ? setOut.draft : inSentence.draft;
}
