import type { Indicator, Passage, Plan } from '../../records.js';
import { type IndicatorMatch, namesSubject } from '../../retrieve/find-indicators.js';
import { isInPart } from '../../retrieve/rank.js';
import type { Hit } from '../../store/open-store.js';
import type { Finding } from '../../store/rows.js';
import { findIndicatorsTool } from '../../tools/find-indicators.js';
import { listPlansTool } from '../../tools/list-plans.js';
import { searchPassagesTool } from '../../tools/search-passages.js';
import { type ToolContext, withinSight } from '../../tools/tool.js';
import { subjectsOf } from '../understand/follow-up-subject.js';
import { splitClauses } from '../understand/split-clauses.js';
import type { Understanding } from '../understand/understand.js';
import { operandSearches } from './calculation/operand-searches.js';
import { asksForWholePlan } from './plan-draft.js';

/** A tool call as data: which tool, with what. */
export type ToolCall =
  | { tool: 'search_passages' }
  | { tool: 'read_plan' }
  | { tool: 'find_indicators' }
  | { tool: 'list_plans' };

/** What the tools brought back for a frame. */
export interface Evidence {
  hits: Hit[];
  indicators: IndicatorMatch[];
  /** Indicators that each part of the question names, where it has parts. */
  clauses: IndicatorMatch[][];
  /** Indicators that each figure of a calculation may be, in the operation's order. */
  operands: IndicatorMatch[][];
  /** Every indicator row of the plans looked at. */
  collection: readonly Indicator[];
  /** Where the plans looked at contradict themselves. */
  findings: readonly Finding[];
  /** All passages of the plans that the best hits come from, in order. */
  neighbours: Passage[];
  plans: readonly Plan[];
}

const passageLimit = 24;
const mostPlansRead = 4;
const indicatorLimit = 40;

/** Runs the tool calls of a frame. */
export async function gather(
  calls: readonly ToolCall[],
  frame: Understanding,
  context: ToolContext,
): Promise<Evidence> {
  const evidence: Evidence = {
    hits: [],
    indicators: [],
    clauses: [],
    operands: [],
    collection: [],
    findings: [],
    neighbours: [],
    plans: [],
  };
  for (const { tool } of calls) {
    if (tool === 'search_passages') evidence.hits = await findPassages(frame, context);
    if (tool === 'read_plan')
      evidence.neighbours = asksForWholePlan(frame)
        ? await context.store.passagesOf(withinSight(context, frame.plans)[0] ?? '')
        : await readPlans(evidence.hits, frame.plans.length, context);
    if (tool === 'find_indicators') {
      evidence.findings = await context.store.findings(withinSight(context, frame.plans));
      const find = (phrases: string[], planIds = frame.plans) =>
        findIndicatorsTool.run(context, { phrases, planIds, limit: indicatorLimit });
      const planIds = new Set(withinSight(context, frame.plans));
      evidence.collection = context.indicators.groups
        .filter((group) => planIds.has(group.planId))
        .flatMap((group) => group.rows);
      const own = frame.isFollowUp ? await find(frame.phrases.slice(0, 1)) : [];
      // A follow-up that names an indicator itself asks for that one, not for the one before.
      const namesOwn = own[0] !== undefined && own[0].score >= ownScore && namesSubject(own[0]);
      evidence.indicators = namesOwn ? own : speakingOf(await find(frame.phrases), frame);
      evidence.clauses = await Promise.all(
        splitClauses(frame.phrases[0] ?? '').map((clause) => find([clause])),
      );
      evidence.operands = await Promise.all(
        operandSearches(frame, evidence.collection).map(({ text, planIds }) => find([text], planIds)),
      );
    }
    if (tool === 'list_plans') evidence.plans = await listPlansTool.run(context, {});
  }
  return evidence;
}

/** Where a follow-up names a subject of its own, an indicator that only the question before names is not meant. */
function speakingOf(matches: readonly IndicatorMatch[], frame: Understanding): IndicatorMatch[] {
  const own = subjectsOf(frame.phrases[0] ?? '', frame.background);
  if (!frame.isFollowUp || own.length === 0) return [...matches];
  return matches.filter(({ covered }) =>
    own.some((word) => [...covered].some((said) => said.includes(word) || word.includes(said))),
  );
}

/** Plans of the best hits are read whole: few, so that a list can be completed. */
async function readPlans(hits: readonly Hit[], named: number, context: ToolContext): Promise<Passage[]> {
  const most = Math.min(Math.max(named, 2), mostPlansRead);
  const planIds = [...new Set(hits.slice(0, 2 * most).map((hit) => hit.passage.planId))].slice(0, most);
  return (await Promise.all(planIds.map((planId) => context.store.passagesOf(planId)))).flat();
}

/** A follow-up names its own indicator when it does so this well. */
const ownScore = 0.6;
const figureKinds = new Set(['target', 'fact', 'calculation', 'comparison', 'conflict']);

/** One search, or one a plan where several are named, taken in turn so that each has its say. */
async function findPassages(frame: Understanding, context: ToolContext): Promise<Hit[]> {
  const search = (planIds: string[]) =>
    searchPassagesTool.run(context, {
      phrases: frame.phrases,
      background: frame.background,
      planIds,
      years: frame.years,
      parts: frame.parts,
      wantsFigures: figureKinds.has(frame.kind),
      limit: passageLimit,
    });
  if (frame.plans.length <= 1) return withinParts(await search(frame.plans), frame.parts);
  const lists = await Promise.all(frame.plans.map((planId) => search([planId])));
  return interleave(lists);
}

/** Where the question names a numbered part, what stands in it; all hits when nothing does. */
function withinParts(hits: Hit[], parts: readonly string[]): Hit[] {
  const inside = hits.filter((hit) => isInPart(hit.passage.sectionPath, parts));
  return inside.length > 0 ? inside : hits;
}

function interleave(lists: readonly Hit[][]): Hit[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
