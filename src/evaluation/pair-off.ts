/**
 * Pairs as many of `wanted` as possible, each with one of `offered` that fits it and that no other takes
 * (augmenting paths, Kuhn 1955). Returns the pairs by what was wanted.
 */
export function pairOff<A, B>(
  wanted: readonly A[],
  offered: readonly B[],
  fits: (wanted: A, offered: B) => boolean,
): Map<A, B> {
  const takenBy = new Map<B, A>();
  const choices = new Map(wanted.map((one) => [one, offered.filter((other) => fits(one, other))]));
  const settle = (one: A, tried: Set<B>): boolean =>
    (choices.get(one) ?? []).some((choice) => {
      if (tried.has(choice)) return false;
      tried.add(choice);
      const holder = takenBy.get(choice);
      if (holder !== undefined && !settle(holder, tried)) return false;
      takenBy.set(choice, one);
      return true;
    });
  for (const one of wanted) settle(one, new Set());
  return new Map([...takenBy].map(([choice, holder]) => [holder, choice]));
}
