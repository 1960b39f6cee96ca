import type { AskRequest, Language, Passage } from '../records.js';
import type { Store } from '../store/open-store.js';
import type { Catalogue } from './understand/catalogue.js';
import { detectLanguage } from './understand/detect-language.js';
import { withChinesePlaces } from './understand/english/name-places.js';
import { inPlansLanguage } from './understand/english/rewrite-question.js';
import { resolvePlans } from './understand/resolve-plans.js';

/** A question beyond this length is asked to be shortened; it is a pasted document, not a question. */
export const longestQuestion = 2_000;

/** A request whose questions are in the plans' language, and that says in which to answer. */
export type Worded = AskRequest & { language: Language };

/** A request that asks nothing of the plans: there is nothing to be put into their words. */
export function asWritten(request: AskRequest): Worded {
  const question = request.question.slice(0, longestQuestion);
  return { ...request, question, language: request.language ?? detectLanguage(question) };
}

/** Puts English questions into Chinese, by what the plans say that they name. */
export async function inPlansWords(request: AskRequest, catalogue: Catalogue, store: Store): Promise<Worded> {
  const question = request.question.slice(0, longestQuestion);
  const asked = [...(request.history ?? []), question];
  const language = request.language ?? detectLanguage(question);
  if (asked.every((one) => detectLanguage(one) === 'zh')) return { ...request, question, language };
  const says = await textsOf(asked.join(' '), catalogue, store);
  const put = (text: string) =>
    detectLanguage(text) === 'zh' ? text : inPlansLanguage(text, { ...catalogue, says });
  const written = asked.map(put);
  return { ...request, question: written.at(-1) ?? '', history: written.slice(0, -1), language };
}

/** What the plans say that a text names, or all there are; of too many plans nothing. */
async function textsOf(text: string, catalogue: Catalogue, store: Store): Promise<Catalogue['says']> {
  const { plans } = resolvePlans(withChinesePlaces(text, catalogue), catalogue);
  const planIds = plans.length > 0 ? plans : catalogue.plans.map(({ plan }) => plan.planId);
  if (planIds.length > mostPlansRead) return () => '';
  const texts = new Map<string, string>();
  for (const planId of planIds) texts.set(planId, textOf(await store.passagesOf(planId)));
  return (wanted) => wanted.flatMap((planId) => texts.get(planId) ?? []).join('\n');
}

const mostPlansRead = 8;
/** The passages of a plan stay the same object as long as they are kept in memory. */
const textsKept = new WeakMap<readonly Passage[], string>();

function textOf(passages: readonly Passage[]): string {
  const known =
    textsKept.get(passages) ??
    passages
      .flatMap(({ sectionPath, text }) => [...sectionPath, text])
      .join('\n')
      .replace(/[ \t\u3000]+/g, '');
  textsKept.set(passages, known);
  return known;
}
