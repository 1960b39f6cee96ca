import { calculate } from '../../../calculator/calculate.js';
import { foldText } from '../../../models/cut-words.js';
import { Exact } from '../../../quantity/exact.js';
import { findQuantities } from '../../../quantity/find-quantities.js';
import { sameQuantity } from '../../../quantity/same-quantity.js';
import { type Part, type PartList, sumOf } from '../../../quantity/sums/part-list.js';
import { partLists } from '../../../quantity/sums/part-lists.js';
import { isSumOf, totalsAround } from '../../../quantity/sums/stated-total.js';
import { convert, sameKind } from '../../../quantity/units.js';
import type { Passage } from '../../../records.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import type { Draft } from '../../draft.js';
import { quotedClaim } from '../../quoted-claim.js';
import { splitSentences } from '../../sentences.js';
import { type GivenFigure, givenFigures } from '../../understand/given-figures.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim } from '../calculation/calculation-claim.js';
import type { Term } from '../calculation/term.js';
import { workingsDraft } from '../calculation/workings-draft.js';
import { passagesMeant } from '../entries/entries-draft.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import words from './conflict-words.json' with { type: 'json' };

const asksSum = new RegExp(words.asksSum, 'i');
/** … or whether a total is right, where contradictions are asked for. */
const asksParts = new RegExp(words.asksParts, 'i');
const counted = new RegExp(words.counted, 'g');
const numberedPart = /(?:表|专栏|图|附件)\s*\d+(?:-\d+)?/;
/** Parts that come to a figure this far from the one asked about are of something else. */
const mostApart = 0.15;
const near = 0.05;
const leastWeight = 0.6;

/**
 * The parts of a whole that the question wants added up (a column, the works of a box, a run in a sentence), what
 * they come to, and the whole as the plan states it; undefined where no such parts are surely meant.
 */
export function sumDraft(frame: Understanding, evidence: Evidence, setting: ClaimSetting): Draft | undefined {
  const isAsked =
    asksSum.test(frame.question) || (frame.kind === 'conflict' && asksParts.test(frame.question));
  if (!isAsked || frame.plans.length > 1) return undefined;
  const passages = passagesMeant(frame, evidence);
  const given = givenFigures(frame.question);
  const terms = queryTerms(frame.phrases, frame.background).filter(({ word }) => !/^[\d.%]/.test(word));
  const lists = partLists(passages)
    .map((list) => ({ list, weight: weightOf(list, given, terms, frame) }))
    .filter(({ weight }) => weight >= leastWeight)
    .sort((a, b) => b.weight - a.weight)
    .map(({ list }) => list);
  const [best] = lists;
  if (!best) return undefined;
  const total = totalOf(best, given, passages);
  // Where the same parts are given twice, the one that does not come to the total is what is asked for.
  const other =
    total && isSumOf(best, total)
      ? lists.find((list) => areAlike(list, best) && !isSumOf(list, total))
      : undefined;
  return draftOf(other ?? best, total, given, frame, setting);
}

/** Lists of the same parts: a sentence and a table that both divide one sum. */
function areAlike(a: PartList, b: PartList): boolean {
  const shared = a.parts.filter(({ label }) => b.parts.some((part) => part.label.endsWith(label)));
  return a !== b && a.unit === b.unit && a.parts.length === b.parts.length && shared.length >= fewestShared;
}

const fewestShared = 3;

/** 六个项目, 四类: how many parts there are; a figure in the unit of the parts is their whole. */
function isCount({ raw, value, unit }: GivenFigure, list: PartList, question: string): boolean {
  const isCounted = [...question.matchAll(counted)].some(
    ([words]) => words.startsWith(raw) || raw.startsWith(words),
  );
  return isCounted && (!sameKind(unit, list.unit) || value === list.parts.length);
}

/** How surely a list is the one to be added up: by the whole that is asked about, its words, its year, its count. */
function weightOf(
  list: PartList,
  given: readonly GivenFigure[],
  terms: readonly QueryTerm[],
  { question, years }: Understanding,
): number {
  const amounts = given.filter((one) => !isCount(one, list, question));
  const wholes = amounts.filter(({ unit }) => sameKind(unit, list.unit));
  const gaps = wholes.map((whole) => {
    const stated = convert({ value: new Exact(whole.value), from: whole.unit, to: list.unit }).toNumber();
    return Math.abs(stated - sumOf(list)) / (stated || 1);
  });
  const gap = Math.min(...gaps);
  if (amounts.length > 0 && (wholes.length === 0 || gap > mostApart)) return 0;
  const text = foldText(`${list.context} ${list.name} ${list.parts.map(({ label }) => label).join(' ')}`);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const held = terms.filter(
    ({ word, alternatives }) => text.includes(word) || alternatives.some((one) => text.includes(one)),
  );
  const about = held.reduce((sum, { weight }) => sum + weight, 0) / total;
  const yearOfList = /(?:19|20)\d\d/.exec(list.name)?.[0];
  const ofYear =
    yearOfList === undefined || years.length === 0 ? 0 : years.includes(Number(yearOfList)) ? 0.4 : -0.6;
  const [part] = numberedPart.exec(question) ?? [];
  const ofPart =
    part !== undefined && foldText(list.context).replace(/\s/g, '').includes(foldText(part)) ? 0.4 : 0;
  const counts = [...question.matchAll(counted)].map(({ groups }) => numberOf(groups?.count ?? ''));
  const ofCount = counts.includes(list.parts.length) ? 0.3 : 0;
  const ofWhole = wholes.length === 0 ? (list.totals.length > 0 ? 0.2 : 0) : gap < near ? 0.6 : 0.45;
  const ofTable = list.kind === 'column' && question.includes('表') ? 0.1 : 0;
  return about + ofYear + ofPart + ofCount + ofWhole + ofTable;
}

function numberOf(count: string): number {
  return /\d/.test(count) ? Number(count) : words.numerals.indexOf(count.replace('两', '二'));
}

/** The whole as the plan states it: the one asked about, or the one that stands with the parts. */
function totalOf(
  list: PartList,
  given: readonly GivenFigure[],
  passages: readonly Passage[],
): Part | undefined {
  const beside = [...list.totals, ...totalsAround(list, passages)];
  const isAsked = ({ value }: Part) =>
    given.some((one) =>
      sameQuantity(
        one,
        { value, valueMax: null, unit: list.unit, comparator: '=' },
        { comparators: 'loose' },
      ),
    );
  const anywhere = () => (given.length > 0 ? figuresOf(list.unit, passages).filter(isAsked) : []);
  return (
    beside.find(isAsked) ??
    bestNamed(anywhere(), list) ??
    beside.find((total) => isSumOf(list, total)) ??
    list.totals[0]
  );
}

/** Figures in a unit anywhere in the text, each under the words that lead to it. */
function figuresOf(unit: string, passages: readonly Passage[]): Part[] {
  return passages
    .filter(({ kind }) => kind === 'text')
    .flatMap((passage) =>
      splitSentences(passage.text).flatMap(({ text: quote }) =>
        findQuantities(quote)
          .filter((span) => span.role === 'quantity' && sameKind(span.unit, unit))
          .map((span) => ({
            label: quote.slice(Math.max(0, span.start - 20), span.start),
            value: convert({ value: new Exact(span.value), from: span.unit, to: unit }).toNumber(),
            raw: span.raw,
            passage,
            quote,
          })),
      ),
    );
}

/** The one whose lead shares most characters with what the list is of. */
function bestNamed(totals: readonly Part[], { context, name }: PartList): Part | undefined {
  const shared = ({ label }: Part) => [...label].filter((one) => `${context}${name}`.includes(one)).length;
  return [...totals].sort((a, b) => shared(b) - shared(a))[0];
}

function draftOf(
  list: PartList,
  total: Part | undefined,
  given: readonly GivenFigure[],
  frame: Understanding,
  setting: ClaimSetting,
): Draft | undefined {
  const terms = list.parts.map((part) => termOf(part, list));
  const outcome = calculate({
    operation: 'sum',
    operands: terms.map(({ operand }) => operand),
    language: frame.language,
  });
  const made = calculationClaim({ outcome, terms, n: 1, frame, setting });
  if (!made) return undefined;
  const asked = given.find((one) => sameKind(one.unit, list.unit) && !isCount(one, list, frame.question));
  const lead = total ? verdictOf(list, total) : asked && ofAsked[verdictOf(list, inUnitOf(asked, list))];
  return workingsDraft([made], {
    claims: [
      ...(total ? [quotedClaim(total.quote, total.passage)] : []),
      { ...made.claim, ...(total && lead === 'sumDiffers' ? { conflictAbout: list.name } : {}) },
    ],
    lead: lead ? fillTemplate(frame.language, lead) : null,
    layout: 'bullets',
  });
}

function verdictOf(list: PartList, total: Pick<Part, 'value' | 'raw'>): 'sumAgrees' | 'sumDiffers' {
  return isSumOf(list, total) ? 'sumAgrees' : 'sumDiffers';
}

/** Where the plan does not state the figure that is asked about, the parts still come to it or not. */
const ofAsked = { sumAgrees: 'sumIsAsked', sumDiffers: 'sumIsNotAsked' } as const;

function inUnitOf({ value, unit, raw }: GivenFigure, list: PartList): Pick<Part, 'value' | 'raw'> {
  return { value: convert({ value: new Exact(value), from: unit, to: list.unit }).toNumber(), raw };
}

function termOf({ label, value, passage, quote }: Part, { unit, name, kind }: PartList): Term {
  const operand = {
    name: kind === 'run' || label.includes(name) ? label : `${label}${name}`,
    value,
    unit,
    year: null,
    source: 'citation' as const,
    citation: 1,
  };
  return { operand, support: { passage, quote } };
}
