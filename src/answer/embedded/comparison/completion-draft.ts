import { calculate } from '../../../calculator/calculate.js';
import { Exact } from '../../../quantity/exact.js';
import { formatQuantity } from '../../../quantity/format-quantity.js';
import { convert, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim, type MadeClaim } from '../calculation/calculation-claim.js';
import { rowTerm } from '../calculation/row-term.js';
import { workingsDraft } from '../calculation/workings-draft.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import words from './completion-words.json' with { type: 'json' };

const [unmet, met] = [new RegExp(words.unmet, 'i'), new RegExp(words.met, 'i')];
const ofTargets = new RegExp(words.ofTargets, 'i');
const lists = new RegExp(words.lists, 'i');
const lowerIsBetter = new RegExp(words.lowerIsBetter);
/** A table of targets and what was reached has at least so many lines. */
const fewest = 3;

/** What was aimed at and what was reached, of one line of a table and one year. */
interface Outcome {
  target: Indicator & { value: number };
  actual: Indicator & { value: number };
  isMet: boolean;
}

/** Whether a question wants to know which targets were met, or which were missed. */
export function asksWhichMet({ question }: Pick<Understanding, 'question'>): boolean {
  return (unmet.test(question) || met.test(question)) && ofTargets.test(question) && lists.test(question);
}

/** The lines of a table that gives both target and result, those that the question asks for, each with its gap. */
export function completionDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const outcomes = outcomesIn(evidence.collection).filter(
    ({ target: { year } }) => frame.years.length === 0 || (year !== null && frame.years.includes(year)),
  );
  if (outcomes.length < fewest) return undefined;
  const wantsUnmet = unmet.test(frame.question);
  const wantsBoth = wantsUnmet === met.test(frame.question.replace(unmet, ' '));
  const asked = outcomes.filter(({ isMet }) => wantsBoth || isMet !== wantsUnmet);
  const made = asked.flatMap((outcome, at) => claimOf(outcome, at + 1, frame, setting) ?? []);
  if (made.length < asked.length) return undefined;
  return workingsDraft(made, {
    values: asked.map(({ actual }) => actual),
    lead: fillTemplate(frame.language, wantsBoth ? 'ofTargets' : wantsUnmet ? 'unmetTargets' : 'metTargets', {
      count: asked.length,
      all: outcomes.length,
    }),
    layout: 'bullets',
  });
}

/** Lines of the table that has most of them. */
function outcomesIn(collection: readonly Indicator[]): Outcome[] {
  const tables = new Map<string, Outcome[]>();
  const lines = new Map<string, Indicator[]>();
  for (const row of collection)
    if (row.source === 'table' && row.value !== null && row.valueMax === null) {
      const key = [row.passageId, row.quote, row.name, row.year].join('\n');
      lines.set(key, [...(lines.get(key) ?? []), row]);
    }
  for (const rows of lines.values()) {
    const outcome = outcomeOf(rows);
    if (!outcome) continue;
    const key = [outcome.target.planId, ...outcome.target.sectionPath].join('\n');
    tables.set(key, [...(tables.get(key) ?? []), outcome]);
  }
  return [...tables.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

function outcomeOf(rows: readonly Indicator[]): Outcome | undefined {
  const isValued = (row: Indicator): row is Indicator & { value: number } => row.value !== null;
  const valued = rows.filter(isValued);
  const targets = valued.filter(({ kind }) => kind === 'target');
  const results = valued.filter(({ kind }) => kind === 'actual' || kind === 'baseline');
  const [[target], [actual]] = [targets, results];
  if (!target || !actual || targets.length + results.length !== 2 || !sameKind(target.unit, actual.unit))
    return undefined;
  const reached = convert({ value: new Exact(actual.value), from: actual.unit, to: target.unit });
  const isFall = target.comparator.startsWith('<') || lowerIsBetter.test(target.name);
  return { target, actual, isMet: isFall ? reached.lte(target.value) : reached.gte(target.value) };
}

function claimOf(
  { target, actual }: Outcome,
  n: number,
  frame: Understanding,
  setting: ClaimSetting,
): MadeClaim | undefined {
  const bigger = target.value >= actual.value ? [target, actual] : [actual, target];
  const terms = bigger.map((row) => rowTerm(row, frame, setting));
  const outcome = calculate({
    operation: 'difference',
    operands: terms.map(({ operand }) => operand),
    language: frame.language,
  });
  const made = calculationClaim({ outcome, terms, n, frame, setting });
  if (!made) return undefined;
  const shown = ({ value, unit }: { value: number; unit: string }) =>
    formatQuantity({ value, valueMax: null, unit, comparator: '=' }, frame.language);
  const isMore = bigger[0] === actual;
  const text = fillTemplate(frame.language, 'targetAndResult', {
    name: terms[0]?.operand.name ?? '',
    word: fillTemplate(frame.language, isMore ? 'above' : 'below'),
    year: String(target.year ?? ''),
    target: shown(target),
    actual: shown(actual),
    gap: shown(outcome.result),
  });
  return { ...made, claim: { ...made.claim, text } };
}
