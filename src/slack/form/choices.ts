import { createHash } from 'node:crypto';
import { toChineseTerms } from '../../answer/understand/translate.js';
import { foldText } from '../../models/cut-words.js';
import type { Indicator } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';

/** An entry of a menu; `value` stands for it when the form comes back. */
export interface Choice {
  text: string;
  value: string;
}

/** What was chosen so far. */
export interface Chosen {
  plan?: string | undefined;
  indicator?: string | undefined;
  year?: string | undefined;
}

type Context = Pick<ToolContext, 'plans' | 'planIds' | 'indicators'>;

/** A menu shows so many entries. */
const choiceLimit = 100;

/** The plans in sight whose title or names hold what was typed. */
export function planChoices({ plans, planIds }: Context, typed: string): Choice[] {
  return plans
    .filter(({ planId }) => planIds.includes(planId))
    .filter(({ planId, title, aliases }) => [title, planId, ...aliases].some((name) => holds(name, typed)))
    .map(({ planId, title }) => ({ text: title, value: keyOf(planId) }))
    .slice(0, choiceLimit);
}

/** The indicators of a plan that have figures and whose name holds what was typed. */
export function indicatorChoices(context: Context, chosen: Chosen, typed: string): Choice[] {
  return groupsOf(context, chosen)
    .filter(({ rows, name }) =>
      [name, ...rows.flatMap(({ canonicalName, aliases }) => [canonicalName, ...aliases])].some((one) =>
        holds(one, typed),
      ),
    )
    .map(({ name, scope, value }) => ({ text: scope === null ? name : `${name}（${scope}）`, value }))
    .slice(0, choiceLimit);
}

/** The years for which a plan gives an indicator. */
export function yearChoices(context: Context, chosen: Chosen, typed: string): Choice[] {
  const years = rowsOf(context, { ...chosen, year: undefined }).map(({ year }) => year);
  const distinct = [...new Set(years)].sort((a, b) => (a ?? 0) - (b ?? 0));
  return distinct
    .map((year) => ({ text: year === null ? '—' : String(year), value: String(year) }))
    .filter(({ text }) => text.includes(typed.trim()))
    .slice(0, choiceLimit);
}

/** The rows of what was chosen; none where it is not in the collection, or not in sight, any more. */
export function rowsOf(context: Context, chosen: Chosen): Indicator[] {
  const group = groupsOf(context, chosen).find(({ value }) => value === chosen.indicator);
  const rows = group?.rows ?? [];
  return rows.filter(({ year }) => chosen.year === undefined || String(year) === chosen.year);
}

/** Id of the plan that was chosen, where it is in sight. */
export function planIdOf({ planIds }: Pick<Context, 'planIds'>, { plan }: Chosen): string | undefined {
  return planIds.find((id) => keyOf(id) === plan);
}

function groupsOf(context: Context, chosen: Chosen) {
  const planId = planIdOf(context, chosen);
  return context.indicators.groups
    .filter((group) => group.planId === planId)
    .map(({ name, scope, rows }) => ({
      name,
      scope,
      rows: rows.filter(({ value }) => value !== null),
      value: keyOf(`${name}\n${scope ?? ''}\n${rows[0]?.measure ?? ''}`),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function holds(name: string, typed: string): boolean {
  const wanted = foldText(typed).replace(/\s+/g, '');
  const folded = foldText(name).replace(/\s+/g, '');
  const chinese = foldText(toChineseTerms(typed)).replace(/\s+/g, '');
  return folded.includes(wanted) || (chinese !== '' && folded.includes(chinese));
}

/** Names are longer than a menu's value may be. */
function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
