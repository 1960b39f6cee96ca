const thousandsMark = '(?<=[０-９])，(?=[０-９]{3}(?![０-９]))';
const foldable = new RegExp(`[！-＋－-～\\u3000\\u00a0\\u2002-\\u200a−]|${thousandsMark}`, 'g');
/** Full-width signs stand in the order of their plain forms, so far behind them. */
const [firstWide, lastWide, distance] = ['！', '～', 0xfee0];

/** The blank that does not break, the last of the marks of which some are folded (U+2212), and two single ones. */
const [firstOdd, lastOfSigns, wideBlank, wideComma] = [0xa0, 0x2212, 0x3000, 0xff0c];

/**
 * Writes full-width digits, letters and signs as their plain forms, one character for one, so that offsets
 * stay true. A full-width comma stays unless it separates thousands, for it usually ends a clause.
 */
export function foldWidth(text: string): string {
  if (!mayFold(text)) return text;
  return text.replace(foldable, (character) => {
    if (character >= firstWide && character <= lastWide)
      return String.fromCharCode(character.charCodeAt(0) - distance);
    return character === '−' ? '-' : ' ';
  });
}

/** A look at each character, which finds many texts plain, takes a fraction of the search. */
function mayFold(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isPlain =
      code < firstOdd || (code > lastOfSigns && code < firstWide.charCodeAt(0) && code !== wideBlank);
    const isComma = code === wideComma && !isWideDigit(text.charCodeAt(at - 1));
    if (!isPlain && !isComma) return true;
  }
  return false;
}

function isWideDigit(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}
