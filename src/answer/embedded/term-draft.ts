import { type Draft, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import type { Understanding } from '../understand/understand.js';
import { asksOnlyFor } from './definition-drafts.js';
import type { Evidence } from './evidence.js';
import { resolveShorthand } from './shorthand.js';
import { shorthandDraft } from './shorthand-draft.js';
import { quotedTerm, termAsked, termInHan } from './term-asked.js';
import { type Explanation, explainTerm } from './term-explained.js';

/** 三带, 四心: a number and what it counts, as plans abbreviate what they list. */
const abbreviation = /[一二两三四五六七八九十][^一二两三四五六七八九十\d\s，。、；：“”？?()（）哪几]/gu;
const longestAbbreviation = 4;
/** An abbreviation that stands in no quotes must be explained at least as plainly as this. */
const leastPlain = 3;
/** What is wanted of a term is what it stands for, whatever else is said of it. */
const asksWhich =
  /(?:是|指|叫|包括|包含|统一|包)(?:的是)?(?:哪|什么|啥)|分别|哪[二两三四五六七八九十]|what (?:is|are|does)|which (?:two|three|four|five|six)/i;

/** What several things together stand for (一核两带) is told by them in order, one term by where it is explained. */
export function explainedDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const isComposite = (resolveShorthand(frame.question)?.parts.length ?? 0) > 1;
  return isComposite && !isSpelledOut(frame, evidence)
    ? (shorthandDraft(frame, evidence) ?? termDraft(frame, evidence))
    : (termDraft(frame, evidence) ?? shorthandDraft(frame, evidence));
}

/**
 * What a plan says that a term of the question stands for: the term in quotes or asked the meaning of, or an
 * abbreviation (三带) that it writes out. Undefined where more than that is asked, or the plan does not say.
 */
function termDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const passages = evidence.neighbours.filter(
    ({ planId }) => frame.plans.length === 0 || frame.plans.includes(planId),
  );
  const term = termInHan(frame.question) ?? quotedTerm(frame.question);
  const explained = term === undefined ? undefined : explainTerm(term, passages);
  const isPlain = (explained?.strength ?? 0) >= leastPlain && asksWhich.test(frame.question);
  const asked = isPlain || (term !== undefined && asksOnlyFor([term], frame)) ? explained : undefined;
  const found = asked ?? abbreviated(frame, passages) ?? meant(frame, passages);
  if (!found) return undefined;
  return emptyDraft({ claims: [quotedClaim(found.text, found.passage)] });
}

function meant(frame: Understanding, passages: Evidence['neighbours']): Explanation | undefined {
  return frame.kind === 'definition'
    ? explainTerm(termAsked(frame.question, frame.phrases), passages)
    : undefined;
}

/** Of the abbreviations that may stand in the question, the longest that the plan writes out. */
function abbreviated(
  { phrases, language }: Understanding,
  passages: Evidence['neighbours'],
): Explanation | undefined {
  // What a dictionary gives for an English word is no abbreviation of the plan.
  const text = language === 'en' ? '' : (phrases[0] ?? '').replace(/\s+/g, '');
  const starts = [...text.matchAll(abbreviation)].map(({ index }) => index);
  const terms = starts.flatMap((start) =>
    Array.from({ length: longestAbbreviation - 1 }, (_, more) => text.slice(start, start + 2 + more)),
  );
  const open = [...new Set(terms)].filter((term) => /^[一二两三四五六七八九十]\p{Script=Han}+$/u.test(term));
  const found = open
    .sort((a, b) => b.length - a.length)
    .map((term) =>
      explainTerm(
        term,
        passages.filter((passage) => introduces(passage.text, term)),
      ),
    );
  return found.find((one) => one !== undefined && one.strength >= leastPlain);
}

/** The plan writes the term in quotes, or opens a line with it. */
function introduces(text: string, term: string): boolean {
  return text.includes(`“${term}”`) || new RegExp(`(?:^|\\n)${term}[。：:]`).test(text);
}

/** The plan puts the members in brackets right after the term: “一行三中心”（…、…）. */
function isSpelledOut({ question }: Understanding, { neighbours }: Evidence): boolean {
  const term = quotedTerm(question);
  return (
    term !== undefined &&
    neighbours.some(({ text }) =>
      new RegExp(`${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[”"]?[（(][^（()）]*、`).test(text),
    )
  );
}
