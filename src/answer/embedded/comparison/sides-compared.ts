import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { figuresDraft } from '../combined-draft.js';
import { comparisonDraft } from '../comparison-draft.js';
import { entriesDraft } from '../entries/entries-draft.js';
import { extremeDraft } from '../entries/extreme-draft.js';
import { sectionSides } from '../entries/section-sides.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { asksGrowth } from './compared-rows.js';
import { comparedMembers } from './members.js';
import { yearlyShareDraft } from './yearly-share.js';

/** Places that have rows of their own, then rows of a table or works of a box, then what else has the figure. */
export function sidesCompared(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const yearly = yearlyShareDraft(frame, evidence, setting);
  if (yearly) return yearly;
  const lines = frame.plans.length <= 1 ? entriesDraft(frame, evidence, setting) : undefined;
  const byRows = comparisonDraft(frame, evidence, setting);
  if (lines && compareBetter(lines, byRows)) return lines;
  const hasMembers = byRows?.lead === null && comparedMembers(frame, evidence).length > 1;
  if (frame.plans.length > 1 || hasMembers || (byRows && asksGrowth.test(frame.question))) return byRows;
  return extremeDraft(frame, evidence, setting) ?? sectionSides(frame, evidence) ?? lines ?? byRows;
}

/** Where several plans are named, a draft that has a figure of each of them goes before one that has not. */
export function ofEveryPlan(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const draft = figuresDraft(frame, evidence, setting);
  const covered = (one: Draft | undefined) =>
    new Set(one?.claims.flatMap(({ support }) => support.map(({ passage }) => passage.planId))).size;
  if (frame.plans.length < 2 || covered(draft) >= frame.plans.length) return draft;
  const sides = comparisonDraft(frame, evidence, setting);
  return covered(sides) > covered(draft) ? sides : draft;
}

/** Three rows of a table before two of them that have rows of their own, and figures of one time before those of several. */
function compareBetter(lines: Draft, other: Draft | undefined): boolean {
  const inputs = (draft: Draft | undefined) => draft?.calculations[0]?.inputs ?? [];
  const years = (draft: Draft | undefined) => new Set(inputs(draft).map(({ year }) => year)).size;
  const [own, others] = [inputs(lines).length, inputs(other).length];
  return own > others || (own > 0 && own === others && years(lines) === 1 && years(other) > 1);
}
