import type { Plan } from '../../records.js';
import type { DraftClaim } from '../draft.js';
import { inPlanWords, placeStems } from '../verify/said-words.js';
import type { Run } from './run.js';

/**
 * Whether a claim is taken from other plans than the question names, without saying whose it is: true of
 * its source, and yet an answer to another question.
 */
export function strays({ text, support }: DraftClaim, { plansAsked, context }: Run): boolean {
  if (plansAsked.length === 0 || support.length === 0) return false;
  const cited = new Set(support.map(({ passage }) => passage.planId));
  if (plansAsked.some((planId) => cited.has(planId))) return false;
  const said = inPlanWords(text);
  return !context.plans.filter(({ planId }) => cited.has(planId)).some((plan) => names(said, plan));
}

function names(said: string, { title, region }: Plan): boolean {
  return said.includes(title) || placeStems(`${title} ${region ?? ''}`).some((stem) => said.includes(stem));
}
