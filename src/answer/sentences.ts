/** A sentence or table row of a passage, as it stands there. */
export interface Sentence {
  text: string;
  /** Position within the passage's text. */
  start: number;
  /** Number of the paragraph (line) within the passage. */
  paragraph: number;
}

/** Splits a passage into its sentences; a line of a table is one sentence. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let offset = 0;
  for (const [paragraph, line] of text.split('\n').entries()) {
    let start = offset;
    for (const part of line.match(/[^。！？]*[。！？]+[”’）》]*|[^。！？]+$/g) ?? []) {
      if (part.trim() !== '')
        sentences.push({ text: part.trim(), start: start + part.indexOf(part.trim()), paragraph });
      start += part.length;
    }
    offset += line.length + 1;
  }
  return sentences;
}

/** White space and full width aside, for telling whether one text stands in another. */
export function compact(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '');
}
