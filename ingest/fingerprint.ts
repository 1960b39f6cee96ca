import type { IndicatorReader } from '../src/models/indicator-reader.js';

/** Versions of the steps from file to rows: one is raised when its step changes, so that files are read again. */
const stepVersions = {
  parse: 16,
  structure: 9,
  planRecord: 14,
  chunk: 4,
  indicators: 23,
  audit: 8,
  words: 6,
};

/**
 * What a plan's rows were made from: the steps, the model that read it a second time if one did, and the file.
 * While this stays the same, so do its rows.
 */
export function fingerprintOf(sourceHash: string, reader: IndicatorReader | undefined): string {
  const steps = Object.entries(stepVersions).map(([step, version]) => `${step}${version}`);
  return [steps.join('.'), ...(reader ? [reader.id] : []), sourceHash].join(':');
}

/** The fingerprint of rows that lack the second reading: another run reads the plan again. */
export function unfinished(fingerprint: string): string {
  return `${fingerprint}:unfinished`;
}
