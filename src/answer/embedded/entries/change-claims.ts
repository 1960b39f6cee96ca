import { calculate } from '../../../calculator/calculate.js';
import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim } from '../calculation/calculation-claim.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { draftOf } from './entries-draft.js';
import type { Entry } from './entry.js';
import { type EntryFigure, figuresOf } from './entry-figures.js';
import { entryTerm } from './entry-terms.js';
import words from './entry-words.json' with { type: 'json' };
import { heldShare } from './named-entries.js';
import { propertiesAsked } from './properties-asked.js';

const fewest = 3;
/** Of several columns of a year the one is taken that goes by so much of the other year's name. */
const leastAlike = 0.8;
const asksPlace = new RegExp(words.asksPlace);
const isPlace = new RegExp(words.place);
const measures = words.measures.map(({ asked, units }) => ({ asked: new RegExp(asked), units }));
const ofRates: ReadonlySet<string> = new Set(['ratio', 'percentagePoints']);

/** How much each line of a table changes between two years, and which of them most; undefined where it has no two. */
export function changeClaims(
  entries: readonly Entry[],
  frame: Understanding,
  { collection }: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  if (asksPlace.test(frame.question) && !entries.every(({ label }) => isPlace.test(label))) return undefined;
  const pairs = pairsOf(entries, frame, collection);
  if (pairs.length < fewest) return undefined;
  const made = pairs.flatMap(({ entry, before, after }, at) => {
    const terms = [after, before].map((figure) => entryTerm(entry, figure, collection));
    const operands = terms.map(({ operand }) => operand);
    const outcome = calculate({ operation: 'difference', operands, language: frame.language });
    const claim = calculationClaim({ outcome, terms, n: at + 1, frame, setting });
    return claim ? [{ claim, name: entry.label, change: Math.abs(outcome.result.value) }] : [];
  });
  const ordered = [...made].sort((a, b) => b.change - a.change);
  const [top, bottom] = [ordered[0], ordered.at(-1)];
  if (made.length < pairs.length || !top || !bottom) return undefined;
  // The changes are asked for, not the levels that they start from.
  const draft = draftOf(
    ordered.map(({ claim }) => claim),
    [],
    [],
  );
  return {
    ...draft,
    lead: fillTemplate(frame.language, 'changeMost', { top: top.name, bottom: bottom.name }),
  };
}

interface Pair {
  entry: Entry;
  before: EntryFigure;
  after: EntryFigure;
}

/** Of each line the figure of the earlier and of the later year; none unless every line has both. */
function pairsOf(
  entries: readonly Entry[],
  { question, years }: Understanding,
  collection: readonly Indicator[],
): Pair[] {
  const [from = 0, to = 0] = [...years].sort();
  const figures = entries.map((entry) => figuresOf(entry, collection));
  const [befores, afters] = [from, to].map((year) => columnsOf(year, figures, question));
  const [chosen] = (befores ?? [])
    .flatMap((before) =>
      (afters ?? []).map((after) => ({ before, after, likeness: likeness(before, after) })),
    )
    .filter(({ before, after }) => isOneUnit([...before, ...after]) && isAsked(before[0], question))
    .filter((pair) => pair.likeness >= leastAlike || figures.every(({ length }) => length === 2))
    .sort((a, b) => b.likeness - a.likeness);
  return entries.flatMap((entry, at): Pair[] => {
    const [before, after] = [chosen?.before[at], chosen?.after[at]];
    return before && after ? [{ entry, before, after }] : [];
  });
}

/** The only figure that each line has of a year; of several those that the question asks for, a list a column. */
function columnsOf(year: number, lines: readonly (readonly EntryFigure[])[], asked: string): EntryFigure[][] {
  const ofYear = lines.map((figures) =>
    figures.filter((figure) => figure.year === year && figure.quantity.valueMax === null),
  );
  if (ofYear.every(({ length }) => length === 1)) return [ofYear.flat()];
  return propertiesAsked(ofYear, foldText(asked), [year]);
}

/** 现状床位数 and 规划床位数 are the same, 护理型床位数 is another: how far the names of two columns agree. */
function likeness([before]: readonly EntryFigure[], [after]: readonly EntryFigure[]): number {
  const names = [before?.property ?? '', after?.property ?? ''] as const;
  return Math.max(heldShare(names[0], names[1]), heldShare(names[1], names[0]));
}

/** Of beds no change in water is told; 增幅 is measured in whatever grows. */
function isAsked(figure: EntryFigure | undefined, question: string): boolean {
  const kinds = measures.filter(({ asked }) => asked.test(question)).flatMap(({ units }) => units);
  const kind = lookUpUnit(figure?.quantity.unit ?? '')?.kind ?? '';
  return kinds.every((one) => ofRates.has(one)) || kinds.includes(kind);
}

/** Beds, people and works are all counted, and no change of one is more than that of another. */
function isOneUnit(figures: readonly EntryFigure[]): boolean {
  const [first, ...others] = figures.map(({ quantity }) => quantity.unit);
  if (first === undefined) return false;
  const isCount = lookUpUnit(first)?.kind === 'count';
  return others.every((unit) => (isCount ? bare(unit) === bare(first) : sameKind(unit, first)));
}

/** 万张 counts the same as 张. */
const bare = (unit: string): string => unit.replace(/^[万亿千百]+(?=.)/, '');
