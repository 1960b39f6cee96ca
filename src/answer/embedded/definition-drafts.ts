import { queryTerms } from '../../retrieve/query-terms.js';
import { type Draft, emptyDraft } from '../draft.js';
import { compact, splitSentences } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { factDraft, factSentences, verbatimClaim } from './extract-drafts.js';
import { fillTemplate } from './fill-template.js';
import { isDefinition } from './sentence-fit.js';
import { quotedTerm, termAsked, termInHan } from './term-asked.js';

/** What is asked is the meaning and nothing else; “是什么” alone may ask for a fact. */
const asksMeaning =
  /什么是|啥是|意思|指什么|指啥|指的是|是指|定义|含义|内涵|何谓|什么叫|啥叫|解释|\b(?:mean(?:s|ing)?|defin(?:e|es|ition))\b/i;
const mentionsShown = 2;
const numberedTitle = /^(?:第.{1,3}[章节篇]|[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]).{0,24}$/;
const longestTerm = 14;

/** The sentences that answer a question of meaning, where the first of them does explain the term. */
export function explanationDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const [best] = factSentences(frame, evidence, 1);
  const explains = best !== undefined && isDefinition(best.text, termAsked(frame.question, frame.phrases));
  return explains ? factDraft(frame, evidence) : undefined;
}

/**
 * A term whose meaning is asked for, that the plans use and explain nowhere: refused, with the sentences that
 * use it. Undefined where more than the meaning is asked for, or the term stands nowhere.
 */
export function unexplainedDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const term = termAsked(frame.question, frame.phrases).replace(/[“”"']/g, '');
  if (!asksMeaning.test(frame.question) || term.length < 2 || term.length > longestTerm) return undefined;
  const wanted = compact(term);
  const mentions = evidence.hits.flatMap(({ passage }) =>
    splitSentences(passage.text)
      .filter(({ text }) => !numberedTitle.test(text) && compact(text).includes(wanted))
      .map(({ text }) => ({ passage, text, coverage: 1 })),
  );
  if (mentions.length === 0) return undefined;
  return emptyDraft({
    status: 'refused',
    reason: 'not_in_plans',
    lead: fillTemplate(frame.language, 'notExplained', { term }),
    claims: mentions.slice(0, mentionsShown).map((one) => verbatimClaim(one, [])),
    layout: 'bullets',
  });
}

/** The draft, where a sentence that it quotes with the term in quotes lists something beside it: members, not other matters. */
export function listedAt(
  { question }: Pick<Understanding, 'question'>,
  draft: Draft | undefined,
): Draft | undefined {
  const term = quotedTerm(question);
  if (!draft || term === undefined) return draft;
  const parts = draft.claims.flatMap(({ text }) => plainTerm(text).split(/[。；]/));
  const holding = parts.filter((part) => part.includes(plainTerm(term)));
  return holding.length === 0 || holding.some((part) => /、|包括|指|：/.test(part)) ? draft : undefined;
}

/** The draft, where what it cites holds the term that the question has in quotes: another term is no answer. */
export function ofTerm(
  { question }: Pick<Understanding, 'question'>,
  draft: Draft | undefined,
): Draft | undefined {
  const term = termInHan(question) ?? quotedTerm(question);
  // A plan does not have the English words for its terms.
  if (!draft || term === undefined || !/\p{Script=Han}/u.test(term)) return draft;
  const wanted = plainTerm(term);
  const places = draft.claims.flatMap(({ support }) => support.map(({ passage }) => passage));
  const holds = places.some(({ sectionPath, text }) =>
    plainTerm([...sectionPath, text].join('\n')).includes(wanted),
  );
  return holds ? draft : undefined;
}

function plainTerm(text: string): string {
  return compact(text)
    .replace(/[“”"'‘’]/g, '')
    .toLowerCase();
}

/** Outside questions of meaning, a term with more to it (“X”建设有哪些任务) is not asked for its meaning. */
export function asksOnlyFor(
  terms: readonly string[],
  { kind, phrases, background }: Pick<Understanding, 'kind' | 'phrases' | 'background'>,
): boolean {
  if (kind === 'definition') return true;
  const known = compact(terms.join(' '))
    .replace(/[“”"']/g, '')
    .toLowerCase();
  const open = queryTerms(phrases.slice(0, 1), background).filter(
    ({ word }) => !known.includes(word.replace(/[“”"']/g, '')) && !/[一二两三四五六七八九十\d]/.test(word),
  );
  return open.length === 0;
}
