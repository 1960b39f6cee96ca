import { Exact } from '../../src/quantity/exact.js';
import { convert, sameKind } from '../../src/quantity/units.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import type { Figures, Stated } from './figures.js';
import { type Interval, intervalOf, overlap } from './interval.js';
import { quotesOf } from './quote-of.js';
import { percent, shown } from './show.js';

const pattern = new RegExp(words.shareOf);

/** A stated share against the part and the whole that the plan gives for the same year. */
export function checkShares({ figures }: { figures: Figures }): FindingDraft[] {
  return figures.all
    .filter((row) => row.unit === '%' && row.year !== null)
    .flatMap((share) => {
      const parts = partsOf(share, figures);
      return parts ? findingOf(share, parts) : [];
    });
}

interface Parts {
  part: Stated;
  whole: Stated;
}

function partsOf(share: Stated, figures: Figures): Parts | undefined {
  const { year } = share;
  if (year === null) return undefined;
  const readings = [share.name, share.canonicalName].flatMap((name) => {
    const [, part, whole] = pattern.exec(name) ?? [];
    return part && whole ? [{ part, whole }] : [];
  });
  const part = figures.of({ names: readings.map((one) => one.part), year, near: share })[0];
  const whole = figures.of({ names: readings.map((one) => one.whole), year, near: share })[0];
  return part && whole && part !== whole && sameKind(part.unit, whole.unit) ? { part, whole } : undefined;
}

function findingOf(share: Stated, { part, whole }: Parts): FindingDraft[] {
  const stated = intervalOf(share, { rounded: true });
  const factor = convert({ value: new Exact(1), from: part.unit, to: whole.unit }).toNumber();
  const possible = ratio(part, whole, factor);
  if (!stated || !possible || overlap(stated, possible)) return [];
  const value = ((part.value * factor) / whole.value) * 100;
  const isBound = part.comparator !== '=' || whole.comparator !== '=';
  return [
    {
      kind: 'share',
      certainty: 'contradiction',
      about: share.name,
      stated: shown(share),
      computed: percent(value),
      note:
        `${part.name}${shown(part)}，${whole.name}${shown(whole)}：` +
        `${part.value}${part.unit} / ${whole.value}${whole.unit} = ${percent(value)}，与所列${shown(share)}不符。` +
        (isBound ? '所用数为界限值，结果只是界限。' : ''),
      quotes: quotesOf([share, part, whole]),
    },
  ];
}

function ratio(part: Stated, whole: Stated, factor: number): Interval | undefined {
  const [top, bottom] = [intervalOf(part), intervalOf(whole)];
  if (!top || !bottom || bottom.low <= 0) return undefined;
  return { low: ((top.low * factor) / bottom.high) * 100, high: ((top.high * factor) / bottom.low) * 100 };
}
