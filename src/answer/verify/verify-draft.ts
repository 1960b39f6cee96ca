import type { Indicator, Passage, Plan } from '../../records.js';
import type { Store } from '../../store/open-store.js';
import type { Finding } from '../../store/rows.js';
import type { Draft, DraftClaim } from '../draft.js';
import { compact } from '../sentences.js';
import { notBorne } from './bears-on.js';
import { type FigureSetting, unboundFigure } from './bind-figures.js';
import { besideFinding } from './finding-told.js';
import { holdsLink } from './holds-link.js';
import { isVerbatim } from './is-verbatim.js';
import { plainPassage, speaksToReader } from './plain-passage.js';
import { repeatsPrompt } from './repeats-prompt.js';
import { hasSamePolarity } from './same-polarity.js';

export interface DroppedClaim {
  text: string;
  reason: string;
}

/**
 * Lets through what can be checked: each cited passage is in the index and visible to the asker, each quote
 * stands in it, each figure is bound, and what is cited bears on what is claimed. The rest is dropped and named; a draft that lost claims is partial,
 * one that lost them all is refused. Both engines pass through here.
 */
export async function verifyDraft({
  draft,
  store,
  visible,
  plans,
  rowsOf = () => [],
  instead = () => [],
}: {
  draft: Draft;
  store: Pick<Store, 'passagesById' | 'plans'> & Partial<Pick<Store, 'findings'>>;
  visible: ReadonlySet<string>;
  /** The plans by id; read from the store where they are not given. */
  plans?: ReadonlyMap<string, Plan>;
  /** Indicator rows that stand in a passage, by its id. */
  rowsOf?: (passageId: string) => readonly Indicator[];
  /** What may be said where a claim does not stand; it is verified likewise. */
  instead?: (claim: DraftClaim) => DraftClaim[];
}): Promise<{ draft: Draft; dropped: DroppedClaim[] }> {
  const ids = [
    ...new Set(draft.claims.flatMap((claim) => claim.support.map(({ passage }) => passage.passageId))),
  ];
  const stored = new Map((await store.passagesById(ids)).map((passage) => [passage.passageId, passage]));
  const known = plans ?? new Map((await store.plans()).map((plan) => [plan.planId, plan]));
  const tellsFindings = draft.claims.some(({ finding }) => finding !== undefined);
  const findings = tellsFindings ? ((await store.findings?.([...visible])) ?? []) : [];
  const dropped: DroppedClaim[] = [];
  const faultOf = (claim: DraftClaim) =>
    misplaced(claim, stored, visible) ??
    fault(withPlainSupport(claim, stored), draft, { plans: known, rowsOf }, findings) ??
    misworded(withPlainSupport(claim, stored), draft, known);
  const isNew = ({ text }: DraftClaim) => !draft.claims.some((claim) => claim.text.includes(text));
  const claims = draft.claims.flatMap((claim) => {
    const reason = faultOf(claim);
    if (!reason) return [claim];
    const others = instead(claim).filter((one) => isNew(one) && !faultOf(one));
    if (others.length === 0) dropped.push({ text: claim.text, reason });
    return others;
  });
  const values = draft.values.filter((value) => claims.some((claim) => claim.indicators.includes(value)));
  return { draft: outcome({ ...draft, claims, values }, dropped), dropped };
}

/** What is cited is not in the index, or not for the asker, or not in those words. */
function misplaced(
  claim: DraftClaim,
  stored: ReadonlyMap<string, { planId: string; text: string }>,
  visible: ReadonlySet<string>,
): string | undefined {
  for (const { passage, quote } of claim.support) {
    const known = stored.get(passage.passageId);
    if (!known || !visible.has(known.planId)) return `the passage ${passage.passageId} is not in the index`;
    if (!compact(known.text).includes(compact(quote)))
      return `the quote does not stand in ${passage.passageId}`;
  }
  return undefined;
}

/**
 * A claim on the passages as they are stored, whatever the engine handed over. What a plan's text says to
 * the program that reads it is no statement of the plan.
 */
function withPlainSupport(claim: DraftClaim, stored: ReadonlyMap<string, Passage>): DraftClaim {
  const support = claim.support.map(({ passage, quote }) => {
    const known = stored.get(passage.passageId);
    return { quote, passage: known ? plainPassage(known) : { ...passage, text: '' } };
  });
  return { ...claim, support };
}

function fault(
  claim: DraftClaim,
  { calculations }: Draft,
  setting: FigureSetting,
  findings: readonly Finding[],
): string | undefined {
  if (holdsLink(claim.text)) return 'it holds a link or a mention';
  if (speaksToReader(claim.text)) return 'it speaks to its reader';
  if (claim.support.length === 0 && claim.calculations.length === 0) return 'nothing is cited';
  const addressed = claim.support.find(
    ({ passage, quote }) => !compact(passage.text).includes(compact(quote)),
  );
  if (addressed) return 'what is cited speaks to its reader';
  for (const row of claim.indicators) {
    const source = claim.support.find(({ passage }) => passage.passageId === row.passageId);
    if (!source || !compact(source.passage.text).includes(compact(row.quote)))
      return `the indicator ${row.name} is not cited where it stands`;
  }
  const beside = besideFinding(claim, findings);
  const open = beside === undefined ? claim : { ...claim, text: beside };
  const figure = unboundFigure(open, calculations, setting);
  return figure === undefined ? undefined : `nothing cited supports ${figure}`;
}

/** What a plan's audit found is in words of its own; every other claim must say what is cited. */
function misworded(
  claim: DraftClaim,
  { calculations }: Draft,
  plans: ReadonlyMap<string, Plan>,
): string | undefined {
  if (repeatsPrompt(claim.text)) return 'it repeats the instructions';
  if (isVerbatim(claim) || claim.conflictAbout !== undefined) return undefined;
  if (!hasSamePolarity(claim)) return 'the cited passages say the opposite, or do not deny it';
  return notBorne(claim, calculations, plans);
}

/** 规划没有给出…，只有下列数字：, where nothing is left to list. */
const opensList = /(?:[，,；;]|(?<=[。.])\s?)[^，,；;。]*[：:]\s*$/;

function outcome(draft: Draft, dropped: readonly DroppedClaim[]): Draft {
  if (dropped.length === 0 || draft.status === 'clarify') return draft;
  if (draft.status === 'refused')
    return draft.claims.length > 0 ? draft : { ...draft, lead: draft.lead?.replace(opensList, '') ?? null };
  if (draft.claims.length === 0) return { ...draft, status: 'refused', reason: 'not_in_plans', values: [] };
  return { ...draft, status: 'partial' };
}
