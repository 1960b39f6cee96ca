import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, PlanbotError } from '../src/errors.js';

/** A plan's file, decoded. */
export interface SourceFile {
  planId: string;
  file: string;
  format: 'text' | 'markdown';
  text: string;
  sourceHash: string;
}

const formats: Record<string, SourceFile['format']> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
};

/**
 * Lists the plan files at the given files and folders.
 * @throws PlanbotError `plan_folder_missing`, `plan_folder_empty`, `plan_id_duplicate`
 */
export async function listPlanFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const one of paths) files.push(...(await filesAt(one)));
  const sorted = [...new Set(files.map((file) => path.resolve(file)))].sort();
  const byId = new Map<string, string>();
  for (const file of sorted) {
    const planId = planIdOf(file);
    const other = byId.get(planId);
    if (other)
      throw new PlanbotError({
        code: 'plan_id_duplicate',
        message: `Two files have the plan id "${planId}": ${other} and ${file}. Rename one of them; a plan's id is its file name without the ending.`,
      });
    byId.set(planId, file);
  }
  return sorted;
}

async function filesAt(location: string): Promise<string[]> {
  const info = await stat(location).catch((error: unknown) => {
    throw new PlanbotError({
      code: 'plan_folder_missing',
      message: `There is no file or folder ${location}. Name an existing one, or set PLANBOT_PLANS to the folder with your plans.`,
      cause: error,
    });
  });
  if (!info.isDirectory()) return [location];
  const entries = await readdir(location, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => !entry.isDirectory() && formatOf(entry.name) !== undefined)
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !isHidden(path.relative(location, file)));
  if (files.length === 0)
    throw new PlanbotError({
      code: 'plan_folder_empty',
      message: `The folder ${location} holds no plan. Put .txt or .md files into it, or set PLANBOT_PLANS to another folder.`,
    });
  return files;
}

/** Files and folders that begin with a dot belong to programs. */
function isHidden(file: string): boolean {
  return file.split(path.sep).some((part) => part.startsWith('.'));
}

/**
 * Reads and decodes one plan file.
 * @throws PlanbotError `plan_file_unreadable` with the reason
 */
export async function readPlanFile(file: string): Promise<SourceFile> {
  const unreadable = (reason: string, cause?: unknown) =>
    new PlanbotError({ code: 'plan_file_unreadable', message: `${file}: ${reason}`, cause });
  const format = formatOf(file);
  if (!format) throw unreadable('this format is not read; convert it to .txt or .md first');
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadable(messageOf(error), error);
  });
  if (bytes.includes(0))
    throw unreadable('this is not a text file (it holds zero bytes); save it as UTF-8 text');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable('this is not UTF-8 text; save it as UTF-8', error);
  }
  if (text.trim() === '') throw unreadable('the file is empty');
  const sourceHash = createHash('sha256').update(bytes).digest('hex');
  return { planId: planIdOf(file), file, format, text, sourceHash };
}

function formatOf(file: string): SourceFile['format'] | undefined {
  return formats[path.extname(file).toLowerCase()];
}

/** A plan's id: its file name without the ending. */
export function planIdOf(file: string): string {
  return path.basename(file, path.extname(file));
}
