import type { Answer, Calculation, Passage } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import { holdsQuote } from '../holds-quote.js';
import { placesOf, type Question } from '../question.js';

/** A claim that is right, with what it rests on. */
export interface TrueClaim {
  questionId: string;
  question: string;
  text: string;
  passages: Passage[];
  calculations: Calculation[];
  /** An engine's words, or those of the person who wrote the checked answer. */
  from: 'engine' | 'person';
}

/** Claims of an answer that cite something. */
export async function claimsOfAnswer(
  { id, question }: Question,
  { claims, citations, calculations }: Answer,
  { store }: Pick<ToolContext, 'store'>,
): Promise<TrueClaim[]> {
  const stored = await store.passagesById([...new Set(citations.map(({ passageId }) => passageId))]);
  const byId = new Map(stored.map((passage) => [passage.passageId, passage]));
  return claims.flatMap(({ text, citations: numbers, calculations: used }): TrueClaim[] => {
    const cited = citations.filter(({ n }) => numbers.includes(n));
    const passages = [...new Set(cited.flatMap(({ passageId }) => byId.get(passageId) ?? []))];
    const own = calculations.filter(({ n }) => used.includes(n));
    return passages.length === 0
      ? []
      : [{ questionId: id, question, text, passages, calculations: own, from: 'engine' }];
  });
}

/** The checked answer of a question as a claim on its evidence; undefined where that is not all in one index. */
export async function claimOfPerson(
  { id, question, answer, evidence, type }: Question,
  { store }: Pick<ToolContext, 'store'>,
): Promise<TrueClaim | undefined> {
  if (answer.text === '' || evidence.length === 0 || type === 'calc') return undefined;
  const passages: Passage[] = [];
  for (const one of evidence) {
    for (const { plan, quote } of placesOf(one)) {
      const held = (await store.passagesOf(plan)).filter(({ text }) => holdsQuote(text, quote));
      passages.push(...held.slice(0, 1));
    }
  }
  if (passages.length < evidence.length) return undefined;
  const distinct = [...new Map(passages.map((passage) => [passage.passageId, passage])).values()];
  return {
    questionId: id,
    question,
    text: answer.text,
    passages: distinct,
    calculations: [],
    from: 'person',
  };
}
