/**
 * Writes full-width digits, letters and signs as their plain forms, one character for one, so that offsets
 * stay true. A full-width comma stays unless it separates thousands, for it usually ends a clause.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/gu, ',')
    .replace(/[！-＋－-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2002-\u200a]/gu, ' ')
    .replace(/−/gu, '-');
}
