import type { Passage } from '../../records.js';
import type { IndicatorIndex } from '../../retrieve/indicator-index.js';
import type { ToolContext } from '../../tools/tool.js';

/** What stands before and after a passage in its plan. */
export interface Neighbours {
  before: string | null;
  after: string | null;
}

/** Finds the neighbours of passages, by passage id; a passage that is not in the index has no entry. */
export type FindNeighbours = (
  context: ToolContext,
  cited: readonly { planId: string; passageId: string }[],
) => Promise<Record<string, Neighbours>>;

/** Plans whose passages are held at a time. */
const planLimit = 16;

/** Creates the look-up; it holds the passages of the plans that were cited lately, as of one state of the index. */
export function createFindNeighbours(): FindNeighbours {
  // An index that was written anew comes with another object.
  const held = new WeakMap<IndicatorIndex, Map<string, Promise<Passage[]>>>();
  const passagesOf = ({ indicators, store }: ToolContext, planId: string): Promise<Passage[]> => {
    const plans = held.get(indicators) ?? new Map<string, Promise<Passage[]>>();
    held.set(indicators, plans);
    const passages = plans.get(planId) ?? store.passagesOf(planId);
    plans.delete(planId);
    plans.set(planId, passages);
    const [oldest] = plans.keys();
    if (plans.size > planLimit && oldest !== undefined) plans.delete(oldest);
    return passages;
  };
  return async (context, cited) => {
    const wanted = new Set(cited.map(({ passageId }) => passageId));
    const entries: [string, Neighbours][] = [];
    for (const planId of new Set(cited.map((one) => one.planId))) {
      const passages = await passagesOf(context, planId);
      for (const [at, { passageId }] of passages.entries())
        if (wanted.has(passageId)) entries.push([passageId, around(passages, at)]);
    }
    return Object.fromEntries(entries);
  };
}

function around(passages: readonly Passage[], at: number): Neighbours {
  return { before: passages[at - 1]?.text ?? null, after: passages[at + 1]?.text ?? null };
}
