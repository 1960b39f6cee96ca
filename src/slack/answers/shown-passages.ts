import type { ToolContext } from '../../tools/tool.js';
import type { KeptAnswer } from './kept-answers.js';
import { createFindNeighbours, type Neighbours } from './neighbours.js';

/** A passage with what stands around it in its plan, and what was quoted from it. */
export interface ShownPassage extends Neighbours {
  planId: string;
  planTitle: string;
  sectionPath: string[];
  page: number | null;
  text: string;
  /** Numbers of the citations that quote it, and their quotes. */
  citations: number[];
  quotes: string[];
}

/** The passages of some citations of an answer as they stood when it was given. */
export function citedPassages(
  { answer, neighbours }: Pick<KeptAnswer, 'answer' | 'neighbours'>,
  numbers: readonly number[],
): ShownPassage[] {
  const shown = new Map<string, ShownPassage>();
  for (const { n, planId, planTitle, sectionPath, page, passage, passageId, quote } of answer.citations) {
    if (!numbers.includes(n)) continue;
    const known = shown.get(passageId);
    if (known === undefined) {
      const around = neighbours[passageId] ?? { before: null, after: null };
      const place = { planId, planTitle, sectionPath, page };
      shown.set(passageId, { ...place, ...around, text: passage, citations: [n], quotes: [quote] });
    } else {
      known.citations.push(n);
      known.quotes.push(quote);
    }
  }
  return [...shown.values()];
}

const findNeighbours = createFindNeighbours();

/** Passages as they stand in the index, for buttons of answers that are no longer kept. */
export async function storedPassages(
  context: ToolContext,
  passageIds: readonly string[],
): Promise<ShownPassage[]> {
  const found = await context.store.passagesById(passageIds);
  const visible = found.filter(({ planId }) => context.planIds.includes(planId));
  const neighbours = await findNeighbours(context, visible);
  return visible.map(({ passageId, planId, sectionPath, page, text }) => ({
    planId,
    planTitle: context.plans.find((plan) => plan.planId === planId)?.title ?? planId,
    sectionPath,
    page,
    text,
    ...(neighbours[passageId] ?? { before: null, after: null }),
    citations: [],
    quotes: [],
  }));
}
