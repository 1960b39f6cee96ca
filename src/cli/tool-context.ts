import { PlanbotError } from '../errors.js';
import { createEmbedder } from '../models/create-embedder.js';
import { createIndicatorIndex } from '../retrieve/indicator-index.js';
import { missingIndex, openStore } from '../store/open-store.js';
import type { ToolContext } from '../tools/tool.js';
import { commandSettings } from './run-command.js';

/**
 * Opens the index for the tools, hands it over, and closes it again.
 * @throws PlanbotError `index_missing`
 */
export async function withToolContext<Result>(
  use: (context: ToolContext) => Promise<Result>,
): Promise<Result> {
  const settings = commandSettings();
  const embedder = await createEmbedder(settings);
  const store = await openStore({ uri: settings.PLANBOT_INDEX, embedderId: embedder.id });
  if (!store) throw missingIndex(settings.PLANBOT_INDEX);
  try {
    const plans = await store.plans();
    const planIds = plans.map((plan) => plan.planId);
    const indicators = createIndicatorIndex(await store.indicators(planIds));
    return await use({ store, embedder, plans, indicators, planIds });
  } finally {
    store.close();
  }
}

/**
 * The plan that an id, or the beginning of one, means.
 * @throws PlanbotError `invalid_arguments` naming the plans that there are
 */
export function planCalled(given: string, { planIds }: Pick<ToolContext, 'planIds'>): string {
  const start = given.replace(/(?:…|\.\.\.)$/, '');
  const meant = planIds.includes(given) ? [given] : planIds.filter((id) => id.startsWith(start));
  if (meant[0] !== undefined && meant.length === 1) return meant[0];
  const known = (meant.length > 1 ? meant : planIds).join(', ') || 'none';
  throw new PlanbotError({
    code: 'invalid_arguments',
    message:
      meant.length > 1
        ? `"${given}" could be several plans: ${known}.`
        : `There is no plan "${given}" in the index. There are: ${known}.`,
    exitCode: 2,
  });
}
