import { findQuantities, type QuantitySpan } from '../../src/quantity/find-quantities.js';
import { formatQuantity } from '../../src/quantity/format-quantity.js';
import { lookUpUnit } from '../../src/quantity/units.js';
import type { Passage } from '../../src/records.js';
import words from './audit-words.json' with { type: 'json' };
import type { FindingDraft } from './draft.js';
import { type Interval, intervalOf, overlap } from './interval.js';
import { sentencesOf } from './sentences-of.js';

interface List {
  total: QuantitySpan;
  parts: QuantitySpan[];
}

const begins = new RegExp(words.partsBegin.join('|'));
const stops = new RegExp(words.partStops.join('|'));
const open = new RegExp(words.openEnd.join('|'));
/** Parts that leave less than this share of the total are meant to be all of it. */
const smallGap = 0.03;
const marks = ['、', '，', '；'];
const fewestParts = 2;
const longestLabel = 30;

/** Parts that a sentence lists under a total, against that total. */
export function checkParts({ passages }: { passages: readonly Passage[] }): FindingDraft[] {
  return passages
    .filter(({ kind }) => kind === 'text')
    .flatMap((passage) =>
      sentencesOf(passage.text).flatMap((sentence) => {
        const list = begins.test(sentence) ? listOf(sentence) : undefined;
        return list ? findingOf({ list, sentence, passageId: passage.passageId }) : [];
      }),
    );
}

/** The largest figure that comes first, and the figures of its unit that follow it without a new verb. */
function listOf(sentence: string): List | undefined {
  const spans = findQuantities(sentence).filter(
    ({ role, unit }) =>
      role === 'quantity' && ['count', 'money', 'area'].includes(lookUpUnit(unit)?.kind ?? ''),
  );
  const at = spans.findIndex((span, index) => {
    const next = spans[index + 1];
    return next !== undefined && next.unit === span.unit && next.value < span.value;
  });
  const total = spans[at];
  if (!total || total.valueMax !== null) return undefined;
  const parts: QuantitySpan[] = [];
  let strength = 0;
  for (const span of spans.slice(at + 1)) {
    const label = sentence.slice(parts.at(-1)?.end ?? total.end, span.start);
    // What comes after the bracket that lists the parts is no part.
    const isBehind = /^[^（(]*[）)]/.test(label) && parts.length > 0;
    if (span.unit !== total.unit || label.length > longestLabel || stops.test(label) || isBehind) break;
    // 其中5A级1家、4A级12家；星级饭店36家: a stronger mark than the parts have between them begins something else.
    if (parts.length > 1 && strengthOf(label) > strength) break;
    if (parts.length === 1) strength = strengthOf(label);
    parts.push(span);
  }
  const between = sentence.slice(total.end, parts.at(-1)?.start ?? total.end);
  return parts.length >= fewestParts && begins.test(between) ? { total, parts } : undefined;
}

/** How much a mark between two figures parts them: 、 less than ， less than ；. */
function strengthOf(label: string): number {
  return Math.max(0, ...[...label].map((mark) => marks.indexOf(mark)));
}

function findingOf({
  list: { total, parts },
  sentence,
  passageId,
}: {
  list: List;
  sentence: string;
  passageId: string;
}): FindingDraft[] {
  const whole = measured(total);
  const sums = parts.map((_, at) => sumOf(parts.slice(0, at + 1)));
  const sum = sums.at(-1);
  // A list that is complete half-way goes on with parts of the parts.
  if (!whole || !sum || sums.some((one) => one && overlap(one, whole))) return [];
  const value = parts.reduce((all, part) => all + part.value, 0);
  const isMore = sum.low > whole.high;
  const isNearlyAll = total.value - value <= total.value * smallGap && !open.test(sentence.slice(total.end));
  if (!isMore && !isNearlyAll) return [];
  const shown = (figure: number) =>
    formatQuantity(
      { value: Number(figure.toPrecision(12)), valueMax: null, unit: total.unit, comparator: '=' },
      'zh',
    );
  return [
    {
      kind: 'parts',
      certainty: isMore ? 'contradiction' : 'definition',
      about: aboutOf(sentence, total),
      stated: shown(total.value),
      computed: shown(value),
      note:
        `${parts.map((part) => shown(part.value)).join(' + ')} = ${shown(value)}，与总数${shown(total.value)}` +
        `相差${shown(Math.abs(total.value - value))}。${isMore ? '' : '其中各项若未列全，则差额属未列部分。'}`,
      quotes: [{ passageId, quote: sentence }],
    },
  ];
}

function measured(span: QuantitySpan): Interval | undefined {
  return intervalOf({ ...span, text: span.raw, kind: 'actual' });
}

function sumOf(parts: readonly QuantitySpan[]): Interval | undefined {
  return parts
    .map(measured)
    .reduce((all, one) => (all && one ? { low: all.low + one.low, high: all.high + one.high } : undefined), {
      low: 0,
      high: 0,
    } as Interval | undefined);
}

/** The words in front of the total, up to the last pause. */
function aboutOf(sentence: string, total: QuantitySpan): string {
  const before = sentence.slice(0, total.start).split(/[，,；：。]/);
  const name = (before.at(-1) ?? '').trim().replace(/(?:已?达到?|共计?|为)$/, '');
  return name || sentence.slice(0, 20);
}
