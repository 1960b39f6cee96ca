import { findQuantities, type QuantitySpan } from '../../../quantity/find-quantities.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Passage } from '../../../records.js';
import { splitSentences } from '../../sentences.js';
import type { Entry } from './entry.js';
import words from './entry-words.json' with { type: 'json' };

const opens = new RegExp(words.opensMember);
const closes = new RegExp(words.closesMember);
const respectively = /分别(?:[达增提]?[到至为是]|约|超过|突破|不低于|实现|建成|新增|安排|占)*\s*$/;
/** What is said to consist of those that follow is none of them. */
const opensParts = /^[，,：:；（(]?\s*(?:其中|包括|分别)/;
const longestLabel = 24;
const fewest = 2;

/** What a sentence gives several of a kind of figures for, each under its name: 枫林县6个、石潭县7个. */
export function membersOf(passage: Passage, mayHold: (sentence: string) => boolean): Entry[] {
  if (passage.kind === 'table') return [];
  const sentences = splitSentences(passage.text);
  return sentences
    .filter(({ text }) => mayHold(text))
    .flatMap((sentence) => {
      const { text } = sentence;
      const before = sentences[sentences.indexOf(sentence) - 1]?.text ?? '';
      const spans = findQuantities(text).filter(
        ({ role, unit, valueMax }) =>
          role === 'quantity' && valueMax === null && (lookUpUnit(unit)?.kind ?? 'time') !== 'time',
      );
      return runsOf(text, spans).map(({ label, span }) => ({
        label,
        passage,
        quote: text,
        cells: [{ head: '', text: span.raw }],
        context: before + text,
        family: [passage.passageId, text].join('\n'),
      }));
    });
}

interface Member {
  label: string;
  span: QuantitySpan;
}

function runsOf(text: string, spans: readonly QuantitySpan[]): Member[] {
  const listed = respectiveMembers(text, spans);
  if (listed.length > 0) return listed;
  const members = spans.flatMap((span, at): Member[] => {
    const before = text.slice(spans[at - 1]?.end ?? 0, span.start);
    const own = before.split(/[，。；：、,;:（(]/).at(-1) ?? '';
    const label = own.replace(closes, '').replace(opens, '').trim();
    const isWhole = opensParts.test(text.slice(span.end));
    return !isWhole && label.length >= 2 && label.length <= longestLabel ? [{ label, span }] : [];
  });
  return members.filter(
    ({ span }) => members.filter((other) => sameKind(other.span.unit, span.unit)).length >= fewest,
  );
}

/** 甲、乙、丙三大产业产值分别达到1亿元、2亿元、3亿元: as many names as figures. */
function respectiveMembers(text: string, spans: readonly QuantitySpan[]): Member[] {
  const first = spans.findIndex(({ start }) => respectively.test(text.slice(0, start)));
  if (first < 0) return [];
  const figures = spans.slice(first).filter((span, at, all) => {
    const previous = all[at - 1];
    return at === 0 || (previous !== undefined && /^[、和与及]$/.test(text.slice(previous.end, span.start)));
  });
  const before =
    text
      .slice(0, spans[first]?.start)
      .split(/[。；：:]|(?<!“)即/)
      .at(-1) ?? '';
  const names = before
    .replace(respectively, '')
    .replace(/[，,].*$/, '')
    .split(/[、和与及]/)
    .map((name) =>
      name
        .replace(opens, '')
        .replace(/[一二三四五六七八九十两]大.*$/, '')
        .trim(),
    );
  if (figures.length < fewest || names.length !== figures.length) return [];
  return figures.flatMap((span, at) => {
    const label = names[at];
    return label ? [{ label, span }] : [];
  });
}
