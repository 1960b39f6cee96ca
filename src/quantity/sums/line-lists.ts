import type { Passage } from '../../records.js';
import { findQuantities, type QuantitySpan } from '../find-quantities.js';
import { lookUpUnit } from '../units.js';
import type { Part, PartList } from './part-list.js';
import words from './sum-words.json' with { type: 'json' };

const additive = new Set(words.additive);
const totalLine = new RegExp(`^${words.totalLine}`);
const notSummed = new RegExp(words.notSummed);
const numbered =
  /^(?:[-·●•*]\s*)?(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）.．、]|[一二三四五六七八九十]{1,2}类[：:])?\s*/;
const lead = /^(?<label>[^：:。，,；;]{2,40})[：:。，,]/;
const property = /(?<name>[\p{Script=Han}]{2,8})$/u;
const fewest = 3;
const longestTotal = 60;
const shortProperty = 2;

interface Line {
  label: string;
  quote: string;
  passage: Passage;
  figures: { name: string; span: QuantitySpan }[];
}

/** Lines of a box or list that give one thing each (总投资68亿元), with the line that sums them up. */
export function lineLists(passages: readonly Passage[]): PartList[] {
  const [first] = passages;
  if (!first) return [];
  const lines = passages.flatMap(linesOf);
  const items = lines.filter(({ quote }) => !isTotal(quote));
  const keys = new Set(items.flatMap(({ figures }) => figures.map(keyOf)));
  return [...keys].flatMap((key): PartList[] => {
    const parts = items.flatMap((line) => partOf(line, key));
    const [name = '', unit = ''] = key.split('\n');
    if (parts.length < fewest || notSummed.test(name)) return [];
    const totals = lines.filter(({ quote }) => isTotal(quote)).flatMap((line) => partOf(line, key));
    return [{ kind: 'lines', parts, unit, name, context: first.sectionPath.slice(-2).join(' '), totals }];
  });
}

function isTotal(quote: string): boolean {
  return totalLine.test(quote) && quote.length < longestTotal;
}

function linesOf(passage: Passage): Line[] {
  return passage.text.split('\n').flatMap((line): Line[] => {
    const quote = line.trim();
    const bare = quote.replace(numbered, '');
    const label = lead.exec(bare)?.groups?.label ?? (isTotal(quote) ? quote.slice(0, 8) : undefined);
    if (label === undefined || quote.includes('\t')) return [];
    const spans = findQuantities(quote).filter(
      ({ role, unit, valueMax }) =>
        role === 'quantity' && valueMax === null && additive.has(lookUpUnit(unit)?.kind ?? ''),
    );
    const figures = spans.flatMap((span, at) => {
      const before = quote.slice(spans[at - 1]?.end ?? 0, span.start).replace(/(?:约|为|达到?|计划)$/, '');
      const name = property.exec(before)?.groups?.name;
      return name ? [{ name, span }] : [];
    });
    return figures.length > 0 ? [{ label: label.replace(/\d.*$/, ''), quote, passage, figures }] : [];
  });
}

/** 总投资 and 投资 are summed alike: the end of what stands before a figure, and its unit. */
function keyOf({ name, span }: Line['figures'][number]): string {
  return `${name.slice(-shortProperty)}\n${span.unit}`;
}

/** The only such figure of a line; of several none is surely meant. */
function partOf({ figures, label, passage, quote }: Line, key: string): Part[] {
  const own = figures.filter((figure) => keyOf(figure) === key);
  const [figure] = own;
  if (!figure || own.length > 1) return [];
  return [{ label, value: figure.span.value, raw: figure.span.raw, passage, quote }];
}
