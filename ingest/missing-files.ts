import { access } from 'node:fs/promises';
import path from 'node:path';
import type { KnownPlan } from '../src/store/write-index.js';

/** A plan of the index whose file is no longer where it was read from. */
export interface MissingFile {
  planId: string;
  file: string;
}

/**
 * Finds the plans whose files are gone: from one of the folders that are read, or from the disk. Plans of other
 * folders, whose files stand where they stood, are not meant.
 */
export async function findMissingFiles({
  known,
  present,
  paths,
}: {
  known: ReadonlyMap<string, KnownPlan>;
  /** Ids of the plans whose files were found. */
  present: ReadonlySet<string>;
  /** Files and folders that are read. */
  paths: readonly string[];
}): Promise<MissingFile[]> {
  const folders = paths.map((one) => `${path.resolve(one)}${path.sep}`);
  const missing: MissingFile[] = [];
  for (const [planId, { file }] of known) {
    if (present.has(planId)) continue;
    const isFromHere = folders.some((folder) => file.startsWith(folder));
    if (isFromHere || !(await isThere(file))) missing.push({ planId, file });
  }
  return missing.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function isThere(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}
