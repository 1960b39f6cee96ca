import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Whole plans beside the checkout, where somebody has put them; the tests over them need them all. */
const folder = new URL('../../../shared/plans/', import.meta.url).pathname;

/** Files of those plans by plan id; empty where there are none. */
export const originalPlans: ReadonlyMap<string, string> = new Map(
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => [path.parse(name).name, path.join(folder, name)])
    : [],
);

export function readOriginal(planId: string): string {
  const file = originalPlans.get(planId);
  if (file === undefined) throw new Error(`there is no original of ${planId}`);
  return readFileSync(file, 'utf8');
}
