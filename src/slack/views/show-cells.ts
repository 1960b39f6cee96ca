/** What a cell that holds nothing is shown as. */
const empty = '（空）';

/**
 * Shows a quoted table row: its cells stand between tabs, which Slack shows as a single space. Empty cells at
 * either end say nothing; some in the middle are said to be there once, for what follows stands further right.
 */
export function showCells(quote: string): string {
  return quote
    .split('\n')
    .map((line) => {
      const cells = line.split('\t').map((cell) => cell.trim());
      const from = cells.findIndex((cell) => cell !== '');
      const to = cells.findLastIndex((cell) => cell !== '');
      return cells
        .slice(Math.max(from, 0), to + 1)
        .filter((cell, at, held) => cell !== '' || held[at - 1] !== '')
        .map((cell) => (cell === '' ? empty : cell))
        .join(' | ');
    })
    .join('\n');
}
