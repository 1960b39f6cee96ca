import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Ruling } from './page.js';

type Point = [number, number];

/** Thicker than this is an area, not a line. */
const thickest = 3;
/** How many numbers each step of a path takes: move, line, cubic curve, close, quadratic curve. */
const stepLengths = [2, 2, 6, 0, 4];
const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
const fills = new Set<number>([OPS.fill, OPS.eoFill]);

/** Finds the straight lines that a page draws: stroked ones, and the thin bars that some programs fill. */
export async function readRulings(page: PDFPageProxy, viewport: number[]): Promise<Ruling[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rulings: Ruling[] = [];
  const saved: number[][] = [];
  let matrix = viewport;
  for (const [at, operation] of fnArray.entries()) {
    const args: unknown = argsArray[at];
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd)
      matrix = saved.pop() ?? viewport;
    else if (operation === OPS.transform) matrix = Util.transform(matrix, numbersIn(args));
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const own = numbersIn(Array.isArray(args) ? args[0] : []);
      if (own.length === 6) matrix = Util.transform(matrix, own);
    } else if (operation === OPS.constructPath) rulings.push(...rulingsOf(args, matrix));
  }
  return rulings;
}

function numbersIn(value: unknown): number[] {
  const isList = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;
  return isList ? Array.from(value, Number) : [];
}

function rulingsOf(args: unknown, matrix: number[]): Ruling[] {
  if (!Array.isArray(args)) return [];
  const [paint, data]: unknown[] = args;
  const paths = subpaths(numbersIn(Array.isArray(data) ? data[0] : data), matrix);
  if (typeof paint !== 'number') return [];
  if (strokes.has(paint)) return paths.flatMap(strokedLines);
  return fills.has(paint) ? paths.flatMap(filledBar) : [];
}

/** Corner points of each part of a path, as they stand on the page. */
function subpaths(data: readonly number[], matrix: number[]): Point[][] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const paths: Point[][] = [];
  for (let at = 0; at < data.length; ) {
    const step = data[at] ?? 0;
    const length = stepLengths[step];
    if (length === undefined) break;
    const path = paths.at(-1);
    const [x = 0, y = 0] = data.slice(at + 1 + length - 2, at + 1 + length);
    const point: Point = [a * x + c * y + e, b * x + d * y + f];
    if (step === 0) paths.push([point]);
    else if (length > 0) path?.push(point);
    else if (path?.[0]) path.push(path[0]);
    at += 1 + length;
  }
  return paths;
}

function strokedLines(points: Point[]): Ruling[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    return before ? straight(before, point) : [];
  });
}

function filledBar(points: Point[]): Ruling[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  if (bottom - top <= thickest && right - left > bottom - top)
    return straight([left, middle[1]], [right, middle[1]]);
  if (right - left <= thickest) return straight([middle[0], top], [middle[0], bottom]);
  return [];
}

function straight([x1, y1]: Point, [x2, y2]: Point): Ruling[] {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height < 0.5 && width > 0.5)
    return [{ direction: 'horizontal', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  if (width < 0.5 && height > 0.5)
    return [{ direction: 'vertical', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  return [];
}
