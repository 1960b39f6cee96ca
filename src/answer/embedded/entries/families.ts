import { foldText } from '../../../models/cut-words.js';
import type { Passage } from '../../../records.js';
import { foldPassage } from '../../../retrieve/fold-passage.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import { isInPart } from '../../../retrieve/rank.js';
import standing from '../asked/standing-words.json' with { type: 'json' };
import type { Evidence } from '../evidence.js';
import { type Entry, entriesOf } from './entry.js';
import { figuresOf } from './entry-figures.js';
import words from './entry-words.json' with { type: 'json' };
import { membersOf } from './members.js';
import { rowFamilies } from './row-families.js';

/** Things that a plan sets in one row, with how much of the question they, their heads and headings say. */
export interface Family {
  entries: Entry[];
  about: number;
}

/** What a question says of the list that it is about. */
export interface ListAsked {
  /** Folded, with the vocabulary's names of what it measures. */
  text: string;
  terms: readonly QueryTerm[];
  /** Numbered parts that it names. */
  parts: readonly string[];
  years: readonly number[];
  /** Whether it asks for what was before the plan. */
  isPast: boolean;
}

const isTotal = new RegExp(words.ofTotals);
const asksPlace = new RegExp(words.asksPlace);
const isPlace = new RegExp(words.place);
const past = new RegExp(standing.pastHeadings);
const isAction = new RegExp(words.actions);
const fewest = 3;
/** The caption, heads and names of a table or box say at least this much of the question. */
const leastAbout = 0.3;
/** … figures that are all of the measure asked less. */
const leastAboutMeasure = 0.2;
/** … and a sentence, which may be about anything, more. */
const leastAboutSentence = 0.5;
const [ofPlaceGain, ofPartGain, ofCountGain, ofPastGain] = [0.3, 0.5, 0.4, 0.3];
const counted = /(?<count>[一二三四五六七八九十]|\d{1,2})[大个]?(?:类|项|个|块|家|条|种|县|市|区)/;
const numerals = '零一二三四五六七八九十';

/** Every list of the plans that may be the one that a question ranks, those that it says most of first. */
export function familiesAsked(asked: ListAsked, passages: readonly Passage[], evidence: Evidence): Family[] {
  const lines = passages.flatMap(entriesOf);
  const members = passages
    .filter(
      (passage) =>
        passage.kind === 'text' && aboutShare(foldPassage(passage).text, asked) >= leastAboutSentence,
    )
    .flatMap((passage) => membersOf(passage, () => true));
  return [
    ...grouped(lines).map((entries) => familyOf(entries, asked, leastAbout)),
    ...grouped(members.filter(({ cells }) => !/[%％]/.test(cells[0]?.text ?? '')))
      .filter((entries) => !entries.some(({ label, cells }) => isAction.test(label) && !cells[0]?.head))
      .map((entries) => familyOf(entries, asked, leastAboutSentence)),
    ...rowFamilies(evidence.collection, passages, asked.text).map((entries) =>
      familyOf(entries, asked, leastAboutMeasure),
    ),
  ]
    .flatMap((family) => family ?? [])
    .map(({ entries, about }) => ({
      entries: withFigures(entries, evidence),
      about: about - (lacksPast(entries, asked, evidence) ? ofPastGain : 0),
    }))
    .filter(({ entries }) => entries.length >= fewest)
    .sort((a, b) => b.about - a.about);
}

function withFigures(entries: readonly Entry[], { collection }: Evidence): Entry[] {
  return entries.filter((entry) => figuresOf(entry, collection).length > 0);
}

/** What was before the plan stands where it looks back, or under a year of its own. */
function lacksPast(entries: readonly Entry[], asked: ListAsked, { collection }: Evidence): boolean {
  if (!asked.isPast || asked.years.length === 0) return false;
  const isDated = (entry: Entry) =>
    figuresOf(entry, collection).some(({ year }) => year !== null && asked.years.includes(year));
  return !entries.some(
    (entry) => entry.passage.sectionPath.some((title) => past.test(title)) || isDated(entry),
  );
}

/** Lines of one table, box or sentence; totals are none of them. */
function grouped(entries: readonly Entry[]): Entry[][] {
  const families = new Map<string, Entry[]>();
  for (const entry of entries)
    if (!isTotal.test(entry.label))
      families.set(entry.family, [...(families.get(entry.family) ?? []), entry]);
  return [...families.values()].filter((lines) => lines.length >= fewest);
}

function familyOf(entries: Entry[], asked: ListAsked, least: number): Family | undefined {
  const [first] = entries;
  const path = first?.passage.sectionPath ?? [];
  const share = aboutShare(
    foldText(
      [path.slice(-2).join(' '), first?.context ?? '', ...entries.map(({ label }) => label)].join(' '),
    ),
    asked,
  );
  if (share < least) return undefined;
  return { entries, about: share + gainOf(entries, path, asked) };
}

/** Share of the question's words that a text holds. */
function aboutShare(text: string, { terms }: ListAsked): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const held = terms.filter(
    ({ word, alternatives }) => text.includes(word) || alternatives.some((one) => text.includes(one)),
  );
  return held.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Places where places are asked for, the part that is named, as many as are counted, what is past or to come. */
function gainOf(entries: readonly Entry[], path: readonly string[], asked: ListAsked): number {
  const { text, parts } = asked;
  const places = entries.filter(({ label }) => isPlace.test(label)).length / entries.length;
  const ofPlaces = asksPlace.test(text) ? ofPlaceGain * (places > 0.5 ? 1 : -1) : 0;
  const isNamed = parts.length > 0 && isInPart(path, parts);
  const count = counted.exec(text)?.groups?.count ?? '';
  const number = /\d/.test(count) ? Number(count) : numerals.indexOf(count);
  const isCounted = count !== '' && number === entries.length;
  const isPast = path.some((title) => past.test(title));
  const ofTime = isPast && !asked.isPast ? -ofPastGain : 0;
  return ofPlaces + (isNamed ? ofPartGain : 0) + (isCounted ? ofCountGain : 0) + ofTime;
}
