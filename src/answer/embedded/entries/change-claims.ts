import { calculate } from '../../../calculator/calculate.js';
import { sameKind } from '../../../quantity/units.js';
import type { Draft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { calculationClaim } from '../calculation/calculation-claim.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { draftOf } from './entries-draft.js';
import type { Entry } from './entry.js';
import { type EntryFigure, figuresOf } from './entry-figures.js';
import { entryTerm } from './entry-terms.js';

const fewest = 3;

/** How much each line of a table changes between two years, and which of them most; undefined where it has no two. */
export function changeClaims(
  entries: readonly Entry[],
  frame: Understanding,
  { collection }: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const [from = 0, to = 0] = [...frame.years].sort();
  const pairs = entries.map((entry) => {
    const [before, after] = [from, to].map((year) => onlyOf(year, figuresOf(entry, collection)));
    return before && after && sameKind(before.quantity.unit, after.quantity.unit)
      ? { entry, before, after }
      : undefined;
  });
  if (pairs.length < fewest || pairs.includes(undefined)) return undefined;
  const made = pairs.flatMap((pair, at) => {
    if (!pair) return [];
    const terms = [pair.after, pair.before].map((figure) => entryTerm(pair.entry, figure, collection));
    const operands = terms.map(({ operand }) => operand);
    const outcome = calculate({ operation: 'difference', operands, language: frame.language });
    const claim = calculationClaim({ outcome, terms, n: at + 1, frame, setting });
    return claim ? [{ claim, name: pair.entry.label, change: Math.abs(outcome.result.value) }] : [];
  });
  const ordered = [...made].sort((a, b) => b.change - a.change);
  const [top, bottom] = [ordered[0], ordered.at(-1)];
  if (made.length < pairs.length || !top || !bottom) return undefined;
  const draft = draftOf(
    ordered.map(({ claim }) => claim),
    [],
  );
  return {
    ...draft,
    lead: fillTemplate(frame.language, 'changeMost', { top: top.name, bottom: bottom.name }),
  };
}

/** The only figure of a year, for of several it is open which is meant. */
function onlyOf(year: number, figures: readonly EntryFigure[]): EntryFigure | undefined {
  const own = figures.filter((figure) => figure.year === year && figure.quantity.valueMax === null);
  return own.length === 1 ? own[0] : undefined;
}
