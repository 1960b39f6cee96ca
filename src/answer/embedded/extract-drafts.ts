import { foldText } from '../../models/cut-words.js';
import { findQuantities } from '../../quantity/find-quantities.js';
import { findPeriods } from '../../quantity/periods.js';
import { sameKind } from '../../quantity/units.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { mentionedIndicators } from '../../retrieve/mentioned-indicators.js';
import { queryTerms } from '../../retrieve/query-terms.js';
import { titleShare } from '../../retrieve/title-share.js';
import type { Hit } from '../../store/open-store.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact, splitSentences } from '../sentences.js';
import { subjectsOf } from '../understand/follow-up-subject.js';
import { resolveUnits } from '../understand/resolve-unit.js';
import type { Understanding } from '../understand/understand.js';
import { entitiesIn, mentionsEntity, placesIn } from './entities.js';
import type { Evidence } from './evidence.js';
import { leadSentences } from './lead-sentences.js';
import { hasFigureNear } from './not-treated.js';
import { type ChosenSentence, selectSentences } from './select-sentences.js';
import type { SentenceWish } from './sentence-fit.js';
import { termAsked } from './term-asked.js';

/** A sentence must hold this share of the question to be given as its answer. */
const leastCoverage = 0.34;
/** … or this share, where a follow-up only changes the year and the sentence is of that year. */
const leastInYear = 0.12;
/** Rows of a cited passage count as asked for when their name is met this well. */
const askedScore = 0.5;
/** … and not much less well than the best. */
const nearBest = 0.8;
/** Passages whose sentences are looked at. */
const passagesRead = 8;
/** A heading of which the question says this share is the one it means. */
const clearTitle = 0.7;

/** The plan's own sentences that state the fact asked for. */
export function factDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const sentences = withOtherFigures(factSentences(frame, evidence), frame, evidence);
  const [best] = sentences;
  if (frame.isFollowUp && frame.years.length > 0) {
    const moved = sentencesOfYear(frame, evidence);
    if (moved.length > 0)
      return emptyDraft({ claims: moved.map((one) => verbatimClaim(one, [])), layout: 'bullets' });
  }
  const inYear =
    best !== undefined && frame.isFollowUp && frame.years.some((year) => best.text.includes(String(year)));
  if (!best || best.coverage < (inYear ? leastInYear : leastCoverage)) return undefined;
  const claims = sentences.map((sentence) => verbatimClaim(sentence, evidence.indicators));
  return emptyDraft({ claims, values: claims.flatMap((claim) => claim.indicators), layout: 'bullets' });
}

const figureKinds: ReadonlySet<Understanding['kind']> = new Set(['target', 'fact', 'calculation']);

/**
 * Where a question of figures names a place, a zone or a body, a sentence must name it too, and have a figure
 * beside the indicator that is asked for.
 */
export function acceptedBy(frame: Understanding): (text: string, headings: string) => boolean {
  const subjects = frame.isFollowUp ? subjectsOf(frame.phrases[0] ?? '', frame.background) : [];
  const speaks = (text: string) => subjects.length === 0 || subjects.some((one) => text.includes(one));
  if (!figureKinds.has(frame.kind)) return (text, headings) => speaks(foldText(text + headings));
  const entities = entitiesIn(frame);
  const places = placesIn(frame);
  const asked = mentionedIndicators(foldText(frame.phrases[0] ?? '').replace(/\s+/g, ''));
  const names = asked.flatMap(({ canonicalName, text }) => [canonicalName, text]);
  return (text, headings) => {
    const own = foldText(text);
    const isThere = entities.every(
      (entity) => mentionsEntity(own, entity) || mentionsEntity(foldText(headings), entity),
    );
    const isOfPlace = places.length === 0 || places.some((place) => own.includes(place));
    const isFigure =
      entities.length + places.length === 0 || names.length === 0 || hasFigureNear(text, names);
    return isThere && isOfPlace && isFigure && speaks(own + foldText(headings));
  };
}

/** Where another sentence gives a different figure in the unit asked for, both are given. */
function withOtherFigures(
  chosen: ChosenSentence[],
  frame: Understanding,
  evidence: Evidence,
): ChosenSentence[] {
  const [best] = chosen;
  const units = resolveUnits(frame.question);
  if (!best || units.length === 0 || frame.plans.length > 1) return chosen;
  const known = amountsIn(best.text, units);
  if (known.length === 0) return chosen;
  const wider = factSentences({ ...frame, kind: 'conflict' }, evidence, 8);
  const others = wider.filter((one) => {
    const amounts = amountsIn(one.text, units);
    const isOther = amounts.length > 0 && amounts.every((amount) => !known.includes(amount));
    return isOther && one.coverage >= best.coverage * 0.7 && !chosen.some((other) => other.text === one.text);
  });
  return [...chosen, ...others.slice(0, 2)];
}

function amountsIn(text: string, units: readonly string[]): number[] {
  return findQuantities(text)
    .filter(
      (span) =>
        span.role === 'quantity' && units.some((unit) => span.unit !== '' && sameKind(span.unit, unit)),
    )
    .map((span) => span.value);
}

/** A follow-up that only changes the year: the sentence of that year where the first question is answered. */
function sentencesOfYear(frame: Understanding, evidence: Evidence): ChosenSentence[] {
  const [place] = factSentences({ ...frame, years: [] }, evidence, 1);
  if (!place || place.coverage < leastCoverage) return [];
  const path = place.passage.sectionPath.join('\n');
  const near = evidence.hits.filter(
    (hit) => hit.passage.planId === place.passage.planId && hit.passage.sectionPath.join('\n') === path,
  );
  return near
    .flatMap(({ passage }) =>
      splitSentences(passage.text).map(({ text }) => ({ passage, text, coverage: 1 })),
    )
    .filter(({ text }) => findPeriods(text).some((period) => frame.years.includes(period.to)))
    .slice(0, 2);
}

/** The best sentences for a question, from each plan where several are named. */
export function factSentences(frame: Understanding, evidence: Evidence, limit = 3): ChosenSentence[] {
  const perPlan = frame.plans.length > 1 ? frame.plans : [undefined];
  return perPlan.flatMap((planId) =>
    selectSentences({
      hits: evidence.hits
        .filter((hit) => planId === undefined || hit.passage.planId === planId)
        .slice(0, passagesRead),
      accepts: acceptedBy(frame),
      phrases: frame.phrases,
      background: frame.background,
      wish: wishOf(frame),
      limit: perPlan.length > 1 ? 2 : limit,
    }),
  );
}

const asksWhen = /哪一?年|几几年|何时|什么时候|啥时候|什么时间|\bwhen\b|which year|what year/i;

function wishOf(frame: Understanding): SentenceWish {
  const isText = frame.kind === 'definition' || frame.kind === 'responsibility';
  return {
    years: frame.years,
    units: resolveUnits(frame.question),
    wantsFigures: !isText,
    wantsBodies: frame.kind === 'responsibility',
    wantsDate: asksWhen.test(frame.question),
    defines: frame.kind === 'definition' ? termAsked(frame.question, frame.phrases) : undefined,
  };
}

/** A plan's own words as a claim, with the indicator rows that stand in them. */
export function verbatimClaim(
  { passage, text }: ChosenSentence,
  indicators: readonly IndicatorMatch[],
): DraftClaim {
  const best = indicators[0]?.score ?? 0;
  const rows = indicators
    .filter((match) => match.score >= Math.max(askedScore, best * nearBest))
    .flatMap((match) => match.rows)
    .filter((row) => row.passageId === passage.passageId && compact(text).includes(compact(row.quote)));
  return { ...quotedClaim(text, passage), indicators: rows };
}

/** The points of the section that the question is about, in the plan's order and words. */
export function pointsDraft(frame: Understanding, evidence: Evidence, budget: number): Draft | undefined {
  const groups = frame.plans.length > 1 ? frame.plans : [undefined];
  const claims = groups.flatMap((planId) => {
    const hits = evidence.hits.filter((hit) => planId === undefined || hit.passage.planId === planId);
    return pointsOf(hits, frame, Math.floor(budget / groups.length));
  });
  return claims.length === 0 ? undefined : emptyDraft({ claims, layout: 'bullets' });
}

function pointsOf(hits: readonly Hit[], frame: Understanding, budget: number): DraftClaim[] {
  const [best] = hits;
  if (!best) return [];
  const chosen = hits.filter((hit) => hit.score >= best.score * 0.62).slice(0, passagesRead);
  const related = chosen.filter(
    (hit) => hit === best || isRelated(hit, best) || hit.score >= best.score * 0.82,
  );
  const ordered = [...underTitle(related, best, frame)].sort(
    (a, b) => a.passage.planId.localeCompare(b.passage.planId) || a.passage.order - b.passage.order,
  );
  return leadSentences({ hits: ordered, phrases: frame.phrases, background: frame.background, budget }).map(
    (sentence) => verbatimClaim(sentence, []),
  );
}

/** Where a heading says just what is asked (内部挑战), its neighbours (外部挑战) are left out. */
function underTitle(hits: readonly Hit[], best: Hit, frame: Understanding): readonly Hit[] {
  const terms = queryTerms(frame.phrases, frame.background);
  const said = (hit: Hit) =>
    Math.max(0, ...hit.passage.sectionPath.slice(-1).map((title) => titleShare(title, terms)));
  const least = said(best) >= clearTitle ? said(best) * 0.75 : 0;
  return hits.filter((hit) => said(hit) >= least);
}

/** Same section, or sections next to each other under one heading. */
function isRelated(hit: Hit, best: Hit): boolean {
  const [a, b] = [hit.passage.sectionPath, best.passage.sectionPath];
  const depth = Math.max(1, Math.min(a.length, b.length) - 1);
  return (
    hit.passage.planId === best.passage.planId &&
    a.slice(0, depth).join('\n') === b.slice(0, depth).join('\n')
  );
}
