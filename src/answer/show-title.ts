import type { Plan } from '../records.js';
import { holdsLink } from './verify/holds-link.js';
import { speaksToReader } from './verify/plain-passage.js';

const nameless = '…';

/**
 * A plan under a title that can be shown: its own, or its id where the title would become a link or a
 * mention or speaks to a program, since titles are in answers without having been claimed.
 */
export function withShowableTitle(plan: Plan): Plan {
  if (isShowable(plan.title)) return plan;
  return { ...plan, title: isShowable(plan.planId) ? plan.planId : nameless };
}

/**
 * The headings above a passage as they can be shown: of one that would become a link or a mention, the words
 * that are left without it.
 */
export function showableHeadings(sectionPath: readonly string[]): string[] {
  return sectionPath.map((heading) => {
    if (isShowable(heading)) return heading;
    const words = links.reduce((rest, link) => rest.replace(link, nameless), heading).trim();
    return isShowable(words) ? words : nameless;
  });
}

/** <target|words>, HTML, [words](target), addresses and mentions. */
const links = [
  /<[^<>]*>?/g,
  /!?\[[^[\]]*\]\s*\([^()]*\)?/g,
  /(?:[a-z]{2,12}:|www\.)[^\s，。；、）)】》]+/gi,
  /@\s?[\p{L}\p{N}_.-]+/gu,
];

function isShowable(text: string): boolean {
  return !holdsLink(text) && !speaksToReader(text);
}
