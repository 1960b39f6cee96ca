import { calculate } from '../../calculator/calculate.js';
import type { CalculationOutcome } from '../../calculator/operand.js';
import { PlanbotError } from '../../errors.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { lookUpUnit } from '../../quantity/units.js';
import type { Calculation, Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import { chooseMatches } from './choose-matches.js';
import { chooseOperands } from './choose-operands.js';
import type { Evidence } from './evidence.js';
import type { ClaimSetting } from './indicator-claims.js';
import { operandOf } from './operands.js';

/** Units that a question may ask an amount in. */
const askedUnit =
  /(?:换(?:算)?成|折合(?:成|为)?|换算为|以)\s*([一-鿿%]{1,6}?)(?:是|为|有|等于|来|计|多少|[？?，,]|$)/;

/**
 * Works out what the question asks from indicator rows of the plans, through the calculator, with each
 * input cited; undefined when the rows that it needs are not there.
 */
export function calculationDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const { operation } = frame;
  if (!operation) return undefined;
  const matches = chooseMatches(evidence, frame);
  if (asksForStatedRate(operation, matches, evidence, frame)) return undefined;
  const rows = chooseOperands({ operation, matches, evidence, frame, setting });
  if (!rows) return undefined;
  const outcome = compute({ operation, rows, frame, setting });
  return outcome && draftOf(outcome, rows, frame, setting);
}

/** A growth rate that the plan itself states is looked up, unless the question wants it worked out. */
function asksForStatedRate(
  operation: string,
  matches: readonly IndicatorMatch[],
  evidence: Evidence,
  frame: Understanding,
): boolean {
  if (operation !== 'cagr' && operation !== 'growth') return false;
  const quoted = findQuantities(frame.question).filter(
    (span) => span.role === 'quantity' && span.unit !== '',
  );
  if (quoted.length >= 2 || /复合|计算|[按来]?算|work out|comput|compound/i.test(frame.question))
    return false;
  const [best] = matches;
  const isRate = (match: IndicatorMatch) => match.rows.every((row) => row.measure === 'rate');
  const isStated = matches.some(isRate);
  const sibling = evidence.indicators.some(
    (match) =>
      isRate(match) &&
      match.planId === best?.planId &&
      match.name.startsWith(best.name) &&
      /年均|average/.test(match.name),
  );
  return isStated || (sibling && operation === 'cagr');
}

function compute({
  operation,
  rows,
  frame,
  setting,
}: {
  operation: string;
  rows: readonly Indicator[];
  frame: Understanding;
  setting: ClaimSetting;
}): CalculationOutcome | undefined {
  const operands = rows.map((row, at) => operandOf(row, at + 1, frame, setting));
  const options = optionsOf(operation, rows, frame);
  if (operation === 'convert' && options.unit === undefined) return undefined;
  try {
    return calculate({ operation, operands, options, language: frame.language });
  } catch (error) {
    // Rows that do not go together are no answer; the question falls back to what the plan says.
    if (error instanceof PlanbotError && error.code === 'calculation_invalid') return undefined;
    throw error;
  }
}

function optionsOf(
  operation: string,
  rows: readonly Indicator[],
  frame: Understanding,
): Record<string, unknown> {
  if (operation === 'convert') {
    const unit = askedUnit.exec(frame.question.replace(/\s+/g, ''))?.[1];
    return unit && lookUpUnit(unit) ? { unit } : {};
  }
  if (operation === 'interpolate')
    return { year: frame.years.find((year) => !rows.some((row) => row.year === year)), path: 'linear' };
  return {};
}

function sentencesOf(parts: readonly string[], language: Understanding['language']): string {
  const [stop, gap] = language === 'zh' ? ['。', ''] : ['.', ' '];
  return parts.map((part) => (/[。.]$/.test(part) ? part : part + stop)).join(gap);
}

/** The working as one claim; its inputs are cited in the order in which they enter. */
function draftOf(
  outcome: CalculationOutcome,
  rows: readonly Indicator[],
  frame: Understanding,
  setting: ClaimSetting,
): Draft | undefined {
  const support = rows.flatMap((row) => {
    const passage = setting.passages.get(row.passageId);
    return passage ? [{ passage, quote: row.quote }] : [];
  });
  if (support.length < rows.length) return undefined;
  const { operation, formula, inputs, result, working, notes } = outcome;
  const calculation: Calculation = { n: 1, operation, formula, inputs, result };
  const claim: DraftClaim = {
    text: sentencesOf([working[frame.language], ...notes], frame.language),
    support,
    indicators: [...rows],
    calculations: [1],
    counts: [],
  };
  // The figure asked for is the result; its inputs are not values of the answer.
  return emptyDraft({ claims: [claim], calculations: [calculation] });
}
