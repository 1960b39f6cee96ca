import type { Collection } from '../answer/collection.js';
import { messageOf } from '../errors.js';
import { loadEnglishDictionary } from '../models/english-dictionary.js';
import type { Ask } from '../records.js';
import questions from './warm-up-questions.json' with { type: 'json' };

/** Beside loading, nobody waits longer than this for the start. */
const limitMs = 3_000;

/**
 * Loads what is read when first needed, and asks the embedded engine what people may ask of the plans there
 * are, so that the first of them does not wait for code that is still being compiled. Never throws.
 */
export async function warmUp({
  ask,
  collection,
  log,
}: {
  ask: Ask;
  collection: () => Promise<Collection>;
  log: (message: string) => void;
}): Promise<void> {
  try {
    await exercise(ask, collection);
  } catch (error) {
    // Whoever asks that will be told; everybody else can be answered.
    log(`the engine is not warmed up: ${messageOf(error)}`);
  }
}

async function exercise(ask: Ask, collection: () => Promise<Collection>): Promise<void> {
  loadEnglishDictionary();
  const { plans, indicators } = await collection();
  const end = performance.now() + limitMs;
  for (const [at, template] of questions.entries()) {
    const plan = plans[at % plans.length];
    if (plan === undefined || performance.now() > end) return;
    const names = indicators.groups.filter(({ planId }) => planId === plan.planId).map(({ name }) => name);
    const question = template
      .replace('{place}', plan.region ?? plan.title)
      .replace('{indicator}', names[at % names.length] ?? '');
    await ask({ question, engine: 'embedded' });
  }
}
