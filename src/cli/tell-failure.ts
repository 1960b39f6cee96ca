import type { AnswerRecord } from '../records.js';

/** The answer says that the model failed; what its service said is for whoever set it up. */
export function tellFailure({ modelFailure }: AnswerRecord, write: (line: string) => void): void {
  if (modelFailure) write(`The model did not answer (${modelFailure.reason}): ${modelFailure.message}`);
}
