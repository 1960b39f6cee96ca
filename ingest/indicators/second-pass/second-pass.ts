import { messageOf } from '../../../src/errors.js';
import type { IndicatorReader, ReadIndicator } from '../../../src/models/indicator-reader.js';
import { findQuantities } from '../../../src/quantity/find-quantities.js';
import type { Passage } from '../../../src/records.js';
import type { PlacedFigure } from '../placed-figure.js';
import type { PlanFrame } from '../plan-frame.js';
import { checkReading } from './check-reading.js';
import { isKnown } from './is-known.js';

/** What a model's second reading of a plan brought. */
export interface SecondPass {
  added: PlacedFigure[];
  /** Passages that the model was asked about. */
  asked: number;
  /** Rows that were not in the passage as the model said, a reason each. */
  dropped: string[];
  /** Why the reading ended early; undefined when it did not. */
  failure: string | undefined;
}

/** Passages that are read at the same time. */
const lanes = 4;

/**
 * Lets a model read every passage that holds figures, and keeps what the rules missed. A row counts only if
 * its quote, its figure and its name stand in the passage. A failing service ends the reading; what was read
 * until then stays.
 */
export async function readAgain({
  reader,
  frame,
  passages,
  known,
}: {
  reader: IndicatorReader;
  frame: PlanFrame;
  passages: readonly Passage[];
  known: readonly PlacedFigure[];
}): Promise<SecondPass> {
  const result: SecondPass = { added: [], asked: 0, dropped: [], failure: undefined };
  const waiting = passages.filter(({ text }) => findQuantities(text).some(({ role }) => role === 'quantity'));
  const readNext = async (): Promise<void> => {
    const passage = result.failure === undefined ? waiting.shift() : undefined;
    if (!passage) return;
    result.asked += 1;
    const read = await readOne({ reader, frame, passage }).catch((error: unknown) => {
      result.failure ??= messageOf(error);
    });
    const here = known.filter(({ place }) => place.passage.passageId === passage.passageId);
    take({ read: read ?? [], passage, frame, known: here, result });
    return readNext();
  };
  await Promise.all(Array.from({ length: lanes }, readNext));
  return result;
}

function readOne({
  reader,
  frame,
  passage,
}: {
  reader: IndicatorReader;
  frame: PlanFrame;
  passage: Passage;
}): Promise<ReadIndicator[]> {
  const { sectionPath, text } = passage;
  const period = frame.start === null ? '—' : `${frame.start}–${frame.end}`;
  return reader.read({ region: frame.region ?? '—', period, sectionPath, text });
}

function take({
  read,
  passage,
  frame,
  known,
  result,
}: {
  read: readonly ReadIndicator[];
  passage: Passage;
  frame: PlanFrame;
  known: readonly PlacedFigure[];
  result: SecondPass;
}): void {
  const kept = [...known];
  for (const row of read) {
    const checked = checkReading({ row, passage, frame });
    if (typeof checked === 'string') result.dropped.push(`"${row.name} ${row.figure}": ${checked}`);
    else if (!isKnown(checked, kept)) {
      kept.push(checked);
      result.added.push(checked);
    }
  }
}
