import type { Point } from '../section-points.js';
import type { AsideAsked } from './aside.js';
import { type Fit, fitsOf } from './fit-sections.js';
import type { PlanNode, PlanText, Unit } from './plan-text.js';
import { leastKnown, type Matter } from './weigh-matter.js';

const clearlyTitled = 0.5;
const dense = 0.55;
/** A sentence that stands by itself must say this much of the matter, and of what the best one says. */
const leastAlone = { share: 0.45, ofBest: 0.7, elsewhere: 0.85 };
const mostMentions = 6;
/** A section of so many sentences needs nothing from elsewhere. */
const enough = 3;
/** A section whose heading says something of the matter, and that treats it by so much better than any other. */
const leastTitled = 0.15;
const clearLead = 1.25;
/** … or that is short, and treats it by far better. */
const surelyAhead = 1.8;
const shortSection = 12;
const leastScore = 0.3;
/** A heading that says about as much of the matter as another, and a section that treats it nearly as well. */
const asWell = 0.9;
const asGood = 0.8;
const nearlyAll = 0.85;
const mostBesides = 2;
const shortParagraph = 260;
const box = /^专栏/;
const item = /^(?:[一二三四五六七八九十]是|[（(]\d{1,2}[）)]|[①-⑳])/;

/**
 * What a plan says of a matter: every point of the section that treats it, by its heading or because most of it is
 * about the matter; where no section does, the sentences of the plan that say most of it. In the plan's order.
 */
export function treatmentOf(matter: Matter, text: PlanText, aside: AsideAsked): Point[] {
  if (matter.known < leastKnown) return [];
  const { units } = text;
  const fits = fitsOf(matter, text, aside);
  const best = inDepth(fits, matter);
  if (!best || best.score === 0) return [];
  const next = fits.find(({ node }) => !isWithin(node, best.node) && !isWithin(best.node, node));
  const lead = best.score / (next?.score ?? leastScore);
  const isTitled = best.titled >= leastTitled;
  const stands =
    (isTitled && lead >= clearLead) || (lead >= surelyAhead && best.node.units.length <= shortSection);
  const isWhole =
    best.titled >= clearlyTitled || best.density >= dense || (stands && (isTitled || isListed(best, units)));
  const inside = isWhole
    ? [best, ...besides(best, fits)].flatMap(({ node }) => withoutBoxes(node, matter, units))
    : paragraphs(best.node, matter, units);
  const more =
    best.titled >= clearlyTitled || (isWhole && inside.length >= enough)
      ? []
      : mentions(matter, text, aside, { told: new Set(best.node.units), isEnough: isWhole });
  const places = [...inside, ...more.slice(0, Math.max(0, mostMentions - inside.length))];
  return pointsAt(
    places.sort((a, b) => a - b),
    units,
  );
}

/** Of a section about more than the matter (创新和人才) the part that says nearly all that it says of the matter. */
function inDepth(fits: readonly Fit[], matter: Matter): Fit | undefined {
  const [best] = fits;
  if (!best) return undefined;
  const saidIn = ({ node }: Fit) => node.units.reduce((sum, at) => sum + (matter.own[at] ?? 0), 0);
  const least = Math.max(1, nearlyAll * saidIn(best));
  return (
    fits.find(
      (fit) =>
        fit.node.heads.length === best.node.heads.length + 1 &&
        isWithin(fit.node, best.node) &&
        fit.titled >= best.titled * asWell &&
        saidIn(fit) >= least,
    ) ?? best
  );
}

/** Other sections whose headings say the matter as well (人才队伍, 人才政策). */
function besides(best: Fit, fits: readonly Fit[]): Fit[] {
  const also: Fit[] = [];
  for (const fit of fits) {
    const isApart = [best, ...also].every(
      ({ node }) => !isWithin(fit.node, node) && !isWithin(node, fit.node),
    );
    const isBox = fit.node.heads.some((title) => box.test(title));
    const isAsGood = !isBox && fit.titled >= best.titled * asWell && fit.score >= best.score * asGood;
    if (isApart && isAsGood && fit.titled >= clearlyTitled && also.length < mostBesides) also.push(fit);
  }
  return also;
}

function isWithin(node: PlanNode, other: PlanNode): boolean {
  return other.heads.every((title, at) => node.heads[at] === title);
}

/** A box inside a section lists works of all kinds: of those, the ones that speak of the matter. */
function withoutBoxes({ heads, units: places }: PlanNode, matter: Matter, units: readonly Unit[]): number[] {
  return places.filter(
    (at) =>
      (matter.own[at] ?? 0) >= leastAlone.share ||
      !units[at]?.heads.slice(heads.length).some((title) => box.test(title)),
  );
}

/** Items of one list (一是…二是…) belong together. */
function isListed({ node }: Fit, units: readonly Unit[]): boolean {
  return node.units.filter((at) => item.test(units[at]?.text ?? '')).length > 1;
}

/** Of a section about more than the matter the paragraphs that speak of it, from the first sentence that does. */
function paragraphs(node: PlanNode, matter: Matter, units: readonly Unit[]): number[] {
  const top = Math.max(...node.units.map((at) => matter.own[at] ?? 0), 1e-9);
  const speaking = node.units.filter((at) => (matter.own[at] ?? 0) >= top * leastAlone.ofBest);
  // What only the heading says, all that stands under it may be about.
  if (speaking.length === 0) return node.units;
  return node.units.filter((at) => {
    const point = units[at]?.point;
    const own = speaking.filter((one) => units[one]?.point === point);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || at < first) return false;
    // What opens a short paragraph is what all of it is about.
    const opens = point?.text.startsWith(units[first]?.text ?? '') ?? false;
    return at <= last || (opens && (point?.text.length ?? 0) <= shortParagraph);
  });
}

/** Sentences elsewhere that say nearly all of the matter, those first that say most. */
function mentions(
  matter: Matter,
  { units }: PlanText,
  aside: AsideAsked,
  { told, isEnough }: { told: ReadonlySet<number>; isEnough: boolean },
): number[] {
  const top = matter.own.reduce((one, other) => Math.max(one, other), 0);
  const least = isEnough ? leastAlone.elsewhere : Math.max(leastAlone.share, leastAlone.elsewhere * top);
  return units
    .flatMap(({ heads }, at) =>
      (matter.own[at] ?? 0) >= least && !told.has(at) && !aside.isOther(heads.join(' ')) ? [at] : [],
    )
    .sort((a, b) => (matter.own[b] ?? 0) - (matter.own[a] ?? 0) || a - b);
}

/** Sentences next to each other in one paragraph are one point. */
function pointsAt(places: readonly number[], units: readonly Unit[]): Point[] {
  const points: Point[] = [];
  let before: { at: number; unit: Unit } | undefined;
  for (const at of places) {
    const unit = units[at];
    if (!unit) continue;
    const last = points.at(-1);
    if (last && before?.unit.point === unit.point && before.at === at - 1) {
      const start = unit.point.text.indexOf(last.text);
      last.text = unit.point.text.slice(start, unit.point.text.indexOf(unit.text, start) + unit.text.length);
    } else points.push({ ...unit.point, text: unit.text });
    before = { at, unit };
  }
  return points;
}
