import type { types } from '@slack/bolt';
import type { AnswerEvent, FoundPlace, Language } from '../../records.js';
import { escapeMarkup } from '../views/escape.js';
import { fillIn, textsFor } from '../views/texts.js';

type Step = Exclude<AnswerEvent['kind'], 'found' | 'claims'>;

/** Turns what the engine is at into the steps of a stream. */
export interface TaskList {
  /** Begins a step and ends the one before; steps of one kind in a row are one. */
  begin(step: Step): types.TaskUpdateChunk[];
  /** Puts the places that the step brought beneath it. */
  found(places: readonly FoundPlace[]): types.TaskUpdateChunk[];
  /** Ends the step under way. */
  end(): types.TaskUpdateChunk[];
}

/** What Slack shows of a step. */
const outputLimit = 256;
const stepLimit = 20;

export function createTaskList(language: Language): TaskList {
  const { steps } = textsFor(language);
  let count = 0;
  let current: { id: string; step: Step; named: Set<string> } | undefined;
  const chunk = (status: 'in_progress' | 'complete', output?: string): types.TaskUpdateChunk[] =>
    current === undefined
      ? []
      : [
          {
            type: 'task_update',
            id: current.id,
            title: steps[current.step],
            status,
            ...(output === undefined ? {} : { output }),
          },
        ];
  return {
    begin(step) {
      if (current?.step === step || count >= stepLimit) return [];
      const ended = chunk('complete');
      count += 1;
      current = { id: `step-${count}`, step, named: new Set() };
      return [...ended, ...chunk('in_progress')];
    },
    found(places) {
      const known = current?.named ?? new Set();
      const fresh = [...new Set(places.map((place) => placeLine(place, language)))].filter(
        (one) => !known.has(one),
      );
      for (const one of fresh) known.add(one);
      const output = fitting(fresh);
      return output === '' ? [] : chunk('in_progress', output);
    },
    end() {
      const ended = chunk('complete');
      current = undefined;
      return ended;
    },
  };
}

function placeLine({ planTitle, sectionPath, page }: FoundPlace, language: Language): string {
  const texts = textsFor(language);
  const section = sectionPath.at(-1) ?? '';
  const where = [section, page === null ? '' : fillIn(texts.page, { page: String(page) })];
  const place = where.filter((one) => one !== '').join(texts.pageSeparator);
  return escapeMarkup(fillIn(texts.source, { title: planTitle, place }).trim());
}

/** As many whole lines as a step may show. */
function fitting(lines: readonly string[]): string {
  let output = '';
  for (const line of lines) {
    const next = output === '' ? `• ${line}` : `${output}\n• ${line}`;
    if (next.length > outputLimit) break;
    output = next;
  }
  return output;
}
