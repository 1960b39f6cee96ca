import type { Citation, Passage, Plan } from '../../records.js';

/** Numbers the places that checks refer to; one place has one number. */
export interface Citations {
  cite(passage: Passage, quote: string): number;
  all(): Citation[];
}

const longestQuote = 200;

export function createCitations(plans: readonly Plan[]): Citations {
  const titles = new Map(plans.map(({ planId, title }) => [planId, title]));
  const citations: Citation[] = [];
  return {
    cite({ passageId, planId, sectionPath, page, text }, quote) {
      const short = quote.slice(0, longestQuote);
      const known = citations.find((one) => one.passageId === passageId && one.quote === short);
      if (known) return known.n;
      const n = citations.length + 1;
      const planTitle = titles.get(planId) ?? planId;
      citations.push({ n, planId, planTitle, sectionPath, page, quote: short, passage: text, passageId });
      return n;
    },
    all: () => citations,
  };
}
