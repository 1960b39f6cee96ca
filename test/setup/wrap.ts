/** Sets a paragraph as office programs print it: indented, and broken at a width in half-width columns. */
export function wrap(paragraph: string, columns = 64): string[] {
  const lines: string[] = [];
  let line = '    ';
  let width = 4;
  for (const character of paragraph) {
    const own = character.charCodeAt(0) > 0x2e7f ? 2 : 1;
    if (width + own > columns) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += character;
    width += own;
  }
  return [...lines, line];
}
