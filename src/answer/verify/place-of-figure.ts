import type { FigurePlace } from './figure-place.js';
import { haveCommonPlace, placeStems } from './said-words.js';

/** What may stand in front of the place that a clause begins with: a row's number, a year, "neighbouring". */
const beforeSubject =
  /^[\s\d.、|（(]*(?:(?:到|至|截至)?\s*\d{4}年?[初末底]?[，,、]?)?(?:邻近的?|相邻的?|毗邻的?|预计|其中[，,：:]?)?/;

/**
 * Whether a figure of a passage can be of one of the places that a claim names. The place in front of the
 * figure decides, then the one that its clause begins with; a figure without either is of what the plan and
 * the section are about.
 */
export function isOfPlaces(
  claimed: readonly string[],
  { lead, clause }: FigurePlace,
  around: readonly string[],
): boolean {
  const named = placeStems(lead);
  const begins = named.length > 0 ? named : subjectOf(clause);
  if (claimed.length === 0)
    return begins.length === 0 || around.length === 0 || haveCommonPlace(begins, around);
  if (begins.length > 0) return haveCommonPlace(claimed, begins);
  const near = [...around, ...placeStems(clause)];
  return near.length === 0 || haveCommonPlace(claimed, near);
}

function subjectOf(clause: string): string[] {
  const rest = clause.replace(beforeSubject, '');
  return placeStems(clause).filter((stem) => rest.startsWith(stem));
}
