import type { PdfLine } from './page.js';

/** Between which edges each line could have been filled. */
export interface Margins {
  left: number;
  right: number;
}

export function lineMargins(lines: readonly PdfLine[]): Map<PdfLine, Margins> {
  const runs = runsOf(lines);
  const columns = new Set(lines.filter((line) => isBesideColumn(line, runs)));
  const inBody = lines.filter((line) => line.frame === null && !columns.has(line));
  const body = { left: usualEdge(inBody, 'left'), right: usualEdge(inBody, 'right') };
  const margins = new Map<PdfLine, Margins>();
  for (const run of runs) {
    const inColumn = edgesOf(run.filter((line) => columns.has(line)));
    const inFrame = edgesOf(run);
    for (const line of run)
      margins.set(line, columns.has(line) ? inColumn : line.frame === null ? body : inFrame);
  }
  return margins;
}

function edgesOf(lines: readonly PdfLine[]): Margins {
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
  };
}

/** Lines written one below the other in one frame. */
function runsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const runs: PdfLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    const isSame = last && last.page === line.page && last.frame === line.frame && line.y > last.y;
    if (isSame) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** A line with another at its height that was written at another time stands in a column. */
function isBesideColumn(line: PdfLine, runs: readonly PdfLine[][]): boolean {
  return runs.some(
    (run) =>
      run[0]?.page === line.page &&
      run[0].frame === line.frame &&
      !run.includes(line) &&
      run.some(
        (other) =>
          Math.abs(other.y - line.y) < 2 * line.size && (other.left > line.right || other.right < line.left),
      ),
  );
}

/** The edge at which most of the longer lines stand; a line that juts out does not count. */
function usualEdge(lines: readonly PdfLine[], side: keyof Margins): number {
  const longest = Math.max(0, ...lines.map((line) => line.right - line.left));
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (line.right - line.left < longest * 0.6) continue;
    const edge = Math.round(line[side] / 4) * 4;
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
