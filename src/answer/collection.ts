import type { Plan } from '../records.js';
import { createIndicatorIndex, type IndicatorIndex } from '../retrieve/indicator-index.js';
import type { Store } from '../store/open-store.js';
import { withShowableTitle } from './show-title.js';

/** What of an index is held in memory, as of one version of it. */
export interface Collection {
  version: number;
  plans: Plan[];
  indicators: IndicatorIndex;
}

/** Makes the function that gives the collection as it stands now; it is loaded anew when the index changed. */
export function createCollection(store: Store): () => Promise<Collection> {
  let loaded: Collection | undefined;
  return async () => {
    const version = await store.version();
    if (loaded?.version !== version) {
      const plans = (await store.plans()).map(withShowableTitle);
      const rows = await store.indicators(plans.map((plan) => plan.planId));
      loaded = { version, plans, indicators: createIndicatorIndex(rows) };
    }
    return loaded;
  };
}
