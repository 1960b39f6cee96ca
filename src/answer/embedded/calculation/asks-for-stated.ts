import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import { shareHeld } from '../asked/matter.js';
import words from './calculation-terms.json' with { type: 'json' };
import { namedPair } from './pair-operands.js';
import type { OperandRequest } from './request.js';
import { isStatementOf } from './stated-rate.js';

const worked = new RegExp(words.worked, 'i');
const sureScore = 0.7;

/** A rate or share that the plan itself states is looked up, unless the question wants it worked out. */
export function asksForStated(request: OperandRequest): boolean {
  const { wish, matches, frame } = request;
  if (worked.test(frame.question) || wish.given.length > 0) return false;
  const [best] = matches;
  if (wish.operation === 'share') return isStatedShare(request);
  if (wish.operation === 'per_unit') return best !== undefined && /[每均]/.test(best.name);
  if (wish.operation === 'difference') return isStatedChange(request);
  if (wish.operation !== 'cagr' && wish.operation !== 'growth') return false;
  if (frame.plans.length > 1)
    return frame.plans.every((planId) => matches.some((match) => match.planId === planId && isRate(match)));
  return isStatedRate(request);
}

/**
 * What is added (新增多少家) or falls (用水量下降多少) is looked up where a row states it, unless two figures are set
 * against each other: the fall of two periods is no pair to take from each other.
 */
function isStatedChange(request: OperandRequest): boolean {
  const { wish, matches, frame, evidence } = request;
  if (wish.operands.length > 0 || frame.years.length > 1 || frame.plans.length > 1) return false;
  // Of which thing is asked, a follow-up may leave to the question before.
  if (frame.isFollowUp) return false;
  if (sets.test(frame.question)) return false;
  const isAdded = adds.test(frame.question);
  const isFall = falls.test(frame.question);
  if (!isAdded && !isFall) return false;
  if (isFall && frame.asked.some((part) => falls.test(part.text) && statesFall(part, request))) return true;
  return [...matches, ...evidence.clauses.flatMap((list) => list.slice(0, 1))].some(
    ({ rows, score }) =>
      score >= leastOfIncrement &&
      rows.some(
        (row) =>
          ((isAdded && (row.measure === 'increment' || adds.test(row.name))) ||
            (isFall && saysFall.test(row.name))) &&
          row.value !== null &&
          (frame.years.length === 0 || row.year === null || frame.years.includes(row.year)),
      ),
  );
}

/** A row that is itself of the fall of what a part of the question names. */
function statesFall({ matter }: Asked, { frame, evidence }: OperandRequest): boolean {
  return evidence.indicators.some(({ rows }) =>
    rows.some(
      (row) =>
        saysFall.test(row.name) &&
        shareHeld(matter, { text: '', plain: '', headings: '', rows: [row] }, frame.background) >=
          leastOfFall,
    ),
  );
}

const leastOfFall = 0.8;
const adds = new RegExp(words.adds, 'i');
const falls = new RegExp(words.falls, 'i');
const saysFall = new RegExp(words.saysFall, 'i');
const sets = new RegExp(words.setsAgainst, 'i');
const leastOfIncrement = 0.55;

function isRate({ rows }: IndicatorMatch): boolean {
  return rows.every((row) => row.measure === 'rate');
}

function isStatedRate({ wish, matches, evidence, frame, setting }: OperandRequest): boolean {
  const [best] = matches;
  const stated = matches.filter(isRate);
  const siblings = evidence.indicators.filter(
    (match) =>
      isRate(match) &&
      match.planId === best?.planId &&
      match.name.startsWith(best.name) &&
      /年均|average/.test(match.name),
  );
  const found = [...stated, ...(wish.operation === 'cagr' ? siblings : [])];
  return found.some((match) =>
    coversYears(match, frame.years, setting.plans.get(match.planId)?.periodStart ?? null),
  );
}

/** A rate of 2020–2025 is not the one of 2021–2023. */
function coversYears(
  { rows }: IndicatorMatch,
  years: readonly number[],
  periodStart: number | null,
): boolean {
  if (years.length < 2) return true;
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return rows.some(
    (row) =>
      row.year === to &&
      // A rate that says no more is that of the whole plan.
      ((row.yearFrom === null && (periodStart === null || from <= periodStart)) ||
        row.yearFrom === from ||
        row.yearFrom === from + 1),
  );
}

/** The plan has the share itself as an indicator (金融业增加值占GDP比重), and it is that of the part and the whole that are named. */
function isStatedShare(request: OperandRequest): boolean {
  const [best] = request.matches;
  const pair = namedPair(request);
  if (pair?.kind === 'terms') {
    const [part, whole] = pair.terms.map(({ row }) => row);
    return (
      part !== undefined &&
      whole !== undefined &&
      request.evidence.collection.some((row) => isStatementOf(row, 'share', part, whole))
    );
  }
  return best !== undefined && best.score >= sureScore && best.rows.every((row) => row.measure === 'share');
}
