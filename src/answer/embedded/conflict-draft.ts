import { sameKind } from '../../quantity/units.js';
import type { Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { coreName } from '../../retrieve/indicator-index.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import { chooseMatches } from './choose-matches.js';
import { sameAmount, sameFigure } from './choose-rows.js';
import { placedClaim } from './conflict/placed-claim.js';
import type { Evidence } from './evidence.js';
import { factSentences } from './extract-drafts.js';
import { fillTemplate } from './fill-template.js';
import { isPlanned } from './firmness.js';
import type { ClaimSetting } from './indicator-claims.js';

const mostClaims = 5;
/** Where no name is surely met, the nearest one is shown beside the sentences. */
const [likelyScore, likelyShare] = [0.4, 0.25];
const fullerScore = 0.3;
const shortestName = 3;

/** Both places, each in the plan's own words, and whether their figures agree. */
export function conflictDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const { asked, rows } = rowsAsked(frame, evidence);
  const stated = rows.flatMap((row) => rowClaim(row, frame, setting) ?? []);
  // What another plan says is no contradiction of this one's figures.
  const isOfPlan = (planId: string) => rows.length === 0 || rows.some((row) => row.planId === planId);
  const sentences = factSentences(frame, evidence, 4)
    .filter(({ passage }) => isOfPlan(passage.planId))
    .map(({ passage, text }) => placedClaim({ text, passage, indicators: [], frame }));
  const pairs = pairsOf(rows);
  const apart = pairs.find(([a, b]) => !sameFigure(a, b));
  const claims = marked(dedupe([...stated, ...sentences]).slice(0, mostClaims), apart);
  if (claims.length === 0) return undefined;
  const lead = apart ? 'disagree' : pairs.length > 0 ? 'bothAgree' : 'bothPlaces';
  return emptyDraft({
    claims,
    values: asked.filter((row) => stated.some((claim) => claim.indicators.includes(row))),
    lead: fillTemplate(frame.language, lead),
    layout: 'bullets',
  });
}

/** Rows of the indicators that the question names, or of the nearest one; with those that go by a fuller name. */
function rowsAsked(frame: Understanding, evidence: Evidence): { asked: Indicator[]; rows: Indicator[] } {
  const chosen = chooseMatches(evidence, frame);
  const likely = evidence.indicators
    .slice(0, 1)
    .filter(({ score, share }) => score >= likelyScore && share >= likelyShare);
  const meant = chosen.length > 0 ? chosen : likely;
  const rowsOf = (matches: readonly IndicatorMatch[]) => {
    const own = matches
      .flatMap(({ rows }) => rows)
      .filter((row) => row.ownScope && !isYearOfSum(row, evidence.collection));
    const { years } = frame;
    return ofAskedYears(
      own.filter(({ year }) => years.length === 0 || year === null || years.includes(year)),
      frame,
    );
  };
  return { asked: rowsOf(meant), rows: rowsOf([...meant, ...calledLike(meant, evidence)]) };
}

/** What a table gives for one year of a sum that stands in the same line is no other figure of the sum. */
function isYearOfSum(row: Indicator, collection: readonly Indicator[]): boolean {
  return (
    row.source === 'table' &&
    row.measure === 'level' &&
    collection.some(
      ({ measure, passageId, quote }) =>
        measure === 'cumulative' && passageId === row.passageId && quote === row.quote,
    )
  );
}

/** 既有住宅加装电梯 beside 加装电梯: the same may go by a fuller name in another place. */
function calledLike(meant: readonly IndicatorMatch[], { indicators }: Evidence): IndicatorMatch[] {
  return indicators.filter(
    (match) =>
      match.score >= fullerScore &&
      !meant.includes(match) &&
      meant.some((one) => {
        const [short, long] = [coreName(one.name), coreName(match.name)];
        const [first, other] = [one.rows[0], match.rows[0]];
        return (
          one.planId === match.planId &&
          short.length >= shortestName &&
          long.endsWith(short) &&
          first !== undefined &&
          other !== undefined &&
          sameKind(first.unit, other.unit)
        );
      }),
  );
}

/** A figure without a year counts only where none has the year that is asked for. */
function ofAskedYears(rows: readonly Indicator[], { years }: Understanding): Indicator[] {
  const dated = rows.filter(({ year }) => year !== null && years.includes(year));
  return dated.length > 0 ? dated : [...rows];
}

/** Figures of one thing, year and firmness that stand in two places. */
function pairsOf(rows: readonly Indicator[]): [Indicator, Indicator][] {
  return rows.flatMap((a, at) =>
    rows.slice(at + 1).flatMap((b): [Indicator, Indicator][] => (isSameThing(a, b) ? [[a, b]] : [])),
  );
}

function isSameThing(a: Indicator, b: Indicator): boolean {
  return (
    a.planId === b.planId &&
    a.year === b.year &&
    a.canonicalName === b.canonicalName &&
    a.measure === b.measure &&
    isPlanned(a) === isPlanned(b) &&
    a.quote !== b.quote
  );
}

/** Claims on the two figures that disagree are marked; one that only says more (180, 超180) is no other amount. */
function marked(claims: readonly DraftClaim[], apart: [Indicator, Indicator] | undefined): DraftClaim[] {
  if (!apart || sameAmount(...apart)) return [...claims];
  const [{ name }] = apart;
  return claims.map((claim) =>
    apart.some((row) => claim.indicators.includes(row)) ? { ...claim, conflictAbout: name } : claim,
  );
}

function rowClaim(row: Indicator, frame: Understanding, setting: ClaimSetting): DraftClaim | undefined {
  const passage = setting.passages.get(row.passageId);
  return passage && placedClaim({ text: row.quote, passage, indicators: [row], frame });
}

/** One claim for words that stand in one place; a row of a table states several figures. */
function dedupe(claims: readonly DraftClaim[]): DraftClaim[] {
  const quoteOf = ({ support }: DraftClaim) => compact(support[0]?.quote ?? '');
  const passageOf = ({ support }: DraftClaim) => support[0]?.passage.passageId;
  const kept: DraftClaim[] = [];
  for (const claim of claims) {
    const at = kept.findIndex(
      (one) =>
        passageOf(one) === passageOf(claim) &&
        (quoteOf(one).includes(quoteOf(claim)) || quoteOf(claim).includes(quoteOf(one))),
    );
    const known = kept[at];
    if (!known) kept.push(claim);
    else kept[at] = { ...known, indicators: [...new Set([...known.indicators, ...claim.indicators])] };
  }
  return kept;
}
