import type { Finding } from '../../../store/rows.js';
import { compact } from '../../sentences.js';

/** Whether a place that a finding quotes and another are one: the same passage, and words of the one in the other. */
export function holdsQuote(
  { passageId, quote }: Finding['quotes'][number],
  place: { passageId: string; quote: string },
): boolean {
  const [found, stated] = [compact(quote), compact(place.quote)];
  return passageId === place.passageId && (found.includes(stated) || stated.includes(found));
}
