import type { Passage } from '../../records.js';
import { findQuantities } from '../find-quantities.js';
import { lookUpUnit } from '../units.js';
import { type Part, type PartList, sumOf } from './part-list.js';

const [half, spread, likely] = [0.5, 1 / Math.sqrt(12), 3];

/** How far the sum of rounded figures may be off without one of them being wrong: no more than is at all likely. */
export function roundingOf(list: Pick<PartList, 'parts' | 'unit'>, total: Pick<Part, 'raw'>): number {
  const steps = [...list.parts, total].map(({ raw }) => stepOf(raw, list.unit));
  const deviation = Math.sqrt(steps.reduce((sum, step) => sum + (step * spread) ** 2, 0));
  const most = steps.reduce((sum, step) => sum + step * half, 0);
  return Math.min(most, deviation * likely) + 1e-9;
}

/** One in the last place that is shown; what is counted in whole pieces is not rounded. */
function stepOf(raw: string, unit: string): number {
  const [, decimals] = /\d\.(\d+)/.exec(raw) ?? [];
  if (decimals !== undefined) return 10 ** -decimals.length;
  const known = lookUpUnit(unit);
  return known?.kind === 'count' && known.factor.eq(1) ? 0 : 1;
}

/** Whether a figure is what the parts come to. */
export function isSumOf(list: PartList, total: Pick<Part, 'value' | 'raw'>): boolean {
  return Math.abs(total.value - sumOf(list)) <= roundingOf(list, total);
}

/** Figures of the text around a table or box, in its section or the one above it, that may be its whole. */
export function totalsAround(list: PartList, passages: readonly Passage[]): Part[] {
  const path = list.parts[0]?.passage.sectionPath ?? [];
  const planId = list.parts[0]?.passage.planId;
  const own = passages.filter((passage) => passage.planId === planId);
  const isNear = ({ sectionPath }: Passage) =>
    [path, path.slice(0, -1)].some((one) => one.length > 0 && one.join('\n') === sectionPath.join('\n'));
  const part = partOf(path);
  return own.flatMap((passage) =>
    passage.text
      .split(/(?<=[。！？；])|\n/)
      .map((sentence) => sentence.trim())
      .filter(
        (sentence) =>
          /\d/.test(sentence) &&
          !sentence.includes('\t') &&
          (isNear(passage) || (part !== undefined && refersTo(sentence, part))) &&
          !list.parts.some(({ quote }) => quote.includes(sentence) || sentence.includes(quote)),
      )
      .flatMap((quote) =>
        findQuantities(quote)
          .filter((span) => span.role === 'quantity' && span.unit === list.unit && span.valueMax === null)
          .map(({ value, raw, start }) => {
            const label =
              quote
                .slice(Math.max(0, start - 20), start)
                .split(/[，。；：、]/)
                .at(-1) ?? '';
            return { label, value, raw, passage, quote };
          }),
      ),
  );
}

/** 附件2, 表 9-1 or 专栏4, of what a table stands under. */
function partOf(path: readonly string[]): string | undefined {
  const [part] = /^(?:附件|附表|表|专栏)\s*\d+(?:[-.－]\d+)?/.exec(path.at(-1) ?? '') ?? [];
  return part?.replace(/\s/g, '');
}

/** （见附件2）: the sentence speaks of what stands there; 附件20 is another one. */
function refersTo(sentence: string, part: string): boolean {
  const text = sentence.replace(/\s/g, '');
  const at = text.indexOf(part);
  return at >= 0 && !/^[\d.-]/.test(text.slice(at + part.length));
}
