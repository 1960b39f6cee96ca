import { z } from 'zod';
import { findIndicators, type IndicatorMatch } from '../retrieve/find-indicators.js';
import { type Tool, withinSight } from './tool.js';

const schema = z.object({
  phrases: z.array(z.string()).describe('How the indicator is called, in Chinese'),
  planIds: z.array(z.string()).describe('Plans to look in; empty for all'),
  limit: z.number().int().min(1).max(60),
});

/** Finds the indicators that a question names, with all their rows: years, targets, actual values. */
export const findIndicatorsTool: Tool<typeof schema, IndicatorMatch[]> = {
  name: 'find_indicators',
  description:
    'Finds indicator rows (target values, baselines, actual values) by name, with year, unit, scope and the place in the plan where each stands.',
  schema,
  run: async (context, { phrases, planIds, limit }) => {
    const within = new Set(withinSight(context, planIds));
    return findIndicators({ phrases, index: context.indicators, planIds: within, limit });
  },
};
