import type { Passage } from '../../records.js';
import { rowsOfPassage } from '../../retrieve/rows-of-passage.js';
import type { DraftClaim, Support } from '../draft.js';
import { bearingSupport } from '../verify/bears-on.js';
import { boundRows } from '../verify/bound-rows.js';
import { withQuestion } from '../verify/in-context.js';
import { plainPassage } from '../verify/plain-passage.js';
import { chooseQuote } from './choose-quote.js';
import { listedCounts } from './listed-counts.js';
import type { Run } from './run.js';
import type { SubmittedClaim } from './submit-claims.js';

/** Marks that models set by themselves for sources: [1], 【2】, and a passage's id in brackets. */
const ownMarks = /\s*(?:\[\^?\d[\d,\s]*\]|【\d+[^】]{0,20}】|[[(（][^\s[\]()（）]*#\d+-[0-9a-f]{10}[\])）])/g;

/**
 * A claim as the model handed it in, as a draft that can be verified: ids that were never shown become
 * nothing, quotes and indicator rows are chosen here. `claims` were handed in together.
 */
export function toDraftClaim(claim: SubmittedClaim, claims: number, run: Run): DraftClaim {
  const text = claim.text.replace(ownMarks, '').replace(/\s+/g, ' ').trim();
  const calculations = run.calculations.filter(({ n }) => claim.calculations.includes(n));
  const named = [...new Set(claim.passageIds)].flatMap((id) => run.citable.get(id) ?? []);
  const quoted = named.map(
    (passage): Support => ({ passage, quote: chooseQuote(text, plainPassage(passage)) }),
  );
  const sources = calculations.flatMap((one) => one.sources.map(({ support }) => support));
  const support = distinct([...sources, ...bearingSupport(text, quoted)]);
  return {
    text,
    support,
    indicators: rowsStated(text, support, run),
    calculations: calculations.map(({ n }) => n),
    asked: run.asked,
    counts: listedCounts({ text, claims, passages: support.map(({ passage }) => passage) }),
  };
}

/** The rows whose figures a claim states; a short answer is read with its question. */
function rowsStated(text: string, support: readonly Support[], run: Run) {
  const rows = rowsIn(
    support.map(({ passage }) => passage),
    run,
  );
  const plans = new Map(run.context.plans.map((plan) => [plan.planId, plan]));
  const stated = boundRows(text, rows, plans);
  return stated.length > 0 ? stated : boundRows(withQuestion(run.asked, text), rows, plans);
}

function rowsIn(passages: readonly Passage[], { context }: Run) {
  const ids = new Set(passages.map(({ passageId }) => passageId));
  return [...ids].flatMap((id) => rowsOfPassage(context.indicators, id));
}

function distinct(support: readonly Support[]): Support[] {
  const byPlace = new Map(support.map((one) => [`${one.passage.passageId}\n${one.quote}`, one]));
  return [...byPlace.values()];
}
