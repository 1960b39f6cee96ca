import { PlanbotError } from '../errors.js';
import { parseQuantity } from '../quantity/parse-quantity.js';
import type { CalculationInputRequest } from '../tools/calculate.js';

/** What the command line says about the figures of a calculation. */
export interface CalcFigures {
  figures: readonly string[];
  /** Id of the plan that indicators are of where they name none. */
  plan?: string | undefined;
  indicators?: readonly string[] | undefined;
  /** The figure reached so far, for the operations that measure against a target. */
  actual?: string | undefined;
  kind?: 'actual' | 'target' | undefined;
}

/**
 * Reads figures and indicators in the notation of `calc`: `2800亿元@2025`, `name=12%`, `存款余额@2025`,
 * `plan-id:存款余额@2025`. With an actual figure, one undated indicator stands for what is left to know.
 * @throws PlanbotError `invalid_arguments`
 */
export function calcInputs(operation: string, given: CalcFigures): CalculationInputRequest[] {
  const { figures, plan, indicators = [], actual, kind } = given;
  const read = (text: string) => readInput(text, { plan, kind });
  const named = [...figures.map(read), ...indicators.map((text) => readIndicator(text, { plan, kind }))];
  if (actual === undefined) return named;
  const reached = read(actual);
  const [only] = named;
  const isOpen = named.length === 1 && only && 'indicator' in only && only.year === undefined;
  if (operation === 'progress' && isOpen)
    return [{ ...only, kind: 'actual' }, { ...only, ...targetAfter(reached) }, reached];
  if (operation === 'progress') return [...named, reached];
  return [reached, ...(isOpen ? [{ ...only, ...targetAfter(reached) }] : named)];
}

function targetAfter(reached: CalculationInputRequest) {
  const after = 'year' in reached ? reached.year : undefined;
  return { kind: 'target' as const, ...(after === undefined ? {} : { after }) };
}

type Defaults = Pick<CalcFigures, 'plan' | 'kind'>;

function readInput(text: string, defaults: Defaults): CalculationInputRequest {
  const { name, body, year } = takeApart(text);
  if (!parseQuantity(body)) return readIndicator(text, defaults);
  return { figure: body, ...(name === undefined ? {} : { name }), ...(year === undefined ? {} : { year }) };
}

function readIndicator(text: string, { plan, kind }: Defaults): CalculationInputRequest {
  const { name, body, year } = takeApart(text);
  const [, ownPlan, indicator = body] = /^([^:：]+)[:：](.+)$/.exec(body) ?? [];
  const chosenPlan = ownPlan ?? plan;
  return {
    indicator,
    as: name ?? indicator,
    ...(chosenPlan === undefined ? {} : { plan: chosenPlan }),
    ...(year === undefined ? {} : { year }),
    ...(kind === undefined ? {} : { kind }),
  };
}

function takeApart(text: string): { name?: string; body: string; year?: number } {
  const [, name, rest = text] = /^([^=@<>≥≤\d][^=@<>≥≤]*)=(.+)$/.exec(text.trim()) ?? [];
  const [body = '', year, ...more] = rest.trim().split('@');
  if (more.length > 0 || body === '' || (year !== undefined && !/^(?:19|20|21)\d\d$/.test(year)))
    throw new PlanbotError({
      code: 'invalid_arguments',
      message: `"${text}" is neither a figure with its year, as in 2800亿元@2025, nor an indicator, as in 存款余额@2025.`,
      exitCode: 2,
    });
  return {
    body: body.trim(),
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}
