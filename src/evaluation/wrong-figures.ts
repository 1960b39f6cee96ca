import { sameKind } from '../quantity/units.js';
import type { Answer, AnswerValue } from '../records.js';
import type { ExpectedValue, Question } from './question.js';
import { endsOf, type Figure, isExpected } from './states-value.js';

/** A figure that an answer gives where the checked answer has others. */
export interface WrongFigure {
  stated: string;
  expected: string[];
}

/**
 * Figures among an answer's values that are not the expected ones, though of the same kind of unit and year.
 * What a calculation starts from is not wrong.
 */
export function wrongFigures(question: Question, answer: Answer): WrongFigure[] {
  const expected = question.answer.values;
  if (expected.length === 0) return [];
  return answer.values.flatMap((value) => {
    const rivals = expected.filter((one) => isComparable(value, one));
    const wrong = endsOf(value).filter((figure) => !isKnown(figure, question));
    return rivals.length === 0 || wrong.length === 0
      ? []
      : [
          {
            stated: describe(value),
            expected: rivals.map((one) => `${one.value}${one.unit} ${one.name}`.trim()),
          },
        ];
  });
}

function isComparable(value: AnswerValue, expected: ExpectedValue): boolean {
  const sameYear = (expected.year ?? value.year) === (value.year ?? expected.year ?? null);
  return sameYear && sameKind(value.unit, expected.unit);
}

function isKnown(figure: Figure, { type, answer, calc }: Question): boolean {
  return (
    answer.values.some((expected) => isExpected(figure, expected, type)) ||
    (calc?.inputs.includes(figure.value) ?? false)
  );
}

function describe({ name, value, valueMax, unit, year, planId }: AnswerValue): string {
  const figure = valueMax === null ? `${value}${unit}` : `${value}–${valueMax}${unit}`;
  return `${figure} ${name}${year === null ? '' : ` (${year})`}, ${planId}`;
}
