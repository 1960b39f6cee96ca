import { calculate } from '../../../calculator/calculate.js';
import type { CalculationOutcome } from '../../../calculator/operand.js';
import { sameKind } from '../../../quantity/units.js';
import type { Language } from '../../../records.js';
import type { Draft } from '../../draft.js';
import { calculationClaim } from '../calculation/calculation-claim.js';
import { ownTerm } from '../calculation/given-term.js';
import type { OperandRequest } from '../calculation/request.js';
import { rowTerm } from '../calculation/row-term.js';
import type { Term } from '../calculation/term.js';
import { workedExpression } from '../calculation/worked-expression.js';
import { workedOut } from '../calculation/worked-out.js';
import { workingsDraft } from '../calculation/workings-draft.js';
import { chooseFormula } from './choose-formula.js';
import type { Formula } from './formula.js';

/** What a question wants worked out of figures that it describes; undefined where one of them is not surely there. */
export function formulaDraft(request: OperandRequest): Draft | undefined {
  const formula = chooseFormula(request);
  if (!formula) return undefined;
  const { operation } = formula;
  const { frame, setting } = request;
  const operands = formula.operands.map((rows) => rows.map((row) => rowTerm(row, frame, setting)));
  if (formula.expression !== undefined) return evaluated(operands.flat(), formula, request);
  const isPlain = operands.length === 1 || operands.every((terms) => terms.length === 1);
  if (isPlain) return plainDraft(operation, operands.flat(), request);
  return operation === 'share' ? shareOfSums(operands, request) : undefined;
}

function plainDraft(operation: string, terms: Term[], request: OperandRequest): Draft | undefined {
  const [a, b] = terms.map(({ operand }) => operand);
  const isQuotient = operation === 'ratio' && a && b && !sameKind(a.unit, b.unit);
  return workedOut(
    { kind: 'terms', operation: isQuotient ? 'per_unit' : operation, terms, options: {} },
    request,
  );
}

function evaluated(
  rows: readonly Term[],
  { expression = '', given }: Formula,
  { frame, setting }: OperandRequest,
): Draft | undefined {
  const terms = given ? [...rows, ownTerm(given, '', frame.language)] : rows;
  const outcome = workedExpression(terms, { expression }, frame.language);
  const made = calculationClaim({ outcome, terms, n: 1, frame, setting });
  return made && workingsDraft([made]);
}

/** What several figures come to, and what share of another, or of several, that is. */
function shareOfSums(
  operands: readonly (readonly Term[])[],
  { frame, setting }: OperandRequest,
): Draft | undefined {
  const { language } = frame;
  const sums = operands
    .filter((terms) => terms.length > 1)
    .map((terms) => ({ outcome: added(terms, language), terms }));
  const terms = operands.flat();
  const [part, whole] = operands.map((some) => some.length);
  if (part === undefined || whole === undefined) return undefined;
  const share = {
    outcome: workedExpression(
      terms,
      { expression: `${plus(0, part)} / ${plus(part, whole)}`, unit: '%' },
      language,
    ),
    terms,
  };
  const all = [...sums, share];
  const made = all.flatMap((one, at) => calculationClaim({ ...one, n: at + 1, frame, setting }) ?? []);
  if (made.length < all.length) return undefined;
  return workingsDraft(made);
}

function added(terms: readonly Term[], language: Language): CalculationOutcome {
  return calculate({
    operation: 'sum',
    operands: terms.map(({ operand }) => operand),
    options: {},
    language,
  });
}

/** (a + b + c) */
function plus(from: number, count: number): string {
  const names = Array.from({ length: count }, (_, at) => 'abcdefghijklmnopqrstuvwxyz'[from + at] ?? '');
  return count === 1 ? (names[0] ?? '') : `(${names.join(' + ')})`;
}
