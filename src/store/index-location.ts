import { fileURLToPath } from 'node:url';

/** The folder of an index on a disk; undefined for object storage, where there are no folders and no locks. */
export function folderOf(uri: string): string | undefined {
  if (/^file:\/\//i.test(uri)) return fileURLToPath(uri);
  return /^[a-z0-9+]+:\/\//i.test(uri) ? undefined : uri;
}
