import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that planbot lies in, the same from its sources and from what they are compiled into. */
export const projectFolder = folderAbove(path.dirname(fileURLToPath(import.meta.url)));

function folderAbove(folder: string): string {
  const isRoot = path.dirname(folder) === folder;
  return isRoot || existsSync(path.join(folder, 'package.json')) ? folder : folderAbove(path.dirname(folder));
}
