import { foldText } from '../../models/cut-words.js';
import type { Indicator } from '../../records.js';
import { type IndicatorMatch, namesSubject } from '../../retrieve/find-indicators.js';
import { coreName } from '../../retrieve/indicator-index.js';
import type { Understanding } from '../understand/understand.js';
import { entitiesIn, isAbout, placesIn } from './entities.js';
import type { Evidence } from './evidence.js';
import { isPlanned } from './firmness.js';

/** A row is stated as the answer only when its name is met this well. */
const firmScore = 0.55;
/** … or this well, where the name has all that the question says. */
const fairScore = 0.45;
const wholeShare = 0.9;
/** A part of the question adds an indicator of its own only when it names it this well. */
const clauseScore = 0.62;
/** … and says most of that part: its subject, not only how it is measured. */
const clauseShare = 0.45;
/** … or, where its name holds nearly every word of the part, half as well. */
const wholeClauseScore = 0.42;
const wholeClauseShare = 0.85;
/** What having a figure of the asked year, or of the asked firmness, counts. */
const fitGain = 0.15;
/** In a second plan the same indicator may be named less like the question. */
const likeScore = 0.3;
const mostIndicators = 4;

/** The indicators that a question asks for: the best for the whole of it, and for each part that names one. */
export function chooseMatches(
  evidence: Pick<Evidence, 'indicators' | 'clauses'>,
  frame: Understanding,
): IndicatorMatch[] {
  const about = (list: readonly IndicatorMatch[]) => withoutParts(aboutEntities(list, frame), frame.question);
  const whole = fitting(about(evidence.indicators), frame).filter(
    ({ score, share }) => score >= firmScore || (score >= fairScore && share >= wholeShare),
  );
  const parts = evidence.clauses.map((clause) =>
    fitting(about(clause), frame).filter((match) => namesClause(match)),
  );
  const first = whole[0] ?? parts.flat()[0];
  if (!first) return [];
  const planIds = frame.plans.length > 0 ? frame.plans : [first.planId];
  return planIds.flatMap((planId) =>
    ofPlan({ planId, whole, parts, all: evidence.indicators, first, question: frame.question }),
  );
}

function ofPlan({
  planId,
  whole,
  parts,
  all,
  first,
  question,
}: {
  planId: string;
  whole: readonly IndicatorMatch[];
  parts: readonly IndicatorMatch[][];
  all: readonly IndicatorMatch[];
  first: IndicatorMatch;
  question: string;
}): IndicatorMatch[] {
  const fromParts = parts.flatMap((part) => part.find((match) => match.planId === planId) ?? []);
  const best =
    whole.find((match) => match.planId === planId) ??
    all.find(
      (match) =>
        match.planId === planId &&
        match.score >= likeScore &&
        match.rows[0]?.canonicalName === first.rows[0]?.canonicalName,
    );
  // Where two parts each name one, the whole names a mixture of both.
  const distinct = dedupe(fromParts);
  const named = distinct.length >= 2 ? distinct : dedupe([...(best ? [best] : []), ...distinct]);
  const chosen = asWritten(named, question);
  return withAskedMeasures(withOtherPlaces(chosen, all), all, question).slice(0, mostIndicators);
}

/** Where the question writes out the name of one, another that says no more of the question is not meant. */
function asWritten(matches: readonly IndicatorMatch[], question: string): IndicatorMatch[] {
  const text = foldText(question).replace(/\s+/g, '');
  const isWritten = ({ name }: IndicatorMatch) => text.includes(plain(name));
  const written = matches.filter(isWritten);
  return matches.filter(
    (match) =>
      isWritten(match) ||
      !written.some(({ covered }) => [...match.covered].every((word) => covered.has(word))),
  );
}

/** 养老床位 is only a part of what is said, where that is 家庭养老床位. */
function withoutParts(matches: readonly IndicatorMatch[], question: string): IndicatorMatch[] {
  const text = plain(question);
  const written = [...new Set(matches.map(({ name }) => subjectOf(name)))].filter((name) =>
    text.includes(name),
  );
  const isPart = (name: string) =>
    written.some((one) => one !== name && one.includes(name) && !text.replaceAll(one, ' ').includes(name));
  return matches.filter(({ name }) => !isPart(subjectOf(name)));
}

/** 存款余额目标 is no other indicator than 存款余额. */
function subjectOf(name: string): string {
  return plain(name).replace(/(?:的)?目标值?$/, '');
}

function plain(name: string): string {
  return foldText(name).replace(/\s+/g, '');
}

/** The same indicator of the other places that the question names (only those are among the matches). */
function withOtherPlaces(
  chosen: readonly IndicatorMatch[],
  all: readonly IndicatorMatch[],
): readonly IndicatorMatch[] {
  const others = chosen.flatMap((match) =>
    all.filter(
      (one) =>
        one.planId === match.planId && one.scope !== null && coreName(one.name) === coreName(match.name),
    ),
  );
  return dedupe([...chosen, ...others]);
}

const measureWords: readonly [Indicator['measure'], RegExp][] = [
  ['rate', /增速|增长率|年均增|涨得|增幅|growth/i],
  ['share', /占比|比重|占.{0,6}(?:比例|百分)|share of|proportion/i],
];

/** "The size and the growth of X": the growth is a row of its own beside the amount. */
function withAskedMeasures(
  chosen: readonly IndicatorMatch[],
  all: readonly IndicatorMatch[],
  question: string,
): IndicatorMatch[] {
  const asked = measureWords.filter(([, words]) => words.test(question)).map(([measure]) => measure);
  const siblings = chosen.flatMap((match) =>
    asked.flatMap((measure) => {
      const isThere = chosen.some((one) => one.rows[0]?.measure === measure);
      const sibling = all.find(
        (one) =>
          one.planId === match.planId &&
          one.rows[0]?.measure === measure &&
          coreName(one.name).startsWith(
            coreName(match.name).slice(0, Math.max(4, coreName(match.name).length)),
          ),
      );
      return isThere || !sibling ? [] : [sibling];
    }),
  );
  return dedupe([...chosen, ...siblings]);
}

/** A part of the question names an indicator surely, or all of the part stands in its name. */
function namesClause(match: IndicatorMatch): boolean {
  const isSure = match.score >= clauseScore && match.share >= clauseShare;
  const isWhole =
    match.score >= wholeClauseScore && match.share >= wholeClauseShare && match.covered.size >= 2;
  return (isSure || isWhole) && namesSubject(match);
}

/** Where the question names a zone, a town or a bank, only figures of it. */
function aboutEntities(matches: readonly IndicatorMatch[], frame: Understanding): IndicatorMatch[] {
  const entities = entitiesIn(frame);
  // Where the plan is named too (云岭、昆明), its own figures are asked for beside the other place's.
  const places = frame.planNames.length > 0 && frame.scope === null ? [] : placesIn(frame);
  if (entities.length === 0 && places.length === 0) return [...matches];
  return matches.flatMap((match) => {
    const rows = match.rows.filter((row) => isAbout(row, entities, places));
    return rows.length > 0 ? [{ ...match, rows }] : [];
  });
}

const keyOf = (match: IndicatorMatch) =>
  [
    match.planId,
    match.scope ?? '',
    match.rows[0]?.canonicalName ?? match.name,
    match.rows[0]?.measure ?? '',
  ].join('\n');

function dedupe(matches: readonly IndicatorMatch[]): IndicatorMatch[] {
  const byKey = new Map(matches.map((match) => [keyOf(match), match]));
  return [...byKey.values()];
}

/** Matches with a row of the asked year or firmness come before equally named ones without. */
function fitting(matches: readonly IndicatorMatch[], frame: Understanding): IndicatorMatch[] {
  return matches
    .map((match) => ({ ...match, score: match.score - fitGain * missingShare(match, frame) }))
    .sort((a, b) => b.score - a.score);
}

/** Share of what is asked that a match has no row for; of several years asked, a missing one counts double. */
function missingShare({ rows }: IndicatorMatch, frame: Understanding): number {
  if (frame.years.length === 0) return frame.kind !== 'target' || rows.some(isPlanned) ? 0 : 1;
  if (rows.some((row) => row.year === null)) return 0;
  const missing = frame.years.filter((year) => !rows.some((row) => row.year === year));
  return (missing.length / frame.years.length) * (frame.years.length > 1 ? 2 : 1);
}
