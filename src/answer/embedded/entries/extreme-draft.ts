import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit } from '../../../quantity/units.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { ofValueSaid } from '../said-value.js';
import { changeClaims } from './change-claims.js';
import { draftOf, lineClaim, passagesMeant } from './entries-draft.js';
import type { Entry } from './entry.js';
import { type EntryFigure, figuresOf } from './entry-figures.js';
import { entryTerm } from './entry-terms.js';
import words from './entry-words.json' with { type: 'json' };
import { familiesAsked, type ListAsked } from './families.js';
import { endsOf, inOrder, orderClaims } from './order-claims.js';
import { propertiesAsked } from './properties-asked.js';

const asksExtreme = new RegExp(words.extreme);
const asksWhich = /哪|谁/;
const extremes = new RegExp(words.extreme, 'g');
const asksPast = new RegExp(words.asksPast);
const asksChange = new RegExp(words.asksChange);
const numberedPart = /(?:表|专栏|图|附件)\s*\d+(?:-\d+)?/g;
const measures = words.measures.map(({ asked, units }) => ({ asked: new RegExp(asked), units }));
const fewest = 3;
/** Where some lines have no such figure, most of them must have one. */
const leastHaving = 0.6;

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
  const asked = listAsked(frame, setting);
  for (const { entries } of familiesAsked(asked, passagesMeant(frame, evidence), evidence)) {
    const draft = isOfChange(frame)
      ? changeClaims(entries, frame, evidence, setting)
      : rankedDraft(entries, asked, frame, evidence, setting);
    if (draft) return draft;
  }
  return undefined;
}

/** 2020年到2035年谁增加最多: not how much there is of each, but how much more. */
function isOfChange({ question, years }: Understanding): boolean {
  return years.length === 2 && asksChange.test(question);
}

function listAsked(frame: Understanding, setting: ClaimSetting): ListAsked {
  const said = frame.phrases[0] ?? frame.question;
  const rest = said.replace(extremes, ' ').replace(numberedPart, ' ');
  const folded = foldText(frame.question).replace(/\s+/g, '');
  const names = mentionedIndicators(folded).map(({ canonicalName }) => canonicalName);
  const start = frame.plans.map((planId) => setting.plans.get(planId)?.periodStart ?? 0)[0] ?? 0;
  return {
    text: [folded, ...names].join(' '),
    terms: queryTerms([rest], frame.background),
    parts: frame.parts,
    years: frame.years,
    isPast:
      frame.years.length > 0 ? frame.years.every((year) => year < start) : asksPast.test(frame.question),
  };
}

function rankedDraft(
  entries: readonly Entry[],
  asked: ListAsked,
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const found = figuresAsked(ofCellSaid(entries, frame), asked, evidence);
  if (!found) return undefined;
  const figures = found.list.map((figure, at) => {
    const entry = found.entries[at] as Entry;
    return { entry, term: entryTerm(entry, figure, evidence.collection) };
  });
  const ordered = inOrder(figures.map(({ term }) => term));
  const ends = endsOf(ordered).flat();
  const lines = figures.filter(({ term }) => ends.includes(term)).map(({ entry }) => lineClaim(entry));
  const distinct = lines.filter(({ text }, at) => at === lines.findIndex((one) => one.text === text));
  const rows = ends.flatMap((term) => term.row ?? []);
  const orders = orderClaims(ordered, frame, setting);
  return orders.length > 0 ? draftOf(orders, distinct, rows) : undefined;
}

function ofCellSaid(entries: readonly Entry[], { question }: Understanding): readonly Entry[] {
  return ofValueSaid(entries, question, ({ cells, label }) => ({
    cells: cells.map(({ text }) => text),
    name: label,
  }));
}

/** Of each entry the figure that is asked for: of one measure, of the kind that the question measures. */
function figuresAsked(
  entries: readonly Entry[],
  { text, years }: ListAsked,
  { collection }: Evidence,
): { entries: readonly Entry[]; list: EntryFigure[] } | undefined {
  const kinds = new Set(measures.filter(({ asked }) => asked.test(text)).flatMap(({ units }) => units));
  const isOfKind = ({ quantity }: EntryFigure) =>
    kinds.size === 0 || kinds.has(lookUpUnit(quantity.unit)?.kind ?? '');
  const having = entries.filter((entry) => figuresOf(entry, collection).some(isOfKind));
  if (having.length < Math.min(fewest, entries.length) || having.length < entries.length * leastHaving)
    return undefined;
  const figures = having.map((entry) => figuresOf(entry, collection).filter(isOfKind));
  const lists = propertiesAsked(figures, text, years);
  // Without a year the last one is meant.
  const [list] = [...lists].sort((a, b) => (b[0]?.year ?? 0) - (a[0]?.year ?? 0));
  return list && { entries: having, list };
}
