import { Exact } from '../../../quantity/exact.js';
import { convert, sameKind } from '../../../quantity/units.js';
import { beforeChange } from './before-change.js';
import { beforeExcess } from './before-excess.js';

import words from './calculation-terms.json' with { type: 'json' };
import { twoPoints } from './course-operands.js';
import { partAndShare } from './implied-operands.js';
import { inOneSeries } from './one-series.js';
import {
  acrossMatches,
  acrossPlans,
  exchanged,
  givenPair,
  namedPair,
  partOfPeriod,
  spreadOver,
} from './pair-operands.js';
import { inOnePassage } from './passage-operands.js';
import { alongRate, aroundYear, threePoints } from './path-operands.js';
import { quotient } from './quotient.js';
import type { OperandRequest } from './request.js';
import { several, weighted } from './several-operands.js';
import type { Operands } from './term.js';

/** The figures that an operation needs, in its order, or which are missing; undefined when none is named. */
export function chooseOperands(request: OperandRequest): Operands | undefined {
  const found = inOneSeries(request, named(request));
  return found?.kind === 'terms' ? found : (besidePassage(request) ?? found);
}

/** What rows named one by one do not give, one passage may. */
function besidePassage(request: OperandRequest): Operands | undefined {
  return paired.has(request.wish.operation) ? largerFirst(request, inOnePassage(request)) : undefined;
}

const paired: ReadonlySet<string> = new Set(['share', 'ratio', 'difference', 'sum', 'average']);

function named(request: OperandRequest): Operands | undefined {
  const { wish, frame } = request;
  switch (wish.operation) {
    case 'cagr':
    case 'growth':
    case 'required_growth':
      return twoPoints(request);
    case 'difference':
      return largerFirst(
        request,
        namedPair(request) ??
          (frame.plans.length > 1
            ? acrossPlans(request)
            : ((frame.years.length > 1 || wish.given.length > 0 ? twoPoints(request) : undefined) ??
              acrossMatches(request) ??
              twoPoints(request))),
      );
    case 'before_change':
      return beforeChange(request);
    case 'before_excess':
      return beforeExcess(request);
    case 'interpolate':
      return aroundYear(request);
    case 'progress':
      return threePoints(request);
    case 'project':
      return alongRate(request);
    case 'ratio':
      return (
        quotient(request) ??
        largerFirst(
          request,
          namedPair(request) ?? reversed(request) ?? acrossPlans(request) ?? acrossMatches(request),
        )
      );
    case 'per_unit':
      return givenPair(request) ?? quotient(request) ?? spreadOver(request);
    case 'share':
      return namedPair(request) ?? acrossMatches(request) ?? acrossPlans(request) ?? partOfPeriod(request);
    case 'elasticity':
      return namedPair(request) ?? givenPair(request) ?? acrossMatches(request);
    case 'implied_total':
      return partAndShare(request);
    case 'sum':
    case 'average':
      return several(request);
    case 'weighted_average':
      return weighted(request);
    case 'convert':
      return converted(request);
    default:
      return undefined;
  }
}

/** "2025 is how many times 2020": the later figure over the earlier one. */
function reversed(request: OperandRequest): Operands | undefined {
  const found = request.frame.years.length > 1 ? twoPoints(request) : undefined;
  return found?.kind === 'terms' ? { ...found, terms: [...found.terms].reverse() } : undefined;
}

function converted(request: OperandRequest): Operands | undefined {
  const terms = exchanged(request);
  return terms && { kind: 'terms', operation: 'convert', terms, options: {} };
}

const withoutDirection = new RegExp(words.withoutDirection, 'i');

/** "How far are they apart" is asked of the larger and the smaller, whichever is named first. */
function largerFirst({ frame }: OperandRequest, found: Operands | undefined): Operands | undefined {
  if (found?.kind !== 'terms' || !withoutDirection.test(frame.question)) return found;
  const [first, second] = found.terms.map(({ operand }) => operand);
  if (!first || !second || first.year !== second.year || !sameKind(first.unit, second.unit)) return found;
  const other = convert({ value: new Exact(second.value), from: second.unit, to: first.unit });
  return other.gt(first.value) ? { ...found, terms: [...found.terms].reverse() } : found;
}
