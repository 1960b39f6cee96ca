import type { AsideAsked } from './aside.js';
import type { PlanNode, PlanText } from './plan-text.js';
import type { Matter } from './weigh-matter.js';

/** A section with how well it treats the matter. */
export interface Fit {
  node: PlanNode;
  /** Share of the matter that its own heading says. */
  titled: number;
  /** How much of what stands in it is about the matter. */
  density: number;
  score: number;
}

/** What a section under a heading is worth for the matter, though its words are others. */
const underHeading = 0.8;
/** … less where the heading says other things too (创新和人才). */
const inexactHeading = 0.6;
/** An aside that is not asked for, and what is none where one is, stand behind what is meant. */
const placeShares = { otherAside: 0.22, besideAside: 0.5, box: 0.85 };
/** A box lists single works; the section that it stands in treats the matter. */
const isBox = /(?:^| )专栏/;

/** The sections of the plan, those first that treat the matter best. */
export function fitsOf(matter: Matter, { units, nodes }: PlanText, aside: AsideAsked): Fit[] {
  const under = matter.titled.map(
    (titled, at) => underHeading * titled * (inexactHeading + (1 - inexactHeading) * (matter.exact[at] ?? 0)),
  );
  const about = units.map(({ titles }, at) =>
    titles.reduce((most, title) => Math.max(most, under[title] ?? 0), matter.own[at] ?? 0),
  );
  // In a part that is no aside, sections inside it that are count as such.
  const ahead = about.map((share, at) =>
    aside.isOther(units[at]?.heads.join(' ') ?? '') ? share * placeShares.otherAside : share,
  );
  const fits = nodes.map((node) =>
    fitOf(node, matter, aside.isOther(node.heads.join(' ')) ? about : ahead, aside),
  );
  return fits.sort((a, b) => b.score - a.score);
}

function fitOf(node: PlanNode, matter: Matter, about: readonly number[], aside: AsideAsked): Fit {
  const titled = matter.titled[node.title] ?? 0;
  const sum = node.units.reduce((all, at) => all + (about[at] ?? 0), 0);
  const density = sum / node.units.length;
  if (sum === 0) return { node, titled, density, score: 0 };
  const mass = 1 - Math.exp(-sum / 2);
  const said = Math.min(1, matter.together(node.units, node.title));
  const inText = (0.8 * said + 0.9 * mass) * Math.cbrt(density) + 0.2 * density;
  const score = inText + 0.7 * titled + 0.25 * (matter.exact[node.title] ?? 0);
  return {
    node,
    titled,
    density,
    score: score * placeShare(node.heads.join(' '), aside),
  };
}

function placeShare(heads: string, aside: AsideAsked): number {
  if (aside.isOther(heads)) return placeShares.otherAside;
  if (!aside.isMeant(heads)) return placeShares.besideAside;
  return isBox.test(heads) ? placeShares.box : 1;
}
