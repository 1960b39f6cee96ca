import { describe, expect, it } from 'vitest';
import { keepRecent } from '../src/keep-recent.js';

describe('values that are kept', () => {
  it('are those used last, so many and no more', () => {
    const kept = keepRecent<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    expect(kept.get('a')).toBe(1);
    kept.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([1, undefined, 3]);
  });

  it('are replaced, and can be taken out', () => {
    const kept = keepRecent<string, number>(2);
    kept.set('a', 1);
    kept.set('a', 2);
    expect(kept.get('a')).toBe(2);
    kept.delete('a');
    expect(kept.get('a')).toBeUndefined();
  });
});
