import type { PeriodSpan } from '../../../src/quantity/periods.js';
import type { Section } from '../../structure.js';
import type { Figure } from '../figure.js';
import type { PlanFrame } from '../plan-frame.js';
import type { Scope } from '../scope.js';
import { tenseOf } from './kind.js';
import { readFigures } from './read-figures.js';
import { readSentence, splitSentences } from './sentence.js';

/** What a piece of prose stands in. */
export interface ProsePlace {
  sectionPath: readonly string[];
  lines: readonly [number, number];
  source: Figure['source'];
  /** Set for text in a table: the years of its column, the place of its column, the name of its row. */
  period?: PeriodSpan;
  scope?: Scope;
  subject?: string;
}

/** Every figure that a section's sentences state. */
export function readProse({ section, frame }: { section: Section; frame: PlanFrame }): Figure[] {
  return section.blocks.flatMap((block) =>
    block.kind === 'table'
      ? []
      : readText(block.text, { sectionPath: section.path, lines: block.lines, source: 'prose' }, frame),
  );
}

/** Every figure of a text, sentence by sentence; a year that a sentence sets holds for the next. */
export function readText(text: string, place: ProsePlace, frame: PlanFrame): Figure[] {
  const tense = tenseOf(place.sectionPath);
  const figures: Figure[] = [];
  let carried = place.period;
  let subject = place.subject;
  for (const written of splitSentences(text)) {
    const sentence = readSentence(written);
    const read = readFigures({ sentence, place, frame, tense, carried, subject });
    figures.push(...read.figures);
    carried = read.period ?? carried;
    subject = read.subject ?? place.subject;
  }
  return figures;
}
