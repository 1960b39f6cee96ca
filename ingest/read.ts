import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, PlanbotError } from '../src/errors.js';
import words from './file-endings.json' with { type: 'json' };

/** A plan's file as it stands on the disk. */
export interface SourceFile {
  planId: string;
  file: string;
  bytes: Buffer;
  sourceHash: string;
}

/** Endings of files that a folder of plans is searched for; those that are not read are named with the way out. */
const endings = new Set(words.read.concat(words.named));
/** Larger than any plan with a text layer. */
const largestFile = 200 * 1024 * 1024;

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
    .filter((entry) => !entry.isDirectory() && isPlanFile(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !isHidden(path.relative(location, file)));
  if (files.length === 0)
    throw new PlanbotError({
      code: 'plan_folder_empty',
      message: `The folder ${location} holds no plan. Put .pdf, .docx, .html, .md or .txt files into it, or set PLANBOT_PLANS to another folder.`,
    });
  return files;
}

/** Bytes of all these files; one that cannot be looked at counts nothing, and shows when it is read. */
export async function sizeOfFiles(files: readonly string[]): Promise<number> {
  const sizes = files.map((file) =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Files and folders that begin with a dot belong to programs. */
function isHidden(file: string): boolean {
  return file.split(path.sep).some((part) => part.startsWith('.'));
}

/**
 * Reads one plan file; what is in it shows when it is parsed.
 * @throws PlanbotError `plan_file_unreadable` with the reason
 */
export async function readPlanFile(file: string): Promise<SourceFile> {
  const unreadable = (reason: string, cause?: unknown) =>
    new PlanbotError({ code: 'plan_file_unreadable', message: `${file}: ${reason}`, cause });
  const failed = (error: unknown) => {
    throw unreadable(messageOf(error), error);
  };
  const { size } = await stat(file).catch(failed);
  if (size > largestFile)
    throw unreadable(
      `the file is larger than ${largestFile / 1024 / 1024} MB, which no plan with text is; export it without its pictures`,
    );
  const bytes = await readFile(file).catch(failed);
  const sourceHash = createHash('sha256').update(bytes).digest('hex');
  return { planId: planIdOf(file), file, bytes, sourceHash };
}

/** Office programs keep a `~$` file beside each open document. */
function isPlanFile(name: string): boolean {
  return endings.has(path.extname(name).toLowerCase()) && !name.startsWith('~$');
}

/** A plan's id: its file name without the ending. */
export function planIdOf(file: string): string {
  return path.basename(file, path.extname(file));
}
