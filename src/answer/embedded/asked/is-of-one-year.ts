/** Whether a sentence says something of the year itself: a line of 2026—2027 has no figure of 2026. */
export function isOfOneYear(text: string, year: number): boolean {
  return new RegExp(`(?<!\\d年?\\s*[-—–~至]+\\s*)${year}(?!年?\\s*[-—–~至])`).test(text);
}
