import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import { matterOf } from './matter.js';
import words from './standing-words.json' with { type: 'json' };

/** Characters that stand on either side of what is put in, and at most in between. */
const shortestEnd = 2;
const longestBetween = 4;
const narrowing = new Set(words.narrowing);

/**
 * The one indicator whose name is what a part of the question says with something put in (服务器规模, 服务器装机规模);
 * none where several are, or where what is put in makes it a narrower thing.
 */
export function lengthened(asked: Asked, matches: readonly IndicatorMatch[]): IndicatorMatch[] {
  const said = matterOf(asked).replace(/\s+/g, '');
  const found = matches.filter(({ name }) => {
    const between = putIn(said, name);
    return between !== undefined && !narrowing.has(between);
  });
  return new Set(found.map(({ name }) => name)).size === 1
    ? found.map((match) => ({ ...match, score: 1, share: 1 }))
    : [];
}

function putIn(said: string, name: string): string | undefined {
  const more = name.length - said.length;
  if (more < 1 || more > longestBetween) return undefined;
  for (let at = shortestEnd; at <= said.length - shortestEnd; at += 1)
    if (name.startsWith(said.slice(0, at)) && name.endsWith(said.slice(at))) return name.slice(at, at + more);
  return undefined;
}
