import type { Question } from '../../../../src/evaluation/question.js';
import { findQuantities } from '../../../../src/quantity/find-quantities.js';
import type { Reply } from '../chat-reply.js';
import type { ChatRequest } from '../chat-request.js';
import { type Row, toolResults } from './tool-results.js';

/** What the calculator calls the operations of a question file, where that is not what the file calls them. */
const operationNames: Record<string, string> = { required_growth: 'cagr' };
/** Operations that take two figures; what a question file adds is a number of years or a factor. */
const operandsOf: Record<string, number> = { cagr: 2, required_growth: 2, convert: 1 };
const isYear = (value: number) => Number.isInteger(value) && value >= 1990 && value <= 2100;

/** The call that works out what a question asks; undefined where its inputs were not found. */
export function calculation(known: Question, request: ChatRequest): Reply | undefined {
  const { calc, question } = known;
  if (!calc?.op) return undefined;
  const { rows, passages } = toolResults(request);
  const texts = passages.map(({ text }) => text);
  const inputs = calc.inputs
    .filter((value) => !isYear(value))
    .slice(0, operandsOf[calc.op])
    .flatMap((value) => inputOf(value, { rows, texts, question, known }));
  const year = calc.inputs.filter(isYear).at(-1);
  const second = calc.inputs[1] ?? 1;
  const isPart = calc.op === 'ratio' && second < 1;
  const operation = isPart ? 'implied_total' : (operationNames[calc.op] ?? calc.op);
  const options = operation === 'interpolate' && year !== undefined ? { year, path: 'linear' } : {};
  const unit = known.answer.values[0]?.unit;
  return inputs.length === 0
    ? undefined
    : {
        calls: [
          {
            name: 'calculate',
            arguments: {
              operation,
              inputs,
              options: operation === 'convert' && unit ? { unit } : options,
              language: known.lang,
            },
          },
        ],
      };
}

function inputOf(
  value: number,
  given: { rows: readonly Row[]; texts: readonly string[]; question: string; known: Question },
): object[] {
  const { rows, texts, known } = given;
  const wanted = known.evidence.map(({ quote }) => compact(quote));
  const fitting = rows.filter(
    ({ figure }) => typeof figure !== 'string' && [value, value / 1e4, value * 100].includes(figure.value),
  );
  const isQuoted = ({ quote }: Row) =>
    wanted.some((one) => one.includes(compact(quote)) || compact(quote).includes(one));
  const row = fitting.find(isQuoted) ?? fitting[0];
  if (row) return [{ row: row.row }];
  const percent = value > 0 && value < 1 ? value * 100 : value;
  for (const text of texts) {
    const span = findQuantities(text).find((one) => one.role === 'quantity' && one.value === percent);
    if (!span) continue;
    const name =
      /[\p{Script=Han}A-Za-z“”]{2,}(?=[^\p{Script=Han}]*$)/u.exec(text.slice(0, span.start))?.[0] ?? '';
    return [{ figure: `${span.value}${span.unit}`, name: name.replace(/(?:达到|达|为|超过|突破)$/, '') }];
  }
  return [];
}

function compact(text: string): string {
  return text.replace(/[\s|，,。；;：:（）()“”]/g, '');
}
