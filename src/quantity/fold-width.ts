const thousandsMark = '(?<=[０-９])，(?=[０-９]{3}(?![０-９]))';
const foldable = new RegExp(`[！-＋－-～\\u3000\\u00a0\\u2002-\\u200a−]|${thousandsMark}`, 'g');
/** Full-width signs stand in the order of their plain forms, so far behind them. */
const [firstWide, lastWide, distance] = ['！', '～', 0xfee0];

/**
 * Writes full-width digits, letters and signs as their plain forms, one character for one, so that offsets
 * stay true. A full-width comma stays unless it separates thousands, for it usually ends a clause.
 */
export function foldWidth(text: string): string {
  return text.replace(foldable, (character) => {
    if (character >= firstWide && character <= lastWide)
      return String.fromCharCode(character.charCodeAt(0) - distance);
    return character === '−' ? '-' : ' ';
  });
}
