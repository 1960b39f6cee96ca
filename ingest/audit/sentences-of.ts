/** The sentences of a passage, word for word; a semicolon does not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
