import type { GivenFigure } from '../../understand/given-figures.js';
import words from './calculation-terms.json' with { type: 'json' };

const growth = new RegExp(words.growthLead, 'i');
const share = new RegExp(words.shareWords, 'i');

/** Whether the question gives a percentage as a rate of growth (增长13%), which is never a share. */
export function isGrowth({ lead }: Pick<GivenFigure, 'lead'>): boolean {
  return growth.test(lead) && !share.test(lead);
}
