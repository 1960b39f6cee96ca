import { foldText } from '../../../models/cut-words.js';
import { sameQuantity } from '../../../quantity/same-quantity.js';
import type { Indicator, Language } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import type { Understanding } from '../../understand/understand.js';
import { quantityOf } from '../choose-rows.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { rowTerm } from './row-term.js';
import type { Term } from './term.js';

/** Rows that state a figure which the question quotes, those whose name the question says most of first. */
export function rowsStating(
  given: GivenFigure,
  collection: readonly Indicator[],
  about: string,
): Indicator[] {
  const words = queryTerms([about]).map(({ word }) => word);
  const said = (row: Indicator) => {
    const name = foldText([row.name, row.canonicalName, row.scope ?? ''].join(' '));
    return words.filter((word) => !/^\d/.test(word) && name.includes(word)).length;
  };
  return collection
    .filter((row) => {
      const quantity = quantityOf(row);
      const isYear = given.year === null || row.year === null || row.year === given.year;
      return quantity !== undefined && isYear && isStatedAs(row, given) && said(row) > 0;
    })
    .sort((a, b) => said(b) - said(a) || Number(b.ownScope) - Number(a.ownScope));
}

/** The same quantity; 96.4万 of people is said without 人. */
function isStatedAs(row: Indicator, given: GivenFigure): boolean {
  const quantity = quantityOf(row);
  if (quantity !== undefined && sameQuantity(quantity, given)) return true;
  return /^[万亿]+$/.test(given.unit) && row.value === given.value && row.unit.startsWith(given.unit);
}

/** A figure of the question: the plan's where it stands there under such a name, otherwise the asker's own. */
export function givenTerm({
  given,
  about,
  name,
  collection,
  frame,
  setting,
}: {
  given: GivenFigure;
  /** What the question says that it is of. */
  about: string;
  /** What the asker's own figure is called. */
  name: string;
  collection: readonly Indicator[];
  frame: Understanding;
  setting: ClaimSetting;
}): Term {
  const [row] = rowsStating(given, collection, about);
  return row ? rowTerm(row, frame, setting) : ownTerm(given, name, frame.language);
}

/** A figure that only the asker vouches for; its name says so wherever it is shown. */
export function ownTerm(
  { value, unit, year, comparator }: GivenFigure,
  of: string,
  language: Language,
): Term {
  const name = fillTemplate(language, of === '' ? 'givenFigure' : 'given', { name: of });
  return { operand: { name, value, unit, year, comparator, source: 'user', citation: null } };
}
