import { Exact } from '../../src/quantity/exact.js';
import { convert, sameKind } from '../../src/quantity/units.js';
import type { PlanHead } from '../plan-record.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { type Figures, namesOf, type Stated, sameScope } from './figures.js';
import { intervalOf } from './interval.js';
import { isOfPart } from './of-part.js';
import { quotesOf } from './quote-of.js';
import { shown } from './show.js';

const shortestName = 3;
/** A short name in another place is as often of something else (私募基金). */
const shortestApart = 5;
const largestGap = 5;
const falling = new RegExp(words.lowerIsBetter.join('|'));
const rising = new RegExp(words.higherIsBetter);
/** 降至14.2%: the text says itself that less is wanted. */
const fallsTo = new RegExp(`(?:${words.fallsTo.join('|')})[^，；。\\d]{0,6}$`);
/** What is done in a period is counted anew in the next: 改造老旧小区320个 after 486. */
const worksDone = new RegExp(words.worksDone.join('|'));
const bare = new RegExp(words.bareNames.join('|'));

/** Targets of the plan's own time that an earlier actual figure has reached, or that lie behind it. */
export function checkTargets({ figures, head }: { figures: Figures; head: PlanHead }): FindingDraft[] {
  const start = head.periodStart;
  if (start === null) return [];
  const rows = figures.all.filter((row) => row.measure === 'level' || row.measure === 'share');
  const reached = rows.filter(({ kind }) => kind === 'actual' || kind === 'baseline');
  const drafts = rows
    .filter((row) => row.kind === 'target' && row.year !== null && row.year >= start && !isOfPart(row))
    .flatMap((target) => {
      const names = namesOf(target);
      const before = reached.findLast((row) => isEarlier(row, target, names));
      return before ? findingOf(target, before) : [];
    });
  return drafts.filter((draft, at) => at === drafts.findIndex(({ about }) => about === draft.about));
}

function isEarlier(actual: Stated, target: Stated, names: readonly string[]): boolean {
  return (
    actual.year !== null &&
    target.year !== null &&
    actual.year < target.year &&
    actual.measure === target.measure &&
    sameScope(actual, target) &&
    sameKind(actual.unit, target.unit) &&
    namesOf(actual).some(
      (name) =>
        name.length >= (actual.quote === target.quote ? shortestName : shortestApart) && names.includes(name),
    )
  );
}

function findingOf(target: Stated, actual: Stated): FindingDraft[] {
  if (worksDone.test(target.name) || worksDone.test(actual.name) || bare.test(target.name)) return [];
  const before = target.quote.slice(0, Math.max(0, target.quote.indexOf(target.text)));
  const falls =
    fallsTo.test(before) ||
    target.comparator === '<' ||
    target.comparator === '<=' ||
    (falling.test(target.name) && !rising.test(target.name));
  const now = intervalOf(actual);
  // A cap that is not reached yet is none that was missed: 失业率 below 5.5% after 5.2%.
  const isCap = falls && (target.comparator === '<' || target.comparator === '<=');
  if (!now || isCap || target.comparator === '~' || target.comparator === 'range') return [];
  const factor = convert({ value: new Exact(1), from: actual.unit, to: target.unit }).toNumber();
  const isReached = falls ? now.high * factor < target.value : now.low * factor > target.value;
  // Figures of another order of magnitude are of two things, whatever their names.
  if (!isReached || now.low * factor > target.value * largestGap) return [];
  const isBound = target.comparator !== '=';
  return [
    {
      kind: 'target',
      certainty: isBound ? 'definition' : 'contradiction',
      about: target.name,
      stated: shown(target),
      computed: shown(actual),
      note: isBound
        ? `目标${shown(target)}，而此前${shown(actual)}已达到：目标不高于现状。`
        : `目标${shown(target)}与此前的${shown(actual)}方向相反。`,
      quotes: quotesOf([target, actual]),
    },
  ];
}
