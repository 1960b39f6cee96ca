import type { Indicator } from '../../../records.js';
import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import type { OperandPhrase } from '../../understand/resolve-calculation.js';
import type { Understanding } from '../../understand/understand.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';
import words from './calculation-terms.json' with { type: 'json' };
import { datedRows, figureOf, wantsTarget } from './dated-rows.js';
import { rowsStating } from './given-term.js';
import { type OperandSearch, operandSearches } from './operand-searches.js';
import { placedFigures } from './placed-figures.js';
import { rowTerm } from './row-term.js';
import type { Missing, Term } from './term.js';

/** A part of the question names an indicator when its name is met this well … */
const leastScore = 0.5;
/** … where its place is named, less will do. */
const leastScoreOfScoped = 0.45;
/** … and says this much of the part. */
const leastShare = 0.4;
/** The name of a place or body is most of a part, and stands in no indicator's name. */
const leastOfScoped = 0.15;
/** A match this much weaker than the best may still be the one with a figure for the year. */
const nearBest = 0.85;

/** Heads and tails of a name between which another word may stand. */
const shortestHead = 2;
const shortestTail = 2;
const neutral = new RegExp(`^(?:${words.neutral.join('|')})+$`);

export interface PhraseRequest {
  frame: Understanding;
  evidence: Evidence;
  setting: ClaimSetting;
}

/** The figure that each part of the question names, or what is missing, in the question's order. */
export function phraseTerms(request: PhraseRequest): (Term | Missing)[] {
  const { frame, evidence } = request;
  const operands = frame.calculation?.operands ?? [];
  const searches = operandSearches(frame, evidence.collection);
  return operands.map((phrase, at) => {
    const search = searches[at];
    const matches = evidence.operands[at] ?? [];
    return search ? phraseTerm(phrase, search, matches, request) : missing(phrase, [], []);
  });
}

function phraseTerm(
  phrase: OperandPhrase,
  search: OperandSearch,
  matches: readonly IndicatorMatch[],
  { frame, evidence, setting }: PhraseRequest,
): Term | Missing {
  const amount = phrase.given[0];
  const quoted = amount && rowsStating(amount, evidence.collection, phrase.text)[0];
  if (quoted) return rowTerm(quoted, frame, setting);
  const isShare = frame.calculation?.operation === 'share';
  const written = amount && isShare ? amountWritten(amount, evidence) : undefined;
  if (written) return rowTerm(written, frame, setting);
  const years = phrase.years.length > 0 ? phrase.years : sharedYears(frame);
  const meant = matchesMeant(matches, search);
  const asked = { years: years.slice(-1), question: wordsOfKind(phrase, frame) };
  const dated = meant.find((match) => hasYear(match, asked.years, asked.question));
  const best = dated ?? (years.length === 0 ? meant[0] : undefined);
  const row = best && figureOf(best, asked, setting);
  if (row) return rowTerm(row, frame, setting);
  return missing({ ...phrase, text: search.text, plans: search.planIds }, years, meant[0]?.rows ?? []);
}

/** An amount that the question quotes and that stands in a sentence found, though it is no indicator's (其中近期386亿元). */
function amountWritten(amount: GivenFigure, { hits, collection }: Evidence): Indicator | undefined {
  const figures = hits.slice(0, mostPassages).flatMap(({ passage }) => placedFigures(passage, collection));
  return figures.find(({ row }) => row.value === amount.value && row.unit === amount.unit)?.row;
}

const mostPassages = 6;

/** Matches that the part surely names, of the place that it names. */
function matchesMeant(matches: readonly IndicatorMatch[], { scope, text }: OperandSearch): IndicatorMatch[] {
  const placed = matches.filter((match) => match.scope === scope && !isPartOf(match.name, text));
  const best = placed[0]?.score ?? 0;
  return placed.filter(
    ({ score, share }) =>
      score >= (scope === null ? leastScore : leastScoreOfScoped) &&
      share >= (scope === null ? leastShare : leastOfScoped) &&
      score >= best * nearBest,
  );
}

/** Whether a target is meant is read from the part itself, where any part says it (目标比2020年实际). */
function wordsOfKind(phrase: OperandPhrase, { calculation, question }: Understanding): string {
  const isSaid = calculation?.operands.some(({ text }) => wantsTarget(text)) && !calculation.isList;
  return isSaid ? phrase.text : question;
}

/** 河边工程总投资 is the investment of a part of what 河边总投资 names, not that itself. */
function isPartOf(name: string, text: string): boolean {
  const asked = text.replace(/\s+/g, '');
  return [...asked].some((_, at) => {
    const [head, tail] = [asked.slice(0, at), asked.slice(at)];
    if (head.length < shortestHead || tail.length < shortestTail) return false;
    if (!name.startsWith(head) || !name.endsWith(tail)) return false;
    const inserted = name.slice(head.length, name.length - tail.length);
    return inserted !== '' && !neutral.test(inserted);
  });
}

function hasYear({ rows }: IndicatorMatch, years: readonly number[], question: string): boolean {
  const dated = datedRows(rows, wantsTarget(question));
  return (
    years.length === 0 ||
    dated.some((row) => row.year !== null && years.includes(row.year)) ||
    (dated.length === 0 && rows.some((row) => row.value !== null))
  );
}

/** The only year of the question is meant for each of its figures. */
function sharedYears({ years }: Understanding): number[] {
  return years.length === 1 ? years : [];
}

function missing(phrase: OperandPhrase, years: readonly number[], rows: readonly Indicator[]): Missing {
  return { name: phrase.text.trim(), planIds: phrase.plans, years, rows: datedRows(rows) };
}
