import { type QueryTerm, queryTerms } from '../../retrieve/query-terms.js';
import { titleShare } from '../../retrieve/title-share.js';
import { type Draft, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { splitSentences } from '../sentences.js';
import { type AskedLength, resolveLength } from '../understand/resolve-length.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { asksToMend, matterOf } from './matter-of.js';
import { condense, inSentences, inTurn, type Point, pointsOf } from './section-points.js';
import { shareSaid } from './share-said.js';
import { isAside } from './topic-points.js';

/** A paragraph with what it says of the question. */
interface Treated {
  point: Point;
  /** Share of the question that it and the headings above it say. */
  said: number;
  /** Share of the question that the heading right above it says. */
  titled: number;
  score: number;
}

const usualBudget = 1_000;
const pointBudget = 110;
const mostPoints = 12;
/** A paragraph must say this much of the question to be told. */
const leastSaid = 0.2;
/** Told beside the best are paragraphs that treat the matter nearly as much. */
const nearBest = 0.78;
/** The heading names the matter: what stands under it treats it, whatever its words. */
const clearlyTitled = 0.45;
/** One of several items (一是…；二是…) is told with the others where their heading speaks of the matter at all. */
const titledItem = 0.2;
const item = /^(?:[一二三四五六七八九十]是|[（(]\d{1,2}[）)]|[①-⑳])/;
/** What the search found first is rather meant. */
const rankShare = 0.5;
/** Paragraphs of other sections than the one that treats the matter. */
const mostElsewhere = 3;
const shortParagraph = 260;
/** Questions of what was, is wrong or is aimed at look for just those parts of a plan. */
const looksBack = /成就|成绩|成效|现状|家底|问题|不足|短板|毛病|困难|挑战|机遇|背景|形势|基础|目标|指标/;

/**
 * What a plan says of a matter: the section that treats it, every point of it, or, where none does, the sentences
 * of those paragraphs that say most of the question. Undefined where the plan does not speak of it.
 */
export function treatmentDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const terms = matterOf(queryTerms(frame.phrases, frame.background), frame.question);
  const treated = treatedIn(frame, evidence, terms);
  const chosen = tellable(treated, terms);
  if (chosen.length === 0) return undefined;
  const length = resolveLength(frame.question);
  const told = condense(
    inTurn(chosen, length?.points ?? mostPoints, ({ path }) => path.join('\n')),
    budgetOf(length),
  );
  return emptyDraft({
    claims: told.map(({ text, passage }) => quotedClaim(text, passage)),
    layout: told.length > 1 ? 'bullets' : 'sentences',
  });
}

function budgetOf(length: AskedLength | undefined): number {
  if (length?.characters !== undefined) return length.characters;
  return length?.points === undefined ? usualBudget : length.points * pointBudget;
}

/** The paragraphs of the plan that speak of the matter, those that say most of it first. */
function treatedIn(
  frame: Understanding,
  { hits, neighbours }: Evidence,
  terms: readonly QueryTerm[],
): Treated[] {
  const planId = frame.plans[0] ?? hits[0]?.passage.planId;
  const points = pointsOf(neighbours.filter((passage) => passage.planId === planId));
  const isAsideMeant = looksBack.test(frame.question) && !asksToMend(frame.question);
  const open = points.filter(({ path, intro }) => isAsideMeant === isAside([...path, intro ?? '']));
  const ranks = new Map(hits.map(({ passage, score }) => [passage.passageId, score]));
  const top = Math.max(...ranks.values(), 1e-9);
  const found = (open.length > 0 ? open : points)
    .map((point) => treatedBy(point, terms))
    .map((one) => {
      const rank = (ranks.get(one.point.passage.passageId) ?? 0) / top;
      return { ...one, score: one.score + rankShare * rank };
    });
  return found.sort((a, b) => b.score - a.score);
}

function treatedBy(point: Point, terms: readonly QueryTerm[]): Treated {
  const title = point.path.at(-1) ?? '';
  const titles = [...point.path.slice(-2), point.intro ?? ''].join(' ');
  const own = shareSaid(point.text, terms);
  const said = own + 0.8 * (shareSaid(`${titles} ${point.text}`, terms) - own);
  const titled = Math.max(shareSaid(title, terms), shareSaid(point.intro ?? '', terms));
  const lead = point.lead === undefined ? 0 : shareSaid(point.lead, terms);
  // Of headings that say as much of the question, the one that says little else is meant.
  const exact = titleShare(title, terms);
  return { point, said, titled, score: said + 0.5 * titled + 0.2 * exact + 0.25 * lead };
}

/** What is told of the paragraphs: the section of the best, or the sentences that speak of the matter. */
function tellable(treated: readonly Treated[], terms: readonly QueryTerm[]): Point[] {
  const best = treated.find(({ said }) => said >= leastSaid);
  if (!best) return [];
  const key = ({ point }: Treated) => [point.passage.planId, ...point.path, point.intro ?? ''].join('\n');
  const own = treated.filter((one) => key(one) === key(best));
  const near = own.filter(({ score }) => score >= best.score * nearBest);
  const isSection =
    best.titled >= (item.test(best.point.text) ? titledItem : clearlyTitled) ||
    (near.length > 1 && near.length * 2 >= own.filter(({ said }) => said >= leastSaid).length);
  const section = isSection ? own : near;
  const others = treated
    .filter((one) => key(one) !== key(best) && one.said >= leastSaid && one.score >= best.score * nearBest)
    .slice(0, isSection ? 1 : mostElsewhere);
  const parts = [
    ...section.map(({ point }) => point),
    ...others.map(({ point }) => ({ ...point, text: mentions(point.text, terms) })),
  ];
  const ordered = parts.sort(
    (a, b) =>
      a.passage.order - b.passage.order || a.passage.text.indexOf(a.text) - b.passage.text.indexOf(b.text),
  );
  return ordered.length < 4 ? inSentences(ordered) : ordered;
}

/** Of a long paragraph about more than the matter, from its first sentence that speaks of it to its last. */
function mentions(text: string, terms: readonly QueryTerm[]): string {
  if (text.length <= shortParagraph) return text;
  const sentences = splitSentences(text);
  const speaking = sentences.filter((sentence) => shareSaid(sentence.text, terms) >= leastSaid / 2);
  const [first, last] = [speaking[0], speaking.at(-1)];
  return first && last ? text.slice(first.start, last.start + last.text.length) : text;
}
