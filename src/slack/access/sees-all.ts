import type { Sight } from './sight.js';

/** True where every one of these plans may be shown: what has to hold before an answer is shared. */
export function seesAll(sight: Sight, planIds: Iterable<string>): boolean {
  return [...planIds].every((id) => sight.has(id));
}
