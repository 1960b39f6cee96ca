import { z } from 'zod';
import { Exact } from '../quantity/exact.js';
import { convert, sameKind } from '../quantity/units.js';
import type { Indicator } from '../records.js';
import { findIndicators } from '../retrieve/find-indicators.js';
import { type Tool, type ToolContext, withinSight } from './tool.js';

const schema = z.object({
  indicator: z.string().min(1).max(200).describe('What is compared, in Chinese, as plans call it'),
  planIds: z.array(z.string()).describe('Plans to compare; empty for all'),
  year: z.number().int().optional().describe('The year of the figures; all years otherwise'),
});

/** One plan's figures for what is compared. */
export interface ComparedPlan {
  planId: string;
  rows: {
    row: Indicator;
    /** The amount in the unit that all are brought to; null where it has no number or another kind of unit. */
    inCommonUnit: number | null;
  }[];
  /** Years that the plan has figures for, where it has none for the year asked for. */
  otherYears: number[];
}

export interface ComparisonResult {
  /** The unit that amounts are brought to; empty where nothing was found. */
  unit: string;
  plans: ComparedPlan[];
  /** Plans without such an indicator, each with names of it that are near. */
  missing: { planId: string; near: string[] }[];
}

const firmScore = 0.6;
const closeness = 0.9;
const nearLimit = 4;
const matchLimit = 8;

/** Sets the figures of several plans for one indicator side by side, in one unit. */
export const compareTool: Tool<typeof schema, ComparisonResult> = {
  name: 'compare',
  description:
    'Sets one indicator of several plans side by side, its figures brought to one unit, and names the plans ' +
    'that have none for it, with what they have instead.',
  schema,
  run: async (context, { indicator, planIds, year }) => {
    const found = withinSight(context, planIds).map((planId) => {
      const matches = findIndicators({
        phrases: [indicator],
        index: context.indicators,
        planIds: new Set([planId]),
        limit: matchLimit,
      });
      const best = matches[0]?.score ?? 0;
      const meant = matches.filter(({ score }) => score >= firmScore && score >= best * closeness);
      const rows = meant.flatMap((match) => match.rows).filter(({ value }) => value !== null);
      return { planId, rows, near: nearNames(matches, planId, context) };
    });
    const having = found.filter(({ rows }) => rows.length > 0);
    const unit = having.flatMap(({ rows }) => rows)[0]?.unit ?? '';
    return {
      unit,
      plans: having.map(({ planId, rows }) => {
        const asked = rows.filter((row) => year === undefined || row.year === year);
        const years = rows.flatMap((row) => row.year ?? []);
        return {
          planId,
          rows: asked.map((row) => ({ row, inCommonUnit: inUnit(row, unit) })),
          otherYears: asked.length > 0 ? [] : [...new Set(years)].sort((a, b) => a - b),
        };
      }),
      missing: found.filter(({ rows }) => rows.length === 0).map(({ planId, near }) => ({ planId, near })),
    };
  },
};

/** Names that are near, or else what the plan has figures for at all. */
function nearNames(
  matches: readonly { name: string }[],
  planId: string,
  { indicators }: Pick<ToolContext, 'indicators'>,
): string[] {
  const some = matches.length > 0 ? matches : indicators.groups.filter((group) => group.planId === planId);
  return [...new Set(some.map(({ name }) => name))].slice(0, nearLimit);
}

function inUnit({ value, unit }: Indicator, to: string): number | null {
  if (value === null || !sameKind(unit, to)) return null;
  return convert({ value: new Exact(value), from: unit, to }).toNumber();
}
