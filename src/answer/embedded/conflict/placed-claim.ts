import { findQuantities } from '../../../quantity/find-quantities.js';
import { formatQuantity } from '../../../quantity/format-quantity.js';
import type { Indicator, Passage } from '../../../records.js';
import type { DraftClaim } from '../../draft.js';
import { showableHeadings } from '../../show-title.js';
import type { Understanding } from '../../understand/understand.js';
import { quantityOf } from '../choose-rows.js';
import { fillTemplate } from '../fill-template.js';

/** Words of the plan with the heading that they stand under. */
export function placedClaim({
  text,
  passage,
  indicators,
  frame,
}: {
  text: string;
  passage: Passage;
  indicators: Indicator[];
  frame: Pick<Understanding, 'language'>;
}): DraftClaim {
  const place = showableHeadings(passage.sectionPath).at(-1) ?? '';
  const kind = passage.kind === 'table' ? 'inTable' : 'inText';
  // A row of a table is read as what it states: its cells alone do not say which is which.
  const stated = kind === 'inTable' ? indicators.filter(({ value }) => value !== null).map(statedOf) : [];
  const told = stated.length > 0 ? [...new Set(stated)].join('；') : text.replace(/\s*\t\s*/g, '  ');
  return {
    text: fillTemplate(frame.language, kind, { place, text: told }),
    support: [{ passage, quote: text }],
    indicators,
    calculations: [],
    // A heading's own number is no figure of the plan.
    counts: findQuantities(place).map((span) => span.value),
  };
}

function statedOf(row: Indicator): string {
  const quantity = quantityOf(row);
  const place = row.ownScope || row.scope === null ? '' : row.scope;
  const from = row.yearFrom === null ? '' : `${row.yearFrom}—`;
  const year = row.year === null ? '' : `${from}${row.year}年`;
  const summed = row.measure === 'cumulative' && !row.name.includes('累计') ? '累计' : '';
  return `${place}${year}${row.name}${summed}${quantity ? formatQuantity(quantity, 'zh') : row.text}`;
}
