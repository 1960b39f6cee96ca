import type { Plan } from '../records.js';
import { holdsLink } from './verify/holds-link.js';
import { speaksToReader } from './verify/plain-passage.js';

const nameless = '…';

/**
 * A plan under a title that can be shown: its own, or its id where the title would become a link or a
 * mention or speaks to a program, since titles are in answers without having been claimed.
 */
export function withShowableTitle(plan: Plan): Plan {
  const isShowable = (text: string) => !holdsLink(text) && !speaksToReader(text);
  if (isShowable(plan.title)) return plan;
  return { ...plan, title: isShowable(plan.planId) ? plan.planId : nameless };
}
