import type { AnswerEvent, FoundPlace } from '../records.js';

type Step = Exclude<AnswerEvent['kind'], 'found' | 'claims'>;

const steps: Record<Step, string> = {
  searching: 'searching the plans …',
  reading: 'reading …',
  calculating: 'calculating …',
  verifying: 'checking against the plans …',
};

/**
 * Tells what the model engine is at, a line each: its steps, the places that it found, and each claim once it
 * is verified. `write` gets lines without their ends.
 */
export function showProgress(write: (line: string) => void): (event: AnswerEvent) => void {
  const told = new Set<string>();
  let current: Step | undefined;
  const once = (line: string) => {
    if (!told.has(line)) write(line);
    told.add(line);
  };
  return (event) => {
    if (event.kind === 'found') for (const place of event.places) once(`  ${placeLine(place)}`);
    else if (event.kind === 'claims') for (const { text } of event.answer.claims) once(`  ✓ ${text}`);
    else if (event.kind !== current) {
      current = event.kind;
      write(steps[event.kind]);
    }
  };
}

function placeLine({ planTitle, sectionPath, page }: FoundPlace): string {
  const place = [sectionPath.at(-1) ?? '', page === null ? '' : `p. ${page}`].filter((part) => part !== '');
  return [`《${planTitle}》`, ...place].join(' ');
}
