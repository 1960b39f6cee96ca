import { findQuantities, type QuantitySpan } from '../../../quantity/find-quantities.js';
import { type LabelledFigure, labelledFigures } from '../../../quantity/labelled-figures.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Passage } from '../../../records.js';
import { splitSentences } from '../../sentences.js';
import type { Entry } from './entry.js';
import words from './entry-words.json' with { type: 'json' };

const opens = new RegExp(words.opensMember);
/** 划分为甲、乙: what is divided is none of the parts. */
const divided = new RegExp(words.divided);
/** 三大产业, 三类政策分区 behind the names. */
const countedClass = new RegExp(words.countedClass);
const respectively = /分别(?:[达增提]?[到至为是]|约|超过|突破|不低于|实现|建成|新增|安排|占)*\s*$/;
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
      return runsOf(text, spans).map(({ label, span, property }) => ({
        label,
        passage,
        quote: text,
        cells: [{ head: property ?? '', text: span.raw }],
        context: before + text,
        family: [passage.passageId, text].join('\n'),
        isMember: true as const,
      }));
    });
}

/** A member's figure, with what all of them are said to measure. */
interface MemberFigure extends LabelledFigure {
  property?: string;
}

function runsOf(text: string, spans: readonly QuantitySpan[]): MemberFigure[] {
  const listed = respectiveMembers(text, spans);
  if (listed.length > 0) return listed;
  const members = labelledFigures(text);
  return members.filter(
    ({ span }) => members.filter((other) => sameKind(other.span.unit, span.unit)).length >= fewest,
  );
}

/** 甲、乙、丙三大产业产值分别达到1亿元、2亿元、3亿元; 分为甲、乙、丙三类分区，面积分别为…: as many names as figures. */
function respectiveMembers(text: string, spans: readonly QuantitySpan[]): MemberFigure[] {
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
  const [listed = '', ...after] = before.replace(respectively, '').split(/[，,]/);
  const names = listed
    .replace(divided, '')
    .split(/[、和与及]/)
    .map((name) => name.replace(opens, '').replace(countedClass, '').trim());
  if (figures.length < fewest || names.length !== figures.length) return [];
  return figures.flatMap((span, at) => {
    const label = names[at];
    return label ? [{ label, span, property: after.at(-1) ?? '' }] : [];
  });
}
