import { cutWords } from '../../../models/cut-words.js';
import type { Indicator, Passage } from '../../../records.js';
import { findIndicatorsTool } from '../../../tools/find-indicators.js';
import type { ToolContext } from '../../../tools/tool.js';
import { withinSight } from '../../../tools/tool.js';
import { type Draft, type DraftClaim, emptyDraft } from '../../draft.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import type { Understanding } from '../../understand/understand.js';
import { entitiesIn, mentionsEntity } from '../entities.js';
import type { Evidence } from '../evidence.js';
import { acceptedBy, verbatimClaim } from '../extract-drafts.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { withRowsTold } from '../row-statements.js';
import { targetDraft } from '../target-draft.js';
import { findStatement } from './find-statement.js';
import { isNamed } from './is-named.js';
import { isOfOneYear } from './is-of-one-year.js';
import { lengthened } from './lengthened.js';
import { fits, meets } from './meets.js';
import { isOfOther, leastKept, nearestDraft } from './nearest-draft.js';
import { likeness, mayBeOfMatter, saysWhatNarrows } from './of-matter.js';
import { asksForFigures, partsOf } from './parts-of.js';
import { answersOwn, withMissingNamed, withNobodyNamed, withoutStrays } from './settle.js';
import { type Statement, statementOf } from './statement.js';
import { subFrame } from './sub-frame.js';

const figureKinds: ReadonlySet<Understanding['kind']> = new Set(['target', 'fact', 'calculation']);
const indicatorLimit = 12;
/** A row of the answer that holds so much of a part may be what it asks for. */
const leastInOtherWords = 0.3;
/** Where no plan is named and these come from one, it is that plan which is asked about. */
const sureHits = 3;

/** What an answer is completed with. */
interface Given {
  frame: Understanding;
  evidence: Evidence;
  setting: ClaimSetting;
  context: ToolContext;
}

/**
 * An answer to all that a question asks: what the draft leaves open of it is looked up by itself, in rows and
 * then in the plan's sentences, and claims that answer nothing of it make room.
 */
export async function completeDraft(draft: Draft | undefined, given: Given): Promise<Draft | undefined> {
  const { frame, evidence } = given;
  if (draft?.reason === 'no_such_year' && frame.kind !== 'calculation' && isOfOther(draft, frame, evidence))
    return undefined;
  const isWorkedOut = frame.kind === 'calculation' && draft?.status !== 'answered';
  if (isWorkedOut && /[谁哪]|which/i.test(frame.question)) return draft;
  // Rows of other years leave open whether a sentence has the year that is asked for.
  const isOfOtherYears = draft?.reason === 'no_such_year';
  const isOpen =
    draft === undefined ||
    isWorkedOut ||
    isOfOtherYears ||
    (draft.status === 'answered' && draft.calculations.length === 0);
  const asksWhoToo = frame.kind === 'responsibility' && draft?.status !== 'refused' && asksForFigures(frame);
  if (!(figureKinds.has(frame.kind) || asksWhoToo) || !isOpen || frame.plans.length > 1 || frame.isFollowUp)
    return draft;
  const answers = (claim: DraftClaim, asked: Asked) => {
    const statement = statementOf(claim, evidence.collection);
    if (isOfOtherYears && !saysYear(asked, statement)) return false;
    return meets(asked, statement, frame.background) && namesEntities(asked, statement, frame);
  };
  const claims = isOfOtherYears ? [] : (draft?.claims ?? []);
  const open = stillOpen(claims, given, answers);
  if (asksWhoToo && open.length === 0) return draft;
  if (open.length === 0) return draft && withoutStrays(draft, frame, evidence.collection, answers);
  const passages = await passagesFor(given);
  const settled = (one: Draft) =>
    withMissingNamed(one, frame, { passages, collection: evidence.collection, answers });
  const found: Draft[] = [];
  for (const asked of open) {
    const near = [...claims, ...found.flatMap((one) => one.claims)];
    const one = await lookUp(asked, passages, near, given, answers, isOfOtherYears);
    if (one) found.push(one);
  }
  if ((isWorkedOut && found.length < open.length) || (asksWhoToo && found.length === 0)) return draft;
  const known = isWorkedOut || isOfOtherYears ? undefined : draft;
  if (found.length > 0) {
    const whole = settled(joined(known, found, given, answers));
    return asksWhoToo && draft === undefined ? withNobodyNamed(whole, frame) : whole;
  }
  if (isOfOtherYears) return draft;
  const isAnswered = partsOf(frame).some((asked) => claims.some((claim) => answers(claim, asked)));
  const wantsMore = frame.asked.some(({ wants }) => wants === 'open' || wants === 'quality');
  return draft && !isAnswered && !wantsMore && frame.asked.length > 0
    ? nearestDraft(draft, frame, evidence)
    : draft && settled(draft);
}

function saysYear({ years }: Asked, { plain }: Statement): boolean {
  return years.some((year) => plain.includes(String(year)));
}

/** Where a part names a zone, a town or a bank, what is said must be of it. */
function namesEntities({ text: part }: Asked, { text, headings }: Statement, frame: Understanding): boolean {
  const places = cutWords(part).filter((word) => placeName.test(word) && !frame.planNames.includes(word));
  return [...entitiesIn({ ...frame, phrases: [part] }), ...places].every(
    (entity) => mentionsEntity(text, entity) || mentionsEntity(headings, entity),
  );
}

/** Parts that no claim answers; a row that fits one, and answers no other, may say it in other words. */
function stillOpen(
  claims: readonly DraftClaim[],
  { frame, evidence }: Given,
  answers: (claim: DraftClaim, asked: Asked) => boolean,
): Asked[] {
  const unmet = partsOf(frame).filter(
    (asked) => asked.wants !== 'open' && !claims.some((claim) => answers(claim, asked)),
  );
  const free = claims.filter(
    (claim) => !isVerbatim(claim) && !partsOf(frame).some((asked) => answers(claim, asked)),
  );
  return unmet.filter((asked) => {
    const at = free.findIndex((claim) => {
      const statement = statementOf(claim, evidence.collection);
      if (!fits(asked, statement)) return false;
      return (
        likeness([asked], statement, frame.background) >= leastInOtherWords &&
        ((isNamed(claim, evidence) && saysWhatNarrows(asked, statement, frame.background)) ||
          mayBeOfMatter(asked, statement, frame.background))
      );
    });
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
}

function isVerbatim({ text, support }: DraftClaim): boolean {
  return support.some(({ quote }) => quote === text);
}

/** The passages of the plan that is asked about, or those found where none is named. */
async function passagesFor({ frame, evidence, context }: Given): Promise<readonly Passage[]> {
  const first = evidence.hits.slice(0, sureHits).map(({ passage }) => passage.planId);
  const [planId] = frame.plans.length > 0 || new Set(first).size > 1 ? frame.plans : first;
  return planId === undefined
    ? evidence.hits.map(({ passage }) => passage)
    : await context.store.passagesOf(withinSight(context, [planId])[0] ?? '');
}

async function lookUp(
  asked: Asked,
  passages: readonly Passage[],
  claims: readonly DraftClaim[],
  given: Given,
  answers: (claim: DraftClaim, asked: Asked) => boolean,
  /** Whether a sentence must say the year itself. */
  needsYear: boolean,
): Promise<Draft | undefined> {
  const rows = await rowsFor(asked, given);
  const fitting = rows?.claims.filter((claim) => answers(claim, asked)) ?? [];
  if (rows && fitting.length > 0)
    return {
      ...rows,
      claims: fitting,
      values: rows.values.filter((row) => fitting.some((claim) => claim.indicators.includes(row))),
    };
  const { frame, evidence, setting } = given;
  const accepts = acceptedBy(frame);
  const isOfYear = (text: string) => !needsYear || asked.years.some((year) => isOfOneYear(text, year));
  const near = new Set(claims.flatMap(({ support }) => support.map(({ passage }) => passage.passageId)));
  const chosen = findStatement({
    asked,
    passages,
    collection: evidence.collection,
    background: frame.background,
    near,
    accepts: (text, headings) => isOfYear(text) && accepts(text, headings),
  });
  if (!chosen) return undefined;
  return withRowsTold(emptyDraft({ claims: [verbatimClaim(chosen, [])] }), subFrame(asked, frame), evidence, {
    ...setting,
    passages: new Map([...setting.passages, [chosen.passage.passageId, chosen.passage]]),
  });
}

/** The indicator rows that a part of the question asks for by itself. */
async function rowsFor(
  asked: Asked,
  { frame, evidence, setting, context }: Given,
): Promise<Draft | undefined> {
  const own = subFrame(asked, frame);
  const indicators = await findIndicatorsTool.run(context, {
    phrases: own.phrases,
    planIds: frame.plans,
    limit: indicatorLimit,
  });
  const ids = indicators.flatMap(({ rows }) => rows.map(({ passageId }) => passageId));
  const passages = await context.store.passagesById([...new Set(ids)]);
  const known = new Map([
    ...setting.passages,
    ...passages.map((one): [string, Passage] => [one.passageId, one]),
  ]);
  const drafts = [indicators, lengthened(asked, indicators)].map((found) =>
    targetDraft(own, { ...evidence, indicators: found, clauses: [] }, { ...setting, passages: known }),
  );
  return drafts.find((draft) => draft?.status === 'answered');
}

/** 东岭区, 河口市: a place, not a kind of one. */
const placeName = /^\p{Script=Han}{2,}[市县区州盟旗]$/u;
function joined(
  draft: Draft | undefined,
  found: readonly Draft[],
  { frame, evidence: { collection } }: Given,
  answers: (claim: DraftClaim, asked: Asked) => boolean,
): Draft {
  const added = found.flatMap(({ claims }) => claims);
  const before = draft?.claims ?? [];
  const isWhole = partsOf(frame).every((asked) =>
    [...before, ...added].some((claim) => answers(claim, asked)),
  );
  const isOf = answersOwn([...before, ...added], frame, collection, answers);
  const kept = before.filter((claim) => {
    if (!isWhole || partsOf(frame).some((asked) => isOf(claim, asked))) return true;
    if (partsOf(frame).some((asked) => answers(claim, asked))) return false;
    const statement = statementOf(claim, collection);
    return !isVerbatim(claim) && likeness(partsOf(frame), statement, frame.background) >= leastKept;
  });
  const claims = [
    ...kept,
    ...added.filter(({ text }, at) => !isSaid(text, [...kept, ...added.slice(0, at)])),
  ];
  const values: Indicator[] = [
    ...(draft?.values ?? []).filter((row) => kept.some((claim) => claim.indicators.includes(row))),
  ];
  for (const row of found.flatMap((one) => one.values)) if (!values.includes(row)) values.push(row);
  return {
    ...(draft ?? emptyDraft({})),
    claims,
    values,
    layout: claims.length > 1 ? 'bullets' : 'sentences',
  };
}

function isSaid(text: string, claims: readonly DraftClaim[]): boolean {
  return claims.some((claim) => claim.text.includes(text));
}
