import { formatQuantity } from '../quantity/format-quantity.js';
import type { Indicator } from '../records.js';
import type { CalculateResult } from '../tools/calculate.js';

type Outcome = Extract<CalculateResult, { kind: 'outcome' }>;

/** A calculation as a person reads it: result, formula, working, notes, and where the figures stand. */
export function calcText({ outcome, cited }: Outcome): string {
  const { formula, result, comparator, working, notes } = outcome;
  const rounded = { ...result, value: Number(result.value.toPrecision(8)), valueMax: null, comparator };
  return [
    `${formatQuantity(rounded, 'zh')}   ${formula}`,
    working.zh,
    working.en,
    ...notes,
    ...sources(cited).map(
      ({ n, row }) => `[${n}] ${row.planId} ${row.sectionPath.join(' > ')}: ${row.quote}`,
    ),
  ].join('\n');
}

/** The same as data; `working` has a line in Chinese and one in English. */
export function calcJson({ outcome, cited }: Outcome): string {
  const { working, plainNotes: _, ...rest } = outcome;
  const citations = sources(cited).map(({ n, row }) => ({
    n,
    planId: row.planId,
    sectionPath: row.sectionPath,
    page: row.page,
    quote: row.quote,
    passageId: row.passageId,
  }));
  return JSON.stringify({ ...rest, working: `${working.zh}\n${working.en}`, citations }, null, 2);
}

/** What an indicator could mean, and how to say which. */
export function choiceText({ reference, rows }: { reference: string; rows: readonly Indicator[] }): string {
  return [
    `"${reference}" fits several figures. Say which with its year (${reference}@2025), --plan or --kind:`,
    ...rows.map(
      ({ planId, year, name, scope, ownScope, kind, value, ...row }) =>
        `  ${planId}  ${year ?? 'no year'}  ${ownScope ? '' : `${scope} `}${name}  ` +
        `${value === null ? row.text : formatQuantity({ ...row, value }, 'zh')}  (${kind})`,
    ),
  ].join('\n');
}

/** What is near an indicator that no plan has. */
export function unknownText({ reference, near }: { reference: string; near: readonly string[] }): string {
  const hint = near.length > 0 ? `Near it are: ${near.join(', ')}.` : 'Nothing is near it.';
  return `No indicator is called "${reference}". ${hint} "npm run indicators" lists them all.`;
}

/** One line a source: several figures can stand in one passage. */
function sources(cited: Outcome['cited']): Outcome['cited'] {
  return cited.filter(
    (one, at) => at === cited.findIndex((other) => other.n === one.n && other.row.quote === one.row.quote),
  );
}
