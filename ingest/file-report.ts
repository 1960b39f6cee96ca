import type { PlanReading } from './read-plan.js';

/**
 * What became of one file: `read` into the index, `unchanged` since the last run, `failed` with the reason in
 * its warnings (what the index had of it stays), `missing` from the disk while its plan is still in the index,
 * or `removed` from the index.
 */
export interface FileReport {
  file: string;
  planId: string;
  status: 'read' | 'unchanged' | 'failed' | 'missing' | 'removed';
  format: string;
  /** Pages in formats that have pages. */
  pages: number | null;
  sections: number;
  passages: number;
  tables: number;
  indicators: number;
  warnings: string[];
  milliseconds: number;
}

/** A report of a file, with what was made of it where it was read. */
export function fileReport({
  file,
  planId,
  status,
  warnings = [],
  milliseconds = 0,
  reading,
}: Pick<FileReport, 'file' | 'planId' | 'status'> &
  Partial<Pick<FileReport, 'warnings' | 'milliseconds'>> & { reading?: PlanReading }): FileReport {
  return {
    file,
    planId,
    status,
    format: reading?.format ?? '',
    pages: reading?.pages ?? null,
    sections: reading?.sections ?? 0,
    passages: reading?.passages ?? 0,
    tables: reading?.tables ?? 0,
    indicators: reading?.indicators ?? 0,
    warnings: reading?.warnings ?? warnings,
    milliseconds,
  };
}
