import type { Language, Passage, Plan } from '../../../records.js';
import { fillTemplate } from '../fill-template.js';
import { periodOf } from './list-plans.js';

const mostParts = 12;
const longestPart = 40;

/** What a plan is, which parts it has and what may be asked of it. */
export function planCard(
  plan: Plan,
  passages: readonly Passage[],
  example: string,
  language: Language,
): string {
  const facts = [plan.issuer ?? plan.region ?? '', periodOf(plan, language) ?? ''].filter(
    (one) => one !== '',
  );
  const parts = [
    ...new Set(passages.flatMap(({ sectionPath: [first] }) => (first === undefined ? [] : [first]))),
  ].filter((title) => title.length <= longestPart && title !== plan.title);
  const shown = parts.slice(0, mostParts).map((title) => title.replace(/\s+/g, ' '));
  const gap = language === 'zh' ? '；' : '; ';
  return fillTemplate(language, 'planCard', {
    title: plan.title,
    facts: facts.join(language === 'zh' ? '，' : ', '),
    parts: `${shown.join(gap)}${parts.length > mostParts ? '…' : ''}`,
    count: plan.indicators,
    example,
  });
}
