import type { IndicatorReader } from '../src/models/indicator-reader.js';

/** Version of the steps from file to rows: raised when they change, so that unchanged files are read again. */
export const pipelineVersion = 3;

/** What a plan's rows were made from: the steps, the model that read it a second time if one did, and the file. */
export function fingerprintOf(sourceHash: string, reader: IndicatorReader | undefined): string {
  return [pipelineVersion, ...(reader ? [reader.id] : []), sourceHash].join(':');
}

/** The fingerprint of rows that lack the second reading: another run reads the plan again. */
export function unfinished(fingerprint: string): string {
  return `${fingerprint}:unfinished`;
}
