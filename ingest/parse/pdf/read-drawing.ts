import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Ruling } from './page.js';

export type Point = [x: number, y: number];

/** Thicker than this is an area, not a line. */
const thickest = 3;
/** How many numbers each step of a path takes: move, line, cubic curve, close, quadratic curve. */
const stepLengths = [2, 2, 6, 0, 4];
const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
const fills = new Set<number>([OPS.fill, OPS.eoFill]);

/** What a page draws beside its text. */
export interface Drawing {
  /** Straight lines: stroked ones, and the thin bars that some programs fill. */
  rulings: Ruling[];
  /** Middles of small filled shapes, with which some programs draw the bullets of lists. */
  dots: Point[];
}

/** Finds the lines and dots that a page draws. */
export async function readDrawing(page: PDFPageProxy, viewport: number[]): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawing: Drawing = { rulings: [], dots: [] };
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
    } else if (operation === OPS.constructPath) addPath(drawing, args, matrix);
  }
  return drawing;
}

function numbersIn(value: unknown): number[] {
  const isList = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;
  return isList ? Array.from(value, Number) : [];
}

function addPath(drawing: Drawing, args: unknown, matrix: number[]): void {
  if (!Array.isArray(args)) return;
  const [paint, data]: unknown[] = args;
  if (typeof paint !== 'number') return;
  const paths = subpaths(numbersIn(Array.isArray(data) ? data[0] : data), matrix);
  if (strokes.has(paint)) drawing.rulings.push(...paths.flatMap(strokedLines));
  if (!fills.has(paint)) return;
  for (const path of paths) {
    const dot = dotOf(path);
    if (dot) drawing.dots.push(dot);
    else drawing.rulings.push(...filledBar(path));
  }
}

/** The middle of a shape about as wide as high, and as small as a bullet. */
function dotOf(points: Point[]): Point | undefined {
  const { left, right, top, bottom } = boxOf(points);
  const [width, height] = [right - left, bottom - top];
  const isSmall = Math.min(width, height) >= 1.5 && Math.max(width, height) <= 8;
  return isSmall && Math.abs(width - height) < 0.5 ? [(left + right) / 2, (top + bottom) / 2] : undefined;
}

function boxOf(points: Point[]) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
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
  const { left, right, top, bottom } = boxOf(points);
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
