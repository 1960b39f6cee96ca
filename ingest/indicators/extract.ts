import { createHash } from 'node:crypto';
import type { IndicatorReader } from '../../src/models/indicator-reader.js';
import type { Indicator, Passage } from '../../src/records.js';
import type { PlanHead } from '../plan-record.js';
import type { Section } from '../structure.js';
import { canonicalNameOf } from './canonical-name.js';
import type { Figure } from './figure.js';
import { linkRows } from './link-rows.js';
import { createLocator, type Place } from './locate.js';
import type { PlacedFigure } from './placed-figure.js';
import { framePlan } from './plan-frame.js';
import { readProse, workedExamples } from './prose/read-prose.js';
import { readAgain, type SecondPass } from './second-pass/second-pass.js';
import { readTables } from './tables/read-tables.js';

interface ExtractRequest {
  planId: string;
  head: PlanHead;
  sections: readonly Section[];
  passages: readonly Passage[];
  /** Takes what could not be read; extraction itself never fails. */
  warnings?: string[];
}

/** Every target and figure of a plan, from tables and from prose, in the order in which they stand. */
export function extractIndicators(request: ExtractRequest): Indicator[] {
  return rowsOf(request.planId, readByRules(request));
}

/** The same with a model's second reading of the passages that hold figures; never fails, whatever it does. */
export async function extractWithReader({
  reader,
  ...request
}: ExtractRequest & { reader: IndicatorReader }): Promise<{
  indicators: Indicator[];
  secondPass: SecondPass;
}> {
  const known = readByRules(request);
  const { head, sections, passages } = request;
  const secondPass = await readAgain({ reader, frame: framePlan(head, sections), passages, known });
  return { indicators: rowsOf(request.planId, [...known, ...secondPass.added]), secondPass };
}

function readByRules({ head, sections, passages, warnings = [] }: ExtractRequest): PlacedFigure[] {
  const frame = framePlan(head, sections);
  const examples = workedExamples(sections);
  const figures = sections.flatMap((section) => [
    ...attempt(() => readTables({ section, frame, warnings }), section, warnings),
    ...attempt(() => readProse({ section, frame, examples }), section, warnings),
  ]);
  const locate = createLocator(passages);
  return figures.flatMap((figure) => {
    const place = locate(figure);
    if (!place) warnings.push(`no passage holds the figure "${figure.name} ${figure.text}"`);
    return place ? [{ figure, place }] : [];
  });
}

function rowsOf(planId: string, placed: readonly PlacedFigure[]): Indicator[] {
  const ordered = [...placed].sort(
    (a, b) => a.place.passage.order - b.place.passage.order || a.place.offset - b.place.offset,
  );
  const seen = new Map<string, number>();
  return linkRows(ordered.map(({ figure, place }) => indicatorOf({ planId, figure, place, seen })));
}

/** A section that the rules stumble over is reported; the rest of the plan still counts. */
function attempt(read: () => Figure[], section: Section, warnings: string[]): Figure[] {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warnings.push(`figures of "${section.path.join(' > ')}" were not read: ${reason}`);
    return [];
  }
}

function indicatorOf({
  planId,
  figure,
  place,
  seen,
}: {
  planId: string;
  figure: Figure;
  place: Place;
  seen: Map<string, number>;
}): Indicator {
  const { quantity, sectionPath, aliases = [], lines: _lines, quotes: _quotes, ...said } = figure;
  const { passage, quote } = place;
  const known = canonicalNameOf(figure.name);
  return {
    indicatorId: idOf({ planId, figure, passageId: passage.passageId, seen }),
    planId,
    ...said,
    canonicalName: known.name,
    aliases: [...known.aliases, ...aliases],
    value: quantity?.value ?? null,
    valueMax: quantity?.valueMax ?? null,
    unit: quantity?.unit ?? '',
    comparator: quantity?.comparator ?? '=',
    sectionPath: [...sectionPath],
    page: passage.page,
    passageId: passage.passageId,
    quote,
    duplicates: [],
    conflicts: [],
  };
}

/** Stable from run to run as long as the passage is the same; a repeated mention gets a number. */
function idOf({
  planId,
  figure,
  passageId,
  seen,
}: {
  planId: string;
  figure: Figure;
  passageId: string;
  seen: Map<string, number>;
}): string {
  const key = [passageId, figure.name, figure.text, figure.year].join('\n');
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 12);
  const count = (seen.get(digest) ?? 0) + 1;
  seen.set(digest, count);
  return count === 1 ? `${planId}!${digest}` : `${planId}!${digest}-${count}`;
}
