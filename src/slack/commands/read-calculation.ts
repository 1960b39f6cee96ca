import { parseArgs } from 'node:util';
import { messageOf, PlanbotError } from '../../errors.js';

/** A calculation as it was typed: the operation, its figures and indicators, and its options. */
export interface TypedCalculation {
  operation: string;
  figures: string[];
  plan: string | undefined;
  indicators: string[];
  actual: string | undefined;
  kind: 'actual' | 'target' | undefined;
  options: Record<string, string | number>;
}

const arithmetic = /^[\d\s.,+\-*/×÷^()（）%]+$/;
/** Telephones write two hyphens as a dash. */
const dashes = /(^|\s)[—–](?=[a-z])/g;

/**
 * Reads `cagr 2114.81亿元@2020 2800亿元@2025 --plan …`, or bare arithmetic; undefined where it begins with no
 * operation, since it is then a question.
 * @throws PlanbotError `invalid_arguments` naming an option that there is not
 */
export function readCalculation(text: string, known: readonly string[]): TypedCalculation | undefined {
  if (arithmetic.test(text) && /\d\D+\d/.test(text)) return evaluation(text);
  const [operation = '', ...words] = splitWords(text.replace(dashes, '$1--'));
  if (!known.includes(operation)) return undefined;
  const { values, positionals } = readOptions(words);
  const { plan, indicator = [], actual, kind, year, periods, unit, path, order } = values;
  const isEvaluated = operation === 'evaluate';
  const expression = isEvaluated ? positionals[0] : undefined;
  const given = { year: numberOf(year), periods: numberOf(periods), unit, path, order, expression };
  return {
    operation,
    figures: isEvaluated ? positionals.slice(1) : positionals,
    plan,
    indicators: indicator,
    actual,
    kind: kind === 'actual' || kind === 'target' ? kind : undefined,
    options: defined(given),
  };
}

function evaluation(text: string): TypedCalculation {
  const expression = text
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll('（', '(')
    .replaceAll('）', ')');
  const nothing = { figures: [], plan: undefined, indicators: [], actual: undefined, kind: undefined };
  return { operation: 'evaluate', ...nothing, options: { expression } };
}

function readOptions(words: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        plan: option,
        indicator: { type: 'string', multiple: true },
        actual: option,
        kind: option,
        year: option,
        periods: option,
        unit: option,
        path: option,
        order: option,
      },
    });
  } catch (error) {
    throw new PlanbotError({
      code: 'invalid_arguments',
      message: messageOf(error),
      cause: error,
      exitCode: 2,
    });
  }
}

/** Words, with what stands in quotation marks as one. */
function splitWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|“([^”]*)”|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new PlanbotError({
    code: 'invalid_arguments',
    message: `"${text}" is no whole number.`,
    exitCode: 2,
  });
}

function defined(given: Record<string, string | number | undefined>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
