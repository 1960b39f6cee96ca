import type { Passage } from '../../../records.js';
import { type Draft, type DraftClaim, emptyDraft } from '../../draft.js';
import { quotedClaim } from '../../quoted-claim.js';
import { splitSentences } from '../../sentences.js';
import type { OperandPhrase } from '../../understand/resolve-calculation.js';
import type { Understanding } from '../../understand/understand.js';
import type { MadeClaim } from '../calculation/calculation-claim.js';
import { hasName, scopesIn } from '../calculation/operand-searches.js';
import { asksGrowth } from '../comparison/compared-rows.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';
import type { Entry } from './entry.js';
import { figuresOf } from './entry-figures.js';
import { entryTerm } from './entry-terms.js';
import { heldShare, type NamedEntries, namedEntries } from './named-entries.js';
import { orderClaims } from './order-claims.js';
import { propertiesAsked } from './properties-asked.js';

const leastOfHead = 0.75;
const longestQuote = 240;

/**
 * Two or more things that the plan has a line for each (rows of a table, works of a box): which has more of
 * what is asked, worked out from their figures, and each line in the plan's own words.
 */
export function entriesDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const named = areYears(frame) ? undefined : namedIn(frame, evidence);
  if (!named || !areOfPlaces(named, frame, evidence)) return undefined;
  const entries = named.sides.map(({ entry }) => entry);
  const figures = entries.map((entry) => figuresOf(entry, evidence.collection));
  const asked = asksGrowth.test(named.rest) ? [] : propertiesAsked(figures, named.rest, frame.years);
  const orders = asked.flatMap((list) => {
    const terms = list.flatMap((figure, at) => {
      const entry = entries[at];
      return entry ? [entryTerm(entry, figure, evidence.collection)] : [];
    });
    return orderClaims(terms, frame, setting);
  });
  const lines = entries.filter(({ quote }, at) => at === entries.findIndex((one) => one.quote === quote));
  return draftOf(
    orders,
    lines.flatMap((entry) => claimsOn(entry, named.rest)),
  );
}

/** Where the question names places that have figures of their own, their lines are meant, not those of what is asked. */
function areOfPlaces(
  { sides }: NamedEntries,
  { question }: Understanding,
  { collection }: Evidence,
): boolean {
  const scopes = collection.flatMap(({ ownScope, scope }) => (ownScope || scope === null ? [] : [scope]));
  const places = scopesIn(question, [...new Set(scopes)]);
  return (
    places.length === 0 || sides.some(({ entry }) => places.some((place) => isNamedIn(place, entry.label)))
  );
}

function isNamedIn(place: string, label: string): boolean {
  return label.includes(place.replace(/[省市县区州盟旗]$/, '')) || place.includes(label);
}

const read = new WeakMap<Evidence, NamedEntries | undefined>();

/** What a question names, looked up once for all that asks for it. */
function namedIn(frame: Understanding, evidence: Evidence): NamedEntries | undefined {
  if (!read.has(evidence))
    read.set(evidence, namedEntries(frame.question, passagesMeant(frame, evidence), frame.phrases[0]));
  return read.get(evidence);
}

/** Operations that set two figures against each other. */
export const setsApart: ReadonlySet<string> = new Set(['difference', 'compare', 'ratio']);

/** Whether a comparison is of things that the plan has a line for each. */
export function namesEntries(frame: Understanding, evidence: Evidence): boolean {
  const { kind, plans, unknownPlaces, unknownNames } = frame;
  const isOfTwo =
    kind === 'comparison' || (kind === 'calculation' && setsApart.has(frame.operation ?? 'compare'));
  if (!isOfTwo || plans.length > 1 || areYears(frame)) return false;
  const named = namedIn(frame, evidence);
  // A place whose plan is not there is named by a line of its own, or the question is about that plan.
  const isKnown = (name: string) => named?.sides.some(({ entry }) => entry.label.includes(name));
  return named !== undefined && [...unknownPlaces, ...unknownNames].every(isKnown);
}

/** 2030年…比2025年多多少: one thing in two years, whatever lines its name may stand in. */
function areYears({ calculation }: Understanding): boolean {
  const [first, second] = calculation?.operands ?? [];
  if (!first || !second || calculation?.isList) return false;
  const isYear = ({ text, plans, years }: OperandPhrase) =>
    plans.length === 0 && years.length === 1 && !hasName(text);
  return first.years.length === 1 && first.years[0] !== second.years[0] && isYear(second);
}

/** Passages of the plans that the question is about. */
export function passagesMeant({ plans }: Understanding, { neighbours, hits }: Evidence): Passage[] {
  const all = [...neighbours, ...hits.map(({ passage }) => passage)];
  const own = all.filter(({ planId }) => plans.length === 0 || plans.includes(planId));
  return [...new Map(own.map((passage) => [passage.passageId, passage])).values()];
}

/** Calculations first, then the lines that they rest on. */
export function draftOf(
  orders: readonly MadeClaim[],
  lines: readonly DraftClaim[],
  asked = orders.flatMap(({ claim }) => claim.indicators),
): Draft {
  const numbered = orders.map((made, at) => renumbered(made, at + 1));
  return emptyDraft({
    claims: [...numbered.map(({ claim }) => claim), ...lines],
    values: [...new Set(asked)],
    calculations: numbered.map(({ calculation }) => calculation),
    sources: new Map(numbered.map(({ calculation, sources }) => [calculation.n, sources])),
    layout: 'bullets',
  });
}

function renumbered({ claim, calculation, sources }: MadeClaim, n: number): MadeClaim {
  return { claim: { ...claim, calculations: [n] }, calculation: { ...calculation, n }, sources };
}

/** Of a column the cells that are asked for, else its head. */
function claimsOn(entry: Entry, rest: string): DraftClaim[] {
  if (!entry.isColumn) return [lineClaim(entry)];
  const { label, cells, passage } = entry;
  const asked = cells.filter(({ head, text }) => text !== '' && heldShare(head, rest) >= leastOfHead);
  return asked.length > 0
    ? asked.map(({ text }) => ({ ...quotedClaim(text, passage), label }))
    : [quotedClaim(label, passage)];
}

/** The line as it stands; of a long one the sentences that fit. */
export function lineClaim({ quote, passage }: Entry): DraftClaim {
  if (quote.length <= longestQuote) return quotedClaim(quote, passage);
  const [first, ...others] = splitSentences(quote);
  const end = others.reduce(
    (sum, one) => (one.start + one.text.length <= longestQuote ? one.start + one.text.length : sum),
    first?.text.length ?? quote.length,
  );
  return quotedClaim(quote.slice(0, end), passage);
}
