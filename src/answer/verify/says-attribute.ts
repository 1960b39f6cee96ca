import words from './attribute-words.json' with { type: 'json' };

/** How far behind a figure its attribute stands: 12%（预期性）, 6.5 trillion (预期性, anticipatory). */
const reach = 40;
const sentenceEnd = /[。；;\n]|\.\s/;
const anotherFigure = /\d/;

/** The attributes (预期性 anticipatory, 约束性 binding) that a text gives to what ends at `end`. */
export function attributesSaid(text: string, start: number, end: number): string[] {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(/[。；;\n\d]/)
      .at(-1) ?? '';
  const after = (text.slice(end, end + reach).split(sentenceEnd)[0] ?? '').split(anotherFigure)[0] ?? '';
  const said = `${before} ${after}`.toLowerCase();
  return Object.entries(words.attributes).flatMap(([attribute, spellings]) =>
    spellings.some((one) => said.includes(one)) ? [attribute] : [],
  );
}
