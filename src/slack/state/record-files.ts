import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeptRecord, Records } from './state.js';

const fileSchema = z.object({
  id: z.string(),
  value: z.unknown(),
  person: z.string().optional(),
  storedAt: z.number(),
  expiresAt: z.number(),
});
type RecordFile = z.infer<typeof fileSchema>;

/** Records of one kind as files in a folder, one each, readable by planbot's own user alone. */
export function createRecordFiles({ folder, now }: { folder: string; now: () => number }): Records {
  return {
    async put({ id, value, person, ttlMs }) {
      const storedAt = now();
      const record: RecordFile = {
        id,
        value,
        ...(person === undefined ? {} : { person }),
        storedAt,
        expiresAt: storedAt + ttlMs,
      };
      const fresh = join(folder, `${randomUUID()}.new`);
      await writeIn(folder, fresh, JSON.stringify(record));
      await rename(fresh, fileOf(folder, id));
    },
    async get(id) {
      const record = await readRecord(fileOf(folder, id));
      return record !== undefined && record.expiresAt > now() ? record.value : undefined;
    },
    remove: (id) => rm(fileOf(folder, id), { force: true }),
    async list({ person } = {}) {
      const records = await readRecords(folder);
      return records
        .filter((one) => one.expiresAt > now() && (person === undefined || one.person === person))
        .sort((a, b) => a.storedAt - b.storedAt)
        .map(({ expiresAt: _, ...kept }): KeptRecord => kept);
    },
  };
}

/** Each question writes several records: the folder is looked after only where it is missing. */
async function writeIn(folder: string, file: string, content: string): Promise<void> {
  const write = (): Promise<void> => writeFile(file, content, { mode: 0o600 });
  try {
    await write();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await write();
  }
}

/** Removes the records of a folder for which `isOver` holds; returns how many. */
export async function removeRecords(
  folder: string,
  isOver: (record: RecordFile) => boolean,
): Promise<number> {
  const over = (await readRecords(folder)).filter(isOver);
  await Promise.all(over.map(({ id }) => rm(fileOf(folder, id), { force: true })));
  return over.length;
}

async function readRecords(folder: string): Promise<RecordFile[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
  const records: RecordFile[] = [];
  // One after the other: a folder may hold more files than a process may open.
  for (const name of names) {
    const record = await readRecord(join(folder, name));
    if (record !== undefined) records.push(record);
  }
  return records;
}

/** A file that is gone, or that is not one of ours, is no record. */
async function readRecord(file: string): Promise<RecordFile | undefined> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function fileOf(folder: string, id: string): string {
  return join(folder, `${createHash('sha256').update(id).digest('hex').slice(0, 40)}.json`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
