import type { QuantitySpan } from '../../quantity/find-quantities.js';

const before = /(?:^|[：:；;。，,、\n]|\.\s)\s*[（(]?$/;
const after = /^\s?(?:[.．、)）](?!\d)|\s(?=\p{Script=Han}))/u;

/** The numbers that a claim sets in front of what it lists ("1. …；2. …"), counted from one. */
export function listMarkers(text: string, figures: readonly QuantitySpan[]): QuantitySpan[] {
  const marks = figures.filter(
    ({ start, end, raw }) =>
      /^\d{1,2}$/.test(raw) && before.test(text.slice(0, start)) && after.test(text.slice(end)),
  );
  const counted = marks.filter(({ value }, at) => value === at + 1);
  return counted.length > 1 ? counted : [];
}
