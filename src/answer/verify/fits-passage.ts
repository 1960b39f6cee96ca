import { foldText } from '../../models/cut-words.js';
import type { QuantitySpan } from '../../quantity/find-quantities.js';
import { findPeriods } from '../../quantity/periods.js';
import type { Passage } from '../../records.js';
import { type FigurePlace, figurePlace } from './figure-place.js';
import { fitsQuantity } from './fits-quantity.js';
import { isOfPlaces } from './place-of-figure.js';
import { placesSaid } from './places-said.js';
import { contentWords, inPlanWords, namingWords, placeStems } from './said-words.js';
import { isSameMeasure, mixesPeriods, saysCumulative } from './same-measure.js';
import { shareHeld } from './share-held.js';
import { statementsOf } from './statements.js';

/** A claim's words about a figure must stand with it in the passage to at least this share of their weight. */
const leastContext = 0.5;
/** And what the passage names the figure with must be in the claim to at least this share. */
const leastNamed = 0.3;
/** Nouns next to the figure; those further off say what all of the sentence is about. */
const nearest = 3;

/** The passage has this quantity in a sentence about the same thing, place and year; `own` is the plan's place. */
export function fitsPassage(
  figure: QuantitySpan,
  claim: { text: string; figures: readonly QuantitySpan[] },
  passage: Passage,
  own: readonly string[],
): boolean {
  const said = figurePlace(claim.text, figure, claim.figures);
  const words = contentWords(said.clause);
  const inClaim = inPlanWords(claim.text);
  const places = placesSaid(claim.text, figure, said);
  const path = passage.sectionPath.join(' ');
  const around = [...own, ...placeStems(path)];
  return statementsOf(passage).some(
    ({ span, place: stated, sentence, line }) =>
      fitsQuantity(figure, span) &&
      isOfYear(said, stated, `${line} ${path}`) &&
      isNamed(stated, inClaim) &&
      isOfPlaces(places, stated, around) &&
      isOfMeasure(said, stated, span.unit) &&
      shareHeld(words, `${sentence} ${foldText(path)}`) >= leastContext,
  );
}

/** What is counted stands before its figure or after it: 上市公司180家, 2.46万户小微企业. */
function isNamed({ lead, tail }: FigurePlace, claim: string): boolean {
  const before = namingWords(lead).slice(-nearest);
  const after = namingWords(tail).slice(0, nearest);
  if (shareHeld(before, claim) >= leastNamed && before.length > 0) return true;
  return after.length > 0 ? shareHeld(after, claim) >= leastNamed : before.length === 0;
}

/** What is added is not what there is, and so on; one year's amount is no sum over several. */
function isOfMeasure(said: FigurePlace, stated: FigurePlace, unit: string): boolean {
  const [claim, plan] = [`${said.near} ${said.tail}`, `${stated.near} ${stated.tail}`];
  if (mixesPeriods(claim, plan)) return false;
  if (said.years.length === 1 && saysCumulative(stated.near) && !saysCumulative(said.clause)) return false;
  return isSameMeasure(claim, plan, unit);
}

/** The years that each gives its figure agree; where the sentence gives none, the end of a period around it does. */
function isOfYear(said: FigurePlace, stated: FigurePlace, around: string): boolean {
  if (said.years.length === 0) return true;
  if (stated.years.length > 0) return said.years.some((year) => stated.years.includes(year));
  const known = new Set(findPeriods(around).map(({ to }) => to));
  return said.years.some((year) => known.has(year));
}
