/** True for a plan that a pattern of the access file names; `*` stands for any characters. */
export function matchesPlan(pattern: string, planId: string): boolean {
  const literal = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 'u').test(planId);
}
