import type { Passage } from '../../records.js';
import { findQuantities } from '../find-quantities.js';
import { type LabelledFigure, labelledFigures } from '../labelled-figures.js';
import { lookUpUnit } from '../units.js';
import type { Part, PartList } from './part-list.js';
import words from './sum-words.json' with { type: 'json' };

const additive = new Set(words.additive);
const fewest = 3;
const between = /^[^。；;\d]{0,30}$/;
const notSummed = new RegExp(words.notSummed);

/** Runs of named figures in the sentences of a passage (防洪128亿元、供水146亿元、灌区38亿元), with what may be their whole. */
export function runLists(passage: Passage): PartList[] {
  if (passage.kind === 'table') return [];
  const sentences = passage.text.split(/(?<=[。！？])|\n/).filter((sentence) => /\d.*\d.*\d/.test(sentence));
  return sentences.flatMap((sentence) => {
    const quote = sentence.trim();
    return runsOf(labelledFigures(quote), quote).map((run) => listOf(run, quote, passage));
  });
}

/** Figures that follow one another in one unit. */
function runsOf(figures: readonly LabelledFigure[], text: string): LabelledFigure[][] {
  const runs: LabelledFigure[][] = [];
  for (const figure of figures) {
    const last = runs.at(-1)?.at(-1);
    const follows =
      last !== undefined &&
      last.span.unit === figure.span.unit &&
      between.test(text.slice(last.span.end, figure.span.start));
    if (follows) runs.at(-1)?.push(figure);
    else runs.push([figure]);
  }
  return runs.filter(
    (run) =>
      run.length >= fewest &&
      additive.has(lookUpUnit(run[0]?.span.unit ?? '')?.kind ?? '') &&
      run.every(({ label }) => !notSummed.test(label)),
  );
}

function listOf(run: readonly LabelledFigure[], quote: string, passage: Passage): PartList {
  const [first] = run;
  const start = first?.span.start ?? 0;
  const at = passage.text.indexOf(quote);
  const before =
    passage.text
      .slice(0, at)
      .split(/[。！？\n]/)
      .filter((one) => one.trim() !== '')
      .at(-1) ?? '';
  const unit = first?.span.unit ?? '';
  return {
    kind: 'run',
    parts: run.map(({ label, span }) => ({ label, value: span.value, raw: span.raw, passage, quote })),
    unit,
    name:
      quote
        .slice(Math.max(0, start - 24), start)
        .split(/[，。；：]/)
        .at(-1) ?? '',
    context: `${passage.sectionPath.slice(-2).join(' ')} ${before} ${quote}`,
    totals: [
      ...figuresOf(quote.slice(0, start), unit, quote, passage),
      ...figuresOf(before, unit, sentenceWith(passage, before), passage),
    ],
  };
}

function sentenceWith({ text }: Passage, words: string): string {
  const at = text.indexOf(words);
  const end = text.charAt(at + words.length);
  return (/[。！？]/.test(end) ? words + end : words).trim();
}

/** Figures of a text in a unit, each under the words that lead to it. */
function figuresOf(text: string, unit: string, quote: string, passage: Passage): Part[] {
  const spans = findQuantities(text).filter((span) => span.role === 'quantity' && span.unit === unit);
  return spans.map(({ value, raw, start }) => {
    const lead =
      text
        .slice(Math.max(0, start - 16), start)
        .split(/[，。；：、]/)
        .at(-1) ?? '';
    return { label: lead.trim(), value, raw, passage, quote };
  });
}
