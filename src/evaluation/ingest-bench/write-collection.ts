import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type GeneratedPlan, generatePlan } from './generate-plan.js';

/** Writes a collection of generated plans into a folder; gives them without their texts, and their bytes in all. */
export async function writeCollection(
  folder: string,
  plans: number,
): Promise<{ bytes: number; plans: Omit<GeneratedPlan, 'text'>[] }> {
  await mkdir(folder, { recursive: true });
  const written: Omit<GeneratedPlan, 'text'>[] = [];
  let bytes = 0;
  for (let at = 0; at < plans; at += 1) {
    const { text, ...plan } = generatePlan(at);
    await writeFile(path.join(folder, plan.file), text);
    bytes += Buffer.byteLength(text);
    written.push(plan);
  }
  return { bytes, plans: written };
}
