import { findPeriods, type PeriodSpan } from '../../../src/quantity/periods.js';
import type { Section } from '../../structure.js';
import type { Figure } from '../figure.js';
import type { PlanFrame } from '../plan-frame.js';
import type { Scope } from '../scope.js';
import { splitSentences } from './clause.js';
import { isAsOf } from './dates.js';
import { type Tense, tenseOf } from './kind.js';
import { industryOf, itemOf } from './owner.js';
import words from './prose-words.json' with { type: 'json' };
import { readFigures } from './read-figures.js';
import { readSentence } from './sentence.js';
import { isPlaceScope } from './subject.js';
import { itemMark, scopeOfItem, scopeOfPlaceTitle, scopeOfTitles } from './surrounding-scope.js';

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

const definitions = new RegExp(words.definitions);
const definition = new RegExp(words.definition);

/** Every figure that a section's sentences state; a glossary and a worked example state none. */
export function readProse({
  section,
  frame,
  examples,
}: {
  section: Section;
  frame: PlanFrame;
  /** Boxes that only calculate an example. */
  examples: ReadonlySet<string>;
}): Figure[] {
  const isGlossary = section.kind === 'standalone' && definitions.test(section.title);
  if (isGlossary || section.path.some((title) => examples.has(title))) return [];
  return section.blocks.flatMap((block) =>
    block.kind === 'table'
      ? []
      : readText(block.text, { sectionPath: section.path, lines: block.lines, source: 'prose' }, frame),
  );
}

/** Every figure of a text, sentence by sentence; a year that a sentence sets holds for the next. */
export function readText(text: string, place: ProsePlace, frame: PlanFrame): Figure[] {
  const tense = tenseOf(place.sectionPath);
  const item = itemOf(text.replace(itemMark, '').split('。')[0] ?? '') ?? itemOf(titleAbove(place));
  const industry =
    industryOf([text.replace(itemMark, '').split('。')[0] ?? '']) ?? industryOf(place.sectionPath);
  const figures: Figure[] = [];
  let carried = place.period ?? titlePeriod(place, frame);
  let subject = place.subject;
  let asOf = false;
  const about =
    scopeOfItem(text, frame) ??
    scopeOfPlaceTitle(place.sectionPath, frame) ??
    (tense === 'past' ? scopeOfTitles(place.sectionPath, frame) : undefined);
  let scopeBefore: Scope | undefined;
  let lastName: string | undefined;
  let before: readonly string[] = [];
  const sentences = splitSentences(text)
    .filter((written) => !definition.test(written))
    .map((written) => readSentence(written, frame.stages));
  // What stands behind the last figure leaves nothing to any.
  const last = sentences.findLastIndex(({ mentions }) => mentions.length > 0);
  for (const sentence of sentences.slice(0, last + 1)) {
    const written = sentence.text;
    const around = scopeBefore ?? about;
    const read = readFigures({
      sentence,
      place,
      frame,
      tense,
      carried,
      subject,
      item,
      asOf,
      around,
      lastName,
      before,
      industry,
    });
    figures.push(...read.figures);
    // A semicolon goes on with whose figures they are.
    const spoken = read.last.ownScope ? read.opening : read.last;
    scopeBefore = written.endsWith('；') && mayGoOn(spoken, tense) ? spoken : undefined;
    carried = read.period ?? carried;
    asOf = read.period ? isAsOf(written, read.period) : asOf;
    subject = read.subject ?? subject;
    lastName = read.lastName ?? lastName;
    before = written.endsWith('；') ? read.subjects : [];
  }
  return figures;
}

/** 近期（2026—2027年）实施的工程: a stage that the title above names holds for what stands under it. */
function titlePeriod({ sectionPath }: ProsePlace, { start, end }: PlanFrame): PeriodSpan | undefined {
  const title = sectionPath.at(-1) ?? '';
  if (start === null || end === null || tenseOf([title]) === 'past') return undefined;
  const [period, ...others] = findPeriods(title);
  if (!period || others.length > 0 || (period.from === start && period.to === end)) return undefined;
  return period.from >= start && period.to <= end ? period : undefined;
}

function titleAbove({ sectionPath }: ProsePlace): string {
  return (sectionPath.at(-1) ?? '').replace(itemMark, '');
}

function mayGoOn(scope: Scope, tense: Tense): boolean {
  return !scope.ownScope && (tense === 'past' || isPlaceScope(scope));
}

const sum = new RegExp(words.example);
/** This many sums in a box make it an example. */
const leastSums = 2;

/** The titles of boxes whose text calculates with made-up figures. */
export function workedExamples(sections: readonly Section[]): Set<string> {
  const sums = new Map<string, number>();
  let box: Section | undefined;
  for (const section of sections) {
    if (section.kind === 'box') box = section;
    if (!box || !section.path.includes(box.title)) continue;
    const texts = section.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
    const found = texts.filter((text) => sum.test(text)).length;
    sums.set(box.title, (sums.get(box.title) ?? 0) + found);
  }
  return new Set([...sums].flatMap(([title, count]) => (count >= leastSums ? [title] : [])));
}
