import { z } from 'zod';
import type { Plan } from '../records.js';
import { type Tool, withinSight } from './tool.js';

const schema = z.object({});

/** Lists the plans of the collection that the asker may see. */
export const listPlansTool: Tool<typeof schema, Plan[]> = {
  name: 'list_plans',
  description: 'Lists the plans in the collection with their titles, periods and regions.',
  schema,
  run: async (context) => {
    const visible = new Set(withinSight(context, []));
    return context.plans.filter((plan) => visible.has(plan.planId));
  },
};
