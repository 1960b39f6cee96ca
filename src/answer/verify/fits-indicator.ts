import type { QuantitySpan } from '../../quantity/find-quantities.js';
import type { Indicator } from '../../records.js';
import { type FigurePlace, figurePlace } from './figure-place.js';
import { fitsQuantity } from './fits-quantity.js';
import { isInName } from './is-in-name.js';
import measureWords from './measure-words.json' with { type: 'json' };
import { namesRow } from './names-row.js';
import { placesSaid } from './places-said.js';
import { haveCommonPlace, inPlanWords, placeStems } from './said-words.js';
import {
  addsSort,
  mixesPeriods,
  type SortOfRate,
  saysAdded,
  saysAimed,
  saysCumulative,
  saysReached,
  saysSorts,
  saysTotal,
} from './same-measure.js';

/** The indicator row has this quantity, and what the claim says beside it is about the row; `own` is the plan's place. */
export function fitsIndicator(
  figure: QuantitySpan,
  claim: { text: string; figures: readonly QuantitySpan[] },
  row: Indicator,
  own: readonly string[],
): boolean {
  if (row.value === null) return false;
  const stated = { value: row.value, valueMax: row.valueMax, unit: row.unit, comparator: row.comparator };
  if (!fitsQuantity(figure, stated)) return false;
  const place = figurePlace(claim.text, figure, claim.figures);
  return (
    isOfYear(place, row) &&
    isOfScope(claim.text, placesBeside(claim.text, figure, place, own), row, own) &&
    isOfMeasure(place, row, claim.text) &&
    namesRow(claim.text, row)
  );
}

function isOfYear({ years }: FigurePlace, row: Indicator): boolean {
  return years.length === 0 || row.year === null || years.includes(row.year) || isInName(years, row.name);
}

/** A plan's own name (某某旅游度假区) right in front of the figure is a place, whatever was named before it. */
function placesBeside(
  text: string,
  figure: QuantitySpan,
  place: FigurePlace,
  own: readonly string[],
): readonly string[] {
  const isOwn = own.some((name) => name.length >= shortestOwn && place.lead.includes(name));
  return isOwn ? [] : placesSaid(text, figure, place);
}

const shortestOwn = 3;

/** A neighbour's figure is only taken for the neighbour's, and the plan's own for its own. */
function isOfScope(
  claim: string,
  claimed: readonly string[],
  { ownScope, scope, name }: Indicator,
  own: readonly string[],
): boolean {
  const named = placeStems(name);
  if (claimed.length > 0 && named.length > 0 && !haveCommonPlace(claimed, named)) return false;
  if (ownScope || scope === null)
    return claimed.length === 0 || own.length === 0 || haveCommonPlace(claimed, [...own, ...named]);
  const said = inPlanWords(claim);
  return said.includes(scope) || placeStems(scope).some((stem) => said.includes(stem));
}

/** What is added is not what there is, a share no growth, and a target not reached. */
function isOfMeasure(
  { lead, near, tail, clause, years }: FigurePlace,
  row: Indicator,
  claim: string,
): boolean {
  const { measure, name, quote, kind, unit } = row;
  // "more than 300" is a bound, and adds nothing.
  const says = (text: string) => {
    const said = text.toLowerCase().replaceAll('more than', ' ');
    return measureWords.increment.some((word) => said.includes(word));
  };
  // 预期寿命 is no 预期: what a thing is called does not say how firm its figure is.
  const besides = near.replace(name, ' ');
  if (saysReached(besides) && (kind === 'target' || kind === 'forecast')) return false;
  if (saysAimed(besides) && (kind === 'actual' || kind === 'baseline')) return false;
  // 更新（累计）的目标为380公里；2023年为120公里: the name that is said whole says it of both.
  const saysSum = saysCumulative(clause) || (saysCumulative(name) && claim.includes(name));
  if (measure === 'cumulative' && years.length === 1 && !saysSum) return false;
  if (saysTotal(near) && saysAdded(`${name} ${quote}`)) return false;
  if (mixesPeriods(near, name)) return false;
  if (unit === '%' && addsSort(`${lead} ${tail}`, sortsOfRow(row))) return false;
  if (measure === 'increment') return says(clause) && !measureWords.total.some((word) => near.includes(word));
  return measure !== 'level' || !says(lead) || says(name) || says(quote);
}

/** What a row's figure is, by its name and its measure: a share, a growth, or neither. */
export function sortsOfRow({ name, measure }: Indicator): ReadonlySet<SortOfRate> {
  const own = sorts[measure];
  return own ? new Set([...saysSorts(name), own]) : saysSorts(name);
}

const sorts: Partial<Record<Indicator['measure'], SortOfRate>> = { rate: 'growth', share: 'share' };
