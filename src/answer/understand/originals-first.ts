import type { Plan } from '../../records.js';

/** Of plans that share a name, those that are no digest of another of them: the original's own words count. */
export function originalsFirst(plans: readonly Plan[]): Plan[] {
  return plans.filter((plan) => !plan.digest || !plans.some((other) => isOriginalOf(other, plan)));
}

function isOriginalOf(original: Plan, digest: Plan): boolean {
  return !original.digest && bareTitle(original) === bareTitle(digest);
}

/** The title without what stands in brackets (its years, that it is a digest) and without marks. */
function bareTitle({ title }: Plan): string {
  return title.replace(/[（(【][^）)】]*[）)】]/g, '').replace(/[\s\p{P}]|(?:摘编|摘要|节选|简本)$/gu, '');
}
