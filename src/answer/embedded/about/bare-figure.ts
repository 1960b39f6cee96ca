import { findQuantities } from '../../../quantity/find-quantities.js';
import { sameQuantity } from '../../../quantity/same-quantity.js';
import type { Indicator } from '../../../records.js';
import type { ToolContext } from '../../../tools/tool.js';
import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { quantityOf } from '../choose-rows.js';
import { fillTemplate } from '../fill-template.js';
import { indicatorClaim } from '../indicator-claims.js';

const mostShown = 6;

/** Where a figure that is named without a question stands in the plans; says so where none has it. */
export async function bareFigureDraft(
  message: string,
  { language }: Understanding,
  context: ToolContext,
): Promise<Draft> {
  const figure = message.replace(/[\s？?。]+/g, '');
  const rows = stating(figure, context).slice(0, mostShown);
  const passages = await context.store.passagesById(rows.map(({ passageId }) => passageId));
  const setting = {
    language,
    plans: new Map(context.plans.map((plan) => [plan.planId, plan])),
    passages: new Map(passages.map((passage) => [passage.passageId, passage])),
  };
  const claims = rows.flatMap((row) => indicatorClaim({ row, baseline: undefined, setting }) ?? []);
  if (claims.length > 0)
    return emptyDraft({
      claims,
      lead: fillTemplate(language, 'figureStands', { figure }),
      layout: 'bullets',
    });
  return emptyDraft({
    status: 'refused',
    reason: 'not_in_plans',
    lead: fillTemplate(language, 'figureNowhere', { figure }),
  });
}

/** Rows of the figure, each thing once; a bare number may have any unit. */
function stating(figure: string, { indicators, planIds }: ToolContext): Indicator[] {
  const given = findQuantities(figure).find(({ role }) => role === 'quantity');
  const bare = /^\d[\d,.]*$/.test(figure) ? Number(figure.replaceAll(',', '')) : undefined;
  const visible = new Set(planIds);
  const rows = indicators.groups
    .filter(({ planId }) => visible.has(planId))
    .flatMap((group) => group.rows)
    .filter((row) => {
      const quantity = quantityOf(row);
      if (quantity === undefined || row.valueMax !== null) return false;
      if (bare !== undefined) return row.value === bare;
      return given !== undefined && sameQuantity({ ...quantity, comparator: given.comparator }, given);
    });
  const key = ({ planId, scope, canonicalName, year }: Indicator) =>
    `${planId} ${scope} ${canonicalName} ${year}`;
  return [...new Map([...rows].reverse().map((row) => [key(row), row])).values()].reverse();
}
