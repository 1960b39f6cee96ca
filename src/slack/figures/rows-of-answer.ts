import type { Answer, Indicator } from '../../records.js';
import type { IndicatorIndex } from '../../retrieve/indicator-index.js';

/** An indicator row that an answer's citations quote, with the numbers of those citations. */
export interface CitedRow {
  row: Indicator;
  citations: number[];
}

/**
 * The indicator rows of an answer: those of its values and of what it calculates with, and what else the
 * quoted places say of the same indicators, such as the figure that a target starts from. Nothing that is
 * not cited.
 */
export function rowsOfAnswer(answer: Answer, { groups }: IndicatorIndex): CitedRow[] {
  const citationsOf = createFindCitations(answer);
  return groups.flatMap(({ rows }) => {
    const cited = rows.flatMap((row) => {
      const citations = citationsOf(row);
      return citations.length > 0 ? [{ row, citations }] : [];
    });
    return cited.some((one) => isValue(one.row, answer) || isInput(one, answer)) ? cited : [];
  });
}

/** Years, the latest first, for which the plans have a figure of the answer's indicators that it does not give. */
export function otherYearsOf(cited: readonly CitedRow[], { groups }: IndicatorIndex): number[] {
  const given = new Set(cited.map(({ row }) => row.indicatorId));
  const known = new Set(cited.map(({ row }) => row.year));
  const asked = groups.filter(({ rows }) => rows.some(({ indicatorId }) => given.has(indicatorId)));
  const years = asked.flatMap(({ rows }) => rows.map(({ year }) => year));
  return [...new Set(years)]
    .filter((year) => year !== null && !known.has(year))
    .sort((a, b) => Number(b) - Number(a))
    .map(Number);
}

/** Finds the citations that quote a row. A quote is cut at its end where it is long, so either may hold the other. */
function createFindCitations({ citations }: Answer): (row: Indicator) => number[] {
  const quotes = new Map<string, { n: number; quote: string }[]>();
  for (const { n, passageId, quote } of citations)
    quotes.set(passageId, [...(quotes.get(passageId) ?? []), { n, quote: compact(quote) }]);
  return (row) => {
    const inPassage = quotes.get(row.passageId);
    if (inPassage === undefined) return [];
    const own = compact(row.quote);
    return inPassage.filter(({ quote }) => quote.includes(own) || own.includes(quote)).map(({ n }) => n);
  };
}

function isValue(row: Indicator, { values }: Answer): boolean {
  return values.some(
    (value) =>
      value.planId === row.planId &&
      value.name === row.name &&
      value.measure === row.measure &&
      value.year === row.year &&
      value.value === row.value,
  );
}

/** Figures of two indicators can be alike and stand in one sentence, so the name counts, too. */
function isInput({ row, citations }: CitedRow, { calculations }: Answer): boolean {
  return calculations.some(({ inputs }) =>
    inputs.some(
      ({ citation, value, unit, year, name }) =>
        citation !== null &&
        citations.includes(citation) &&
        value === row.value &&
        unit === row.unit &&
        year === row.year &&
        compact(name).includes(compact(row.name)),
    ),
  );
}

function compact(text: string): string {
  return text.replace(/\s+/g, '');
}
