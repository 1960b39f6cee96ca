import { cagr, requiredGrowth } from './annual-growth.js';
import { beforeChange } from './before-change.js';
import { compare, rank } from './compare.js';
import { convertUnit } from './convert-unit.js';
import { difference } from './difference.js';
import { elasticity } from './elasticity.js';
import { evaluate } from './evaluate.js';
import { growth } from './growth.js';
import { interpolate } from './interpolate.js';
import type { Operation } from './operation.js';
import { progress } from './progress.js';
import { project } from './project.js';
import { perUnit, ratio } from './ratio.js';
import { impliedPart, impliedTotal, share } from './share.js';
import { average, sum } from './totals.js';
import { weightedAverage } from './weighted-average.js';

/** Every operation of the calculator by its name, as tools and the terminal offer them. */
export const operations = {
  difference,
  growth,
  cagr,
  required_growth: requiredGrowth,
  project,
  before_change: beforeChange,
  interpolate,
  progress,
  share,
  implied_total: impliedTotal,
  implied_part: impliedPart,
  ratio,
  per_unit: perUnit,
  sum,
  average,
  weighted_average: weightedAverage,
  convert: convertUnit,
  compare,
  rank,
  elasticity,
  evaluate,
} as const satisfies Record<string, Operation>;
