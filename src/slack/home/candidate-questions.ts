import type { Indicator, Language, Plan } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import { fillIn, textsFor } from '../views/texts.js';

/** Plans that questions are made for, and indicators of each. */
const planLimit = 3;
const rowLimit = 2;
const longestName = 12;
const longestQuestion = 150;

/** Questions that the plans somebody may see should be able to answer: targets, summaries, what there is. */
export function candidateQuestions(
  { plans, planIds, indicators }: Pick<ToolContext, 'plans' | 'planIds' | 'indicators'>,
  language: Language,
): { targets: string[]; summaries: string[]; plans: string } {
  const { questions } = textsFor(language);
  const visible = plans.filter(({ planId }) => planIds.includes(planId));
  const some = visible.slice(0, planLimit);
  const fits = (question: string) => question.length <= longestQuestion;
  const byPlan = some.map((plan) => {
    const named = nameOf(plan, visible);
    return targetsOf(plan, indicators).map(({ name, year }) =>
      fillIn(questions.target, { plan: named, year: String(year), indicator: name }),
    );
  });
  return {
    // One of each plan first, so that the first few speak of several.
    targets: Array.from({ length: rowLimit }, (_, at) => byPlan.flatMap((all) => all[at] ?? []))
      .flat()
      .filter(fits),
    summaries: some.map((plan) => fillIn(questions.summary, { plan: nameOf(plan, visible) })).filter(fits),
    plans: questions.plans,
  };
}

/** Targets for the end of the plan's period, those of tables and with short names first. */
function targetsOf({ planId, periodEnd }: Plan, { groups }: ToolContext['indicators']): Indicator[] {
  const rows = groups
    .filter((group) => group.planId === planId && group.ownScope && group.name.length <= longestName)
    .flatMap((group) => group.rows)
    .filter(({ kind, value, year }) => kind === 'target' && value !== null && year !== null)
    .filter(({ year }) => periodEnd === null || year === periodEnd);
  const distinct = rows.filter(({ name }, at) => rows.findIndex((one) => one.name === name) === at);
  return distinct
    .sort((a, b) => Number(b.source === 'table') - Number(a.source === 'table'))
    .slice(0, rowLimit);
}

/** A plan by its place where that is one plan's alone, and by its title otherwise. */
function nameOf({ planId, region, title }: Plan, visible: readonly Plan[]): string {
  const isShared = visible.some((other) => other.planId !== planId && other.region === region);
  return region === null || isShared ? `《${title}》` : region;
}
