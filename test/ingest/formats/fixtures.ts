import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** Names of the plans that are there in several formats, with the Markdown that they were made from. */
export const plansInFormats = {
  'chengdu-finance-2021-2025-digest': 'data/plans/chengdu-finance-2021-2025-digest.md',
  'green-industry-2026-2030': 'test/fixtures/green-industry-2026-2030.md',
} as const;

export function readFixture(name: string): Buffer {
  return readFileSync(path.join(root, 'test/fixtures', name));
}

export function readFromRoot(file: string): Buffer {
  return readFileSync(path.join(root, file));
}

export function fixturePath(name: string): string {
  return path.join(root, 'test/fixtures', name);
}
