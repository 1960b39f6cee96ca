import { findQuantities } from '../quantity/find-quantities.js';
import { sameQuantity } from '../quantity/same-quantity.js';
import { lookUpUnit } from '../quantity/units.js';
import type { Answer } from '../records.js';
import { countedText } from './counted-text.js';
import type { ExpectedValue, Question } from './question.js';

/** A number with its unit, one end of a range for itself. */
export interface Figure {
  value: number;
  unit: string;
}

/** What a calculated figure may be off by, relatively, unless the question says otherwise. */
const calculatedTolerance = 0.005;

/** Whether an answer states an expected figure in its values, its calculations' results or its text. */
export function statesValue(answer: Answer, expected: ExpectedValue, question: Question): boolean {
  const type = question.type;
  const structured = [
    ...answer.values.flatMap(endsOf),
    ...answer.calculations.map((calculation) => calculation.result),
  ];
  if (structured.some((figure) => isExpected(figure, expected, type))) return true;
  const written = findQuantities(countedText(answer.text, type))
    .filter((span) => span.role === 'quantity')
    .flatMap(endsOf);
  return written.some((figure) => isExpected(figure, expected, type) || isBareCount(figure, expected, type));
}

/** Whether a figure is the expected one, in the same or another unit of its kind. */
export function isExpected(figure: Figure, expected: ExpectedValue, type: Question['type']): boolean {
  const tolerance = expected.rel_tol ?? (type === 'calc' ? calculatedTolerance : 0);
  const exactly = { valueMax: null, comparator: '=' } as const;
  return sameQuantity({ ...figure, ...exactly }, { ...expected, ...exactly }, { tolerance });
}

/** The figures of a quantity: one, or both ends of a range. */
export function endsOf(quantity: { value: number | null; valueMax: number | null; unit: string }): Figure[] {
  const { value, valueMax, unit } = quantity;
  return [value, valueMax].flatMap((end) => (end === null ? [] : [{ value: end, unit }]));
}

/** English has no classifiers (302 institutions), and Chinese drops them in a row of counts (3、5和7家). */
function isBareCount(figure: Figure, expected: ExpectedValue, type: Question['type']): boolean {
  const isCount = lookUpUnit(expected.unit)?.kind === 'count';
  return isCount && figure.unit === '' && isExpected({ ...figure, unit: expected.unit }, expected, type);
}
