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
  const worked = calc.op === 'interpolate' ? undefined : expression(known, request);
  if (worked) return worked;
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

/** Ways in which several figures make one, as a model would write them down. */
const manners: readonly { inputs: number; write: (names: readonly string[]) => string }[] = [
  { inputs: 4, write: ([a, b, c, d]) => `(${a} / ${b}) / (${c} / ${d})` },
  { inputs: 5, write: ([a, b, ...others]) => `(${a} - ${b}) - (${others.join(' + ')})` },
];

/** What takes several steps, written as one expression over figures of the evidence. */
function expression(known: Question, request: ChatRequest): Reply | undefined {
  const { rows, passages } = toolResults(request);
  const texts = passages.map(({ text }) => text);
  const manner = manners.find(({ inputs }) => figuresOf(known, inputs) !== undefined);
  const figures = manner && figuresOf(known, manner.inputs);
  if (!manner || !figures) return undefined;
  const names = figures.map((_, at) => `x${at + 1}`);
  const inputs = figures.flatMap((value, at) =>
    inputOf(value, { rows, texts, question: known.question, known }).map((input) => ({
      ...input,
      as: names[at],
    })),
  );
  if (inputs.length < figures.length) return undefined;
  const unit = known.answer.values[0]?.unit;
  const options = { expression: manner.write(names), ...(unit === undefined ? {} : { unit }) };
  return {
    calls: [
      { name: 'calculate', arguments: { operation: 'evaluate', inputs, options, language: known.lang } },
    ],
  };
}

/** As many figures as a manner takes: those of the checked calculation, or one of each quote where that has only steps. */
function figuresOf({ calc, evidence }: Question, count: number): number[] | undefined {
  if (calc?.inputs.length === count) return calc.inputs;
  const quoted = evidence.map(
    ({ quote }) =>
      findQuantities(quote)
        .filter(({ role }) => role === 'quantity')
        .at(-1)?.value,
  );
  const isStep = (value: number) => !quoted.includes(value);
  const values = quoted.flatMap((value) => value ?? []);
  return calc?.inputs.every(isStep) === true && values.length === count ? values : undefined;
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
  const wantedUnit = known.answer.values[0]?.unit;
  const holds = (text: string) => wanted.some((one) => compact(text).includes(one));
  const lines = texts.flatMap((text) => text.split('\n'));
  const spans = [...lines.filter(holds), ...lines].flatMap((text) =>
    findQuantities(text).map((span) => ({ text, span })),
  );
  const same = spans.filter(
    ({ span }) => span.role === 'quantity' && (span.valueMax ?? span.value) === percent,
  );
  const { text, span } = same.find(({ span: { unit } }) => unit === wantedUnit) ?? same[0] ?? {};
  if (!text || !span) return [];
  const name = nameBefore(text.slice(0, span.start));
  return [{ figure: `${percent}${span.unit === '' ? (wantedUnit ?? '') : span.unit}`, name }];
}

/** What a figure is of: the head of its row in a table, else the words in front of it. */
function nameBefore(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const [last = '', ...cells] = line.split('\t').reverse();
  const head = cells.reverse().find((cell) => /\p{Script=Han}{2}/u.test(cell));
  if (head && !/\p{Script=Han}{2}/u.test(last)) return head;
  const words = /[\p{Script=Han}A-Za-z“”]{2,}(?=[^\p{Script=Han}]*$)/u.exec(line)?.[0] ?? '';
  return words.replace(/(?:达到|达|为|超过|突破)$/, '');
}

function compact(text: string): string {
  return text.replace(/[\s|，,。；;：:（）()“”]/g, '');
}
