import { foldText } from '../../../models/cut-words.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import { isInPart } from '../../../retrieve/rank.js';
import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { draftOf, lineClaim, passagesMeant } from './entries-draft.js';
import { type Entry, entriesOf } from './entry.js';
import { figuresOf } from './entry-figures.js';
import { entryTerm } from './entry-terms.js';
import words from './entry-words.json' with { type: 'json' };
import { membersOf } from './members.js';
import { inOrder, orderClaims } from './order-claims.js';
import { propertiesAsked } from './properties-asked.js';

const asksExtreme = new RegExp(words.extreme);
const asksWhich = /哪|谁/;
const asksPlace = new RegExp(words.asksPlace);
const isPlace = new RegExp(words.place);
const isTotal = new RegExp(words.ofTotals);
const fewest = 3;
/** Sentences with several members are only looked at in the passages found best. */
const passagesRead = 6;
/** The table's caption, heads and names say at least this much of the question. */
const leastAbout = 0.3;
const leastAboutMembers = 0.5;
const ofPlaceGain = 0.3;
const ofPartGain = 0.5;
const ofCountGain = 0.4;
const counted = /(?<count>[一二三四五六七八九十])[大个]?(?:类|项|个|块|家|条|县|市|区)/;
const numerals = '零一二三四五六七八九十';
const extremes = new RegExp(words.extreme, 'g');
const numberedPart = /(?:表|专栏|图|附件)\s*\d+(?:-\d+)?/g;

/** Whether a question wants the most or the least of several that it does not name. */
export function asksWhichMost({ question }: Pick<Understanding, 'question'>): boolean {
  return asksExtreme.test(question) && asksWhich.test(question);
}

/** Which of all rows of a table, or works of a box, has the most and the least of what the question asks. */
export function extremeDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  if (!asksExtreme.test(frame.question)) return undefined;
  const question = (frame.phrases[0] ?? frame.question).replace(extremes, ' ').replace(numberedPart, ' ');
  const terms = queryTerms([question], frame.background);
  const find = (families: Entry[][], least: number) =>
    families
      .map((entries) => ({ entries, about: aboutShare(entries, terms, frame) }))
      .filter(({ about }) => about >= least)
      .sort((a, b) => b.about - a.about)
      .flatMap(({ entries }) => {
        const figures = entries.map((entry) => figuresOf(entry, evidence.collection));
        const [list] = propertiesAsked(figures, foldText(frame.question), frame.years);
        return list ? [{ entries, list }] : [];
      })[0];
  const best =
    find(familiesOf(passagesMeant(frame, evidence).flatMap(entriesOf), evidence), leastAbout) ??
    find(familiesOf(membersFound(evidence), evidence), leastAboutMembers);
  if (!best) return undefined;
  const figures = best.list.map((figure, at) => {
    const entry = best.entries[at] as Entry;
    return { entry, term: entryTerm(entry, figure, evidence.collection) };
  });
  const ordered = inOrder(figures.map(({ term }) => term));
  const ends = [ordered[0], ordered.at(-1)];
  const lines = figures.filter(({ term }) => ends.includes(term)).map(({ entry }) => lineClaim(entry));
  const asked = ends.flatMap((term) => term?.row ?? []);
  return draftOf(orderClaims(ordered, frame, setting), lines, asked);
}

/** Members of sentences, of the passages found best; shares of different wholes have no order. */
function membersFound({ hits }: Evidence): Entry[] {
  return hits
    .slice(0, passagesRead)
    .flatMap(({ passage }) => membersOf(passage, () => true))
    .filter(({ cells }) => !/[%％]/.test(cells[0]?.text ?? ''));
}

/** Tables and boxes with several lines; totals are none of them. */
function familiesOf(entries: readonly Entry[], evidence: Evidence): Entry[][] {
  const families = new Map<string, Entry[]>();
  for (const entry of entries)
    if (!isTotal.test(entry.label))
      families.set(entry.family, [...(families.get(entry.family) ?? []), entry]);
  return [...families.values()]
    .map((lines) => lines.filter((entry) => figuresOf(entry, evidence.collection).length > 0))
    .filter((lines) => lines.length >= fewest);
}

/** Share of the question's words that a table's caption, heads and names hold; more where places are asked for. */
function aboutShare(entries: readonly Entry[], terms: readonly QueryTerm[], frame: Understanding): number {
  const [first] = entries;
  const text = foldText(
    [
      first?.passage.sectionPath.slice(-2).join(' '),
      first?.context ?? '',
      ...entries.map(({ label }) => label),
    ].join(' '),
  );
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const held = terms.filter(
    ({ word, alternatives }) => text.includes(word) || alternatives.some((one) => text.includes(one)),
  );
  const share = held.reduce((sum, { weight }) => sum + weight, 0) / total;
  const places = entries.filter(({ label }) => isPlace.test(label)).length / entries.length;
  const ofPlaces = asksPlace.test(frame.question) ? ofPlaceGain * (places > 0.5 ? 1 : -1) : 0;
  const isNamed = frame.parts.length > 0 && isInPart(first?.passage.sectionPath ?? [], frame.parts);
  const count = counted.exec(frame.question)?.groups?.count ?? '';
  const isCounted = numerals.indexOf(count) === entries.length && count !== '';
  return share + ofPlaces + (isNamed ? ofPartGain : 0) + (isCounted ? ofCountGain : 0);
}
