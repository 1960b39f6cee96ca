import { formatNumber } from '../../quantity/format-number.js';
import { formatQuantity } from '../../quantity/format-quantity.js';
import type { Answer, Language } from '../../records.js';
import { escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { splitText } from './split-text.js';
import { fillIn, textsFor } from './texts.js';

const sectionLimit = 3_000;
const significantDigits = 6;

/** Shows how each calculation was made: the formula with its figures, the result, and where each figure is from. */
export function buildWorking({ calculations, language }: Pick<Answer, 'calculations' | 'language'>): Part[] {
  const { only, head } = textsFor(language).working;
  return calculations.map((calculation, at) => {
    const title = calculations.length === 1 ? only : fillIn(head, { n: String(at + 1) });
    const lines = linesOf(calculation, language).map(escapeMarkup);
    const plain = [title, ...lines].join('\n');
    return {
      plain,
      forms: [
        splitText([`*${title}*`, ...lines].join('\n'), sectionLimit).map((text) => ({
          type: 'section',
          text: { type: 'mrkdwn', text },
        })),
      ],
    };
  });
}

function linesOf({ formula, inputs, result }: Answer['calculations'][number], language: Language): string[] {
  const texts = textsFor(language).working;
  const shown = formatQuantity(
    {
      value: Number(result.value.toPrecision(significantDigits)),
      valueMax: null,
      unit: result.unit,
      comparator: '=',
    },
    language,
  );
  // The numbers of an expression stand in it; they come from nowhere else.
  const told = inputs.filter(({ source, name, value }) => source !== 'constant' || Number(name) !== value);
  const sources = told.map((input) =>
    fillIn(texts.input, {
      year: input.year === null ? '' : fillIn(texts.year, { year: String(input.year) }),
      name: input.name,
      value: `${formatNumber(input.value)}${input.unit}`,
      source: input.citation === null ? texts.sources[input.source] : `[${input.citation}]`,
    }).trim(),
  );
  // A ranking is a formula in itself.
  const equation = /[<>≤≥]/.test(formula) ? formula : `${formula} = ${shown}`;
  return [equation, ...sources.map((one) => `• ${one}`)];
}
