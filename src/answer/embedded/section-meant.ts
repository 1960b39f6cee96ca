import type { QueryTerm } from '../../retrieve/query-terms.js';
import { titleShare } from '../../retrieve/title-share.js';
import type { Hit } from '../../store/open-store.js';
import type { Point } from './section-points.js';
import { shareSaid } from './share-said.js';

/** A section of a plan, or one paragraph of it that has a title of its own. */
export interface Section {
  planId: string;
  path: string[];
  /** The words that the paragraph opens with, where one is meant. */
  lead?: string;
}

interface Fit extends Section {
  /** Position of the first hit that it comes from. */
  rank: number;
  /** Share of its title that the question says. */
  title: number;
  /** Share of the question that its title says. */
  said: number;
}

const hitsLookedAt = 6;
/** A section is meant when the question says a good part of its title, its title of the question, and both together this. */
const leastEach = 0.25;
const leastBoth = 0.85;
const wholly = { said: 0.95, title: 0.05 };
/** The section of the best hit is meant sooner where the next one fits clearly less well. */
const leastOfBest = 0.6;
const clearLead = 1.25;
/** What stands in the section must say this much of the question; else it treats a neighbouring matter. */
const leastInside = 0.55;
const clearlyMore = 0.2;
/** A section fits about as well as the best. */
const nearBest = 0.8;

/**
 * The section that a question is about, by its headings: the one of which the question says most, and that
 * says most of the question, among those of the best hits. Undefined when no heading is clearly meant.
 */
export function sectionMeant(
  hits: readonly Hit[],
  points: readonly Point[],
  terms: readonly QueryTerm[],
): Section | undefined {
  const fits = sectionsOf(hits, points).map((section) => ({ ...section, ...fitOf(section, terms) }));
  const leads = hasClearLead(hits);
  const meant = fits
    .filter((fit) => isMeant(fit, leads) && shareInside(fit, points, terms) >= leastInside)
    .sort((a, b) => worth(b) - worth(a));
  // A paragraph's own title decides only where it says more of the question than the heading of any section.
  const whole = meant.find(({ lead }) => lead === undefined);
  const part = meant.find(({ lead }) => lead !== undefined);
  const best = part && (!whole || part.said >= whole.said + clearlyMore) ? part : whole;
  if (!best) return undefined;
  const parent = best.path.slice(0, -1);
  const siblings = meant.filter(
    (one) =>
      one.lead === undefined &&
      one.path.length === best.path.length &&
      one.planId === best.planId &&
      parent.every((title, at) => one.path[at] === title) &&
      one.title + one.said >= (best.title + best.said) * nearBest,
  );
  // Where the question fits several sections next to each other, it means what they stand under.
  if (best.lead === undefined && siblings.length > 1 && parent.length > 0)
    return { planId: best.planId, path: parent };
  return best;
}

/** The points under a section. */
export function pointsUnder(points: readonly Point[], { planId, path, lead }: Section): Point[] {
  return points.filter(
    (point) =>
      point.passage.planId === planId &&
      path.every((title, at) => point.path[at] === title) &&
      (lead === undefined || point.lead === lead),
  );
}

/** Every heading above and inside the best hits, once. */
function sectionsOf(hits: readonly Hit[], points: readonly Point[]): (Section & { rank: number })[] {
  const found = new Map<string, Section & { rank: number }>();
  for (const [rank, { passage }] of hits.slice(0, hitsLookedAt).entries()) {
    const { planId } = passage;
    const inside = points.filter((point) => point.passage.passageId === passage.passageId);
    for (const { path, lead } of [{ path: passage.sectionPath, lead: undefined }, ...inside]) {
      const add = (section: Section) => {
        const key = [planId, ...section.path, section.lead ?? ''].join('\n');
        if (!found.has(key)) found.set(key, { ...section, rank });
      };
      for (let depth = 1; depth <= path.length; depth += 1) add({ planId, path: path.slice(0, depth) });
      if (lead !== undefined) add({ planId, path, lead });
    }
  }
  return [...found.values()];
}

function fitOf({ path, lead }: Section, terms: readonly QueryTerm[]): { title: number; said: number } {
  const last = lead ?? path.at(-1) ?? '';
  return { title: titleShare(last, terms), said: shareSaid(last, terms) };
}

function isMeant({ title, said, rank }: Fit, leads: boolean): boolean {
  const least = rank === 0 && leads ? leastOfBest : leastBoth;
  // A long heading that says all of the question, of what was found first, is meant though it says more.
  if (rank === 0 && said >= wholly.said && title >= wholly.title) return true;
  return Math.min(title, said) >= leastEach && title + said >= least;
}

function worth({ title, said, rank }: Fit): number {
  return title + said - rank * 0.05;
}

/** The best hit stands well before those of other sections. */
function hasClearLead([best, ...others]: readonly Hit[]): boolean {
  if (!best) return false;
  const path = best.passage.sectionPath.join('\n');
  const next = others.find(({ passage }) => passage.sectionPath.join('\n') !== path);
  return !next || best.score >= next.score * clearLead;
}

function shareInside(section: Section, points: readonly Point[], terms: readonly QueryTerm[]): number {
  const inside = pointsUnder(points, section);
  return shareSaid([...section.path, ...inside.map(({ text }) => text)].join(' '), terms);
}
