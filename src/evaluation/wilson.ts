/** 97.5 % point of the normal distribution. */
const z = 1.959964;

/**
 * The 95 % interval of a share that was found `found` times of `of`, as fractions (E. B. Wilson, 1927).
 * Undefined without observations.
 */
export function wilsonInterval({ found, of }: { found: number; of: number }): [number, number] | undefined {
  if (of === 0) return undefined;
  const share = found / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
