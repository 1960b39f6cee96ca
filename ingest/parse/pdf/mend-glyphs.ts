import radicals from './radicals.json' with { type: 'json' };

const supplement = new Map(Object.entries(radicals.supplement));

/**
 * Gives characters back that fonts turned into their look-alikes among the radicals (⾦ → 金, ⻓ → 长).
 * Only those: compatibility folding of everything would turn ① into 1.
 */
export function mendGlyphs(text: string): string {
  return (
    text
      .replace(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize('NFKC'))
      .replace(/[\u2E80-\u2EF3]/g, (radical) => supplement.get(radical) ?? radical)
      // Fonts draw the dash and the bar with one glyph.
      .replace(/\u2015/g, '\u2014')
      .replace(/\u00AD/g, '')
  );
}
