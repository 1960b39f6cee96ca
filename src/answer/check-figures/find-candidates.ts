import { findQuantities } from '../../quantity/find-quantities.js';
import { sameKind } from '../../quantity/units.js';
import type { Indicator, Passage } from '../../records.js';
import { findIndicators } from '../../retrieve/find-indicators.js';
import { searchPassagesTool } from '../../tools/search-passages.js';
import type { ToolContext } from '../../tools/tool.js';
import { splitSentences } from '../sentences.js';
import { detectLanguage } from '../understand/detect-language.js';
import { toChineseTerms } from '../understand/translate.js';
import { plainPassage } from '../verify/plain-passage.js';
import type { Statement } from './find-statements.js';

/** A row that a statement may be about, with the passage that it stands in. */
export interface RowCandidate {
  row: Indicator;
  passage: Passage;
}

/** What a statement is checked against. */
export interface Candidates {
  /** Rows of the indicators that the statement names, in units of the figure's kind. */
  rows: RowCandidate[];
  /** Passages that bear on the statement and hold figures, best first. */
  passages: Passage[];
}

/** A name that fits less well is another indicator. */
const firmScore = 0.6;
/** A weaker name than this share of the best one is another indicator. */
const closeness = 0.9;
const matchLimit = 12;
const passageLimit = 6;

/** Looks up what the plans say about a statement. */
export async function findCandidates(context: ToolContext, statement: Statement): Promise<Candidates> {
  const name = inChinese(statement.name);
  const planIds = statement.planIds.length > 0 ? statement.planIds : context.planIds;
  const within = new Set(context.planIds.filter((id) => planIds.includes(id)));
  const hits = await searchPassagesTool.run(context, {
    phrases: [name],
    background: [],
    planIds: [...within],
    parts: [],
    years: statement.years,
    wantsFigures: true,
    limit: passageLimit,
  });
  return {
    rows: await withPassages(context, rowsNamed(context, { name, within, statement })),
    passages: hits.map(({ passage }) => plainPassage(passage)).filter(holdsFigures),
  };
}

function inChinese(text: string): string {
  return detectLanguage(text) === 'en' ? toChineseTerms(text) : text;
}

function rowsNamed(
  { indicators }: ToolContext,
  { name, within, statement }: { name: string; within: ReadonlySet<string>; statement: Statement },
): Indicator[] {
  const matches = findIndicators({ phrases: [name], index: indicators, planIds: within, limit: matchLimit });
  const best = matches[0]?.score ?? 0;
  return matches
    .filter(({ score }) => score >= firmScore && score >= best * closeness)
    .flatMap(({ rows }) => rows)
    .filter(({ value, unit }) => value !== null && sameKind(unit, statement.figure.unit));
}

/** Rows whose words speak to the reader are left out with them. */
async function withPassages(context: ToolContext, rows: readonly Indicator[]): Promise<RowCandidate[]> {
  const ids = [...new Set(rows.map(({ passageId }) => passageId))];
  const passages = new Map(
    (await context.store.passagesById(ids)).map((one) => [one.passageId, plainPassage(one)]),
  );
  return rows.flatMap((row) => {
    const passage = passages.get(row.passageId);
    return passage?.text.includes(row.quote) ? [{ row, passage }] : [];
  });
}

function holdsFigures({ text }: Passage): boolean {
  return splitSentences(text).some((one) => findQuantities(one.text).length > 0);
}
