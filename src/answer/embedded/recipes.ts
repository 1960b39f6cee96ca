import type { Frame } from '../../records.js';
import type { Draft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { asksForMeasures } from './asks-for-measures.js';
import { aspectsAsked } from './aspects.js';
import { attributeDraft } from './attribute-draft.js';
import { boxDraft } from './box-draft.js';
import { figuresOfBothYears } from './calculation/both-years.js';
import terms from './calculation/calculation-terms.json' with { type: 'json' };
import { countIn } from './calculation/sum-items.js';
import { calculationDraft, isStated, reproductionDraft, workedBackDraft } from './calculation-draft.js';
import { figuresDraft } from './combined-draft.js';
import { completionDraft } from './comparison/completion-draft.js';
import { sideBySide } from './comparison/side-by-side.js';
import { ofEveryPlan, sidesCompared } from './comparison/sides-compared.js';
import { yearlyShareDraft } from './comparison/yearly-share.js';
import { asksForExtreme, comparisonDraft } from './comparison-draft.js';
import { sumDraft } from './conflict/sum-draft.js';
import { tiedDraft } from './conflict/tied-draft.js';
import { wordingsDraft } from './conflict/wordings-draft.js';
import { conflictDraft } from './conflict-draft.js';
import { explanationDraft, listedAt, ofTerm, unexplainedDraft } from './definition-drafts.js';
import { dutyDraft } from './duties/duty-draft.js';
import { isOnMatter } from './duties/find-duties.js';
import { implementationDraft } from './duties/implementation-draft.js';
import { saysWho } from './duties/read-duties.js';
import { entriesDraft, setsApart } from './entries/entries-draft.js';
import { asksWhichMost, extremeDraft } from './entries/extreme-draft.js';
import type { Evidence, ToolCall } from './evidence.js';
import { factDraft, pointsDraft } from './extract-drafts.js';
import { glossaryDraft } from './glossary-entry.js';
import { headingDraft } from './heading-draft.js';
import type { ClaimSetting } from './indicator-claims.js';
import { instancesDraft } from './instances-draft.js';
import { kindOf } from './kind-asked.js';
import { countedListDraft, listDraft } from './list-draft.js';
import { isOfNoNumber } from './listing/list-wish.js';
import { listingDraft } from './listing/listing-draft.js';
import { nearestListDraft } from './listing/members-draft.js';
import { mechanismDraft } from './mechanism-draft.js';
import { phaseDraft } from './phase-draft.js';
import { asksForWholePlan, planDraft } from './plan-draft.js';
import { rowsByValueDraft } from './rows-by-value.js';
import { namesBodies } from './sentence-fit.js';
import { shorthandDraft } from './shorthand-draft.js';
import { explainedDraft } from './term-draft.js';
import { isUntreated } from './treatment/treatments-in.js';
import { treatmentDraft } from './treatment-draft.js';

/** How a kind of question is answered: what to look up, and how what comes back becomes claims. */
export interface Recipe {
  calls: readonly ToolCall[];
  /** Undefined when what was found does not answer the question. */
  draft(frame: Understanding, evidence: Evidence, setting: ClaimSetting): Draft | undefined;
}

const passages: ToolCall = { tool: 'search_passages' };
const indicators: ToolCall = { tool: 'find_indicators' };
/** Characters of claims that an answer of points aims at. */
const summaryBudget = 620;
const listBudget = 900;
/** A summary follows a section's own parts only where the question surely means that section. */
const sectionSummary = { least: 0.6, budget: 900 };

/** Where what is asked could not be worked out, the figures that it starts from are not the ones asked for. */
const notWorkedOut = (draft: Draft | undefined): Draft | undefined => draft && { ...draft, values: [] };

/** Growth that no plan states is worked out for each before levels are set side by side. */
const isOfGrowth = ({ operation, plans }: Understanding): boolean =>
  plans.length > 1 && (operation === 'growth' || operation === 'cagr');

/** What several plans do about a matter, not how much of something they have. */
const isOfMeasures = ({ plans, question }: Understanding): boolean =>
  plans.length > 1 && asksForMeasures(question) && !asksForAmount.test(question);
const asksForAmount = /多少|几|[高低大小快慢]|增速|目标|规模|占比|比重|数量|总额|余额/;

/** A calculation; where one of its figures is missing, the lines of the plan that the question names may have it. */
const workedOut = (frame: Understanding, evidence: Evidence, setting: ClaimSetting): Draft | undefined => {
  const yearly = yearlyShareDraft(frame, evidence, setting);
  if (yearly) return yearly;
  const sum = (frame.calculation?.operands.length ?? 0) > 1 ? undefined : sumDraft(frame, evidence, setting);
  if (sum && doubts.test(frame.question)) return sum;
  const extreme =
    frame.plans.length <= 1 && asksWhichMost(frame) ? extremeDraft(frame, evidence, setting) : undefined;
  if (extreme) return extreme;
  const isOfOnePlan = frame.plans.length <= 1;
  const lines =
    isOfOnePlan && setsApart.has(frame.operation ?? 'compare')
      ? entriesDraft(frame, evidence, setting)
      : undefined;
  if (lines && lines.calculations.length > 0) return lines;
  const draft = calculationDraft(frame, evidence, setting);
  if (draft?.status === 'answered') return draft;
  // All that a list has is not the five that the question counts.
  if (sum && countIn(frame.question) === undefined) return sum;
  if (!draft || !isOfOnePlan) return draft;
  return lines ?? entriesDraft(frame, evidence, setting) ?? draft;
};

/** Whether the parts come to the total that is written is the audit's to say before all else. */
const doubts = new RegExp(terms.doubt, 'i');

const figures: Recipe = {
  calls: [indicators, passages],
  draft: (frame, evidence, setting) =>
    workedBackDraft(frame, evidence, setting) ?? ofEveryPlan(frame, evidence, setting),
};
const sums: Recipe = {
  calls: [indicators, passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    workedOut(frame, evidence, setting) ??
    (frame.plans.length > 1 || asksForExtreme(frame.question)
      ? notWorkedOut(comparisonDraft(frame, evidence, setting))
      : undefined) ??
    (isStated(frame, evidence, setting) ? figuresDraft(frame, evidence, setting) : undefined) ??
    figuresOfBothYears(frame, notWorkedOut(figuresDraft(frame, evidence, setting))),
};
const sentences: Recipe = {
  calls: [indicators, passages],
  draft: (frame, evidence, setting) => factDraft(frame, evidence) ?? figuresDraft(frame, evidence, setting),
};
/** Where it is asked who, sentences that name nobody are no answer. */
function sayingWho(frame: Understanding, draft: Draft | undefined): Draft | undefined {
  if (!draft || !aspectsAsked(frame.question).includes('who')) return draft;
  const claims = draft.claims.filter(({ text, support }) => {
    const headings = support.flatMap(({ passage }) => passage.sectionPath.slice(-1));
    return (namesBodies(text) || saysWho(text)) && isOnMatter([text, ...headings].join(' '), frame);
  });
  return claims.length === 0 ? undefined : { ...draft, claims };
}

const titleIn =
  ({ plans }: ClaimSetting) =>
  (planId: string): string =>
    `《${plans.get(planId)?.title ?? planId}》`;

const bodies: Recipe = {
  calls: [indicators, passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    shorthandDraft(frame, evidence) ??
    rowsByValueDraft(frame, evidence) ??
    implementationDraft(frame, evidence) ??
    mechanismDraft(frame, evidence) ??
    dutyDraft(frame, evidence, titleIn(setting)) ??
    sayingWho(frame, sentences.draft(frame, evidence, setting)),
};
/** What a term stands for; where the plan explains none, "what is …" may mean a section. */
const meaning: Recipe = {
  calls: [indicators, passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    glossaryDraft(frame, evidence) ??
    explainedDraft(frame, evidence) ??
    ofTerm(
      frame,
      headingDraft(frame, evidence) ??
        explanationDraft(frame, evidence) ??
        listedAt(frame, listingDraft(frame, evidence)) ??
        unexplainedDraft(frame, evidence) ??
        listDraft(frame, evidence, sectionSummary) ??
        sentences.draft(frame, evidence, setting),
    ) ??
    unexplainedDraft(frame, evidence),
};
const comparison: Recipe = {
  calls: [indicators, passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    (isOfGrowth(frame) ? calculationDraft(frame, evidence, setting) : undefined) ??
    (isOfMeasures(frame) ? sideBySide(frame, evidence, setting) : undefined) ??
    sidesCompared(frame, evidence, setting) ??
    calculationDraft(frame, evidence, setting) ??
    (frame.plans.length > 1 ? sideBySide(frame, evidence, setting) : undefined) ??
    (frame.plans.length > 1 ? pointsDraft(frame, evidence, listBudget) : undefined) ??
    figuresDraft(frame, evidence, setting),
};
/** Parts that are added up stand in one passage; what merely bears the same words elsewhere is no part. */
const ofOnePlace = (draft: Draft | undefined): Draft | undefined => {
  const [sum] = draft?.calculations ?? [];
  const rows = draft?.claims[0]?.indicators ?? [];
  const isMixed = sum?.operation === 'sum' && new Set(rows.map(({ passageId }) => passageId)).size > 1;
  return isMixed ? undefined : draft;
};
const contradiction: Recipe = {
  calls: [indicators, passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    sumDraft(frame, evidence, setting) ??
    tiedDraft(frame, evidence, setting) ??
    ofOnePlace(reproductionDraft(frame, evidence, setting)) ??
    wordingsDraft(frame, evidence) ??
    conflictDraft(frame, evidence, setting),
};
const list: Recipe = {
  calls: [passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    glossaryDraft(frame, evidence) ??
    rowsByValueDraft(frame, evidence) ??
    phaseDraft(frame, evidence) ??
    boxDraft(frame, evidence) ??
    explainedDraft(frame, evidence) ??
    (frame.plans.length > 1 ? instancesDraft(frame, evidence, setting) : undefined) ??
    (asksForMeasures(frame.question) && isOfNoNumber(frame) && frame.plans.length <= 1
      ? treatmentDraft(frame, evidence)
      : undefined) ??
    (frame.plans.length <= 1 ? listingDraft(frame, evidence) : undefined) ??
    (frame.plans.length > 1 ? sideBySide(frame, evidence, setting) : listDraft(frame, evidence)) ??
    (asksForMeasures(frame.question) ? undefined : nearestListDraft(frame, evidence)) ??
    (frame.language === 'en' ? factDraft(frame, evidence) : undefined) ??
    (frame.plans.length <= 1 ? treatmentDraft(frame, evidence) : undefined) ??
    pointsDraft(frame, evidence, listBudget),
};
/** Sections and points near to a matter that the plan knows; of one that it does not, none is. */
const nearestPoints = (frame: Understanding, evidence: Evidence): Draft | undefined =>
  isUntreated(frame, evidence)
    ? undefined
    : ((frame.plans.length > 1 ? undefined : listDraft(frame, evidence, sectionSummary)) ??
      pointsDraft(frame, evidence, summaryBudget));
const summary: Recipe = {
  calls: [passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    (asksForWholePlan(frame) ? planDraft(frame, evidence) : undefined) ??
    (frame.plans.length > 1
      ? sideBySide(frame, evidence, setting)
      : (shorthandDraft(frame, evidence) ??
        phaseDraft(frame, evidence) ??
        countedListDraft(frame, evidence) ??
        treatmentDraft(frame, evidence))) ??
    nearestPoints(frame, evidence),
};

/** Lists of indicators by their attribute come from the rows, whatever words the question is put in. */
export const attributes: Recipe = { calls: [indicators, passages], draft: attributeDraft };

/** Which targets were met comes from the table that has both, whatever words the question is put in. */
export const completion: Recipe = {
  calls: [indicators, passages, { tool: 'read_plan' }],
  draft: (frame, evidence, setting) =>
    completionDraft(frame, evidence, setting) ?? recipes[kindOf(frame)].draft(frame, evidence, setting),
};

/** A new kind of question is one entry here. */
export const recipes: Record<Exclude<Frame['kind'], 'plans' | 'about' | 'empty'>, Recipe> = {
  target: figures,
  fact: figures,
  calculation: sums,
  comparison,
  conflict: contradiction,
  definition: meaning,
  responsibility: bodies,
  list,
  summary,
};
