import type { PdfItem } from './page.js';
import type { Frame } from './ruled-frames.js';

/** An item may touch a ruling without crossing it. */
const touch = 1;

/** Cuts items at the rulings that they cross: pdf.js joins the texts of neighbouring cells that nearly touch. */
export function splitAtRulings(items: readonly PdfItem[], frames: readonly Frame[]): PdfItem[] {
  return items.flatMap((item) => {
    const frame = frames.find(({ xs, ys, cells }) => {
      const y = item.y - item.size * 0.35;
      return cells.length > 1 && xs.length > 2 && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
    });
    return frame ? cutAt(item, crossedEdges(item, frame)) : [item];
  });
}

/** Edges between two cells that the item runs over; inside a merged cell there is none. */
function crossedEdges(item: PdfItem, { xs, ys, cells }: Frame): number[] {
  const y = item.y - item.size * 0.35;
  const row = ys.findIndex((edge, at) => y >= edge && y <= (ys[at + 1] ?? edge));
  return xs.filter(
    (x, at) =>
      x > item.left + touch && x < item.right - touch && at > 0 && cells[row]?.[at - 1] !== cells[row]?.[at],
  );
}

function cutAt(item: PdfItem, edges: readonly number[]): PdfItem[] {
  const [edge, ...rest] = edges;
  if (edge === undefined) return [item];
  const at = charactersBefore(item, edge);
  const [first, second] = [item.text.slice(0, at).trim(), item.text.slice(at).trim()];
  if (first === '' || second === '') return [item];
  return [
    { ...item, text: first, right: edge - touch },
    ...cutAt({ ...item, text: second, left: edge + touch }, rest),
  ];
}

/** How many code units stand before a place, full-width characters counting twice. */
function charactersBefore({ text, left, right }: PdfItem, edge: number): number {
  const widthOf = (one: string) => (one.charCodeAt(0) > 0x2e7f ? 2 : 1);
  const total = [...text].reduce((sum, one) => sum + widthOf(one), 0);
  const wanted = ((edge - left) / (right - left)) * total;
  let width = 0;
  let length = 0;
  for (const one of text) {
    if (width + widthOf(one) / 2 > wanted) break;
    width += widthOf(one);
    length += one.length;
  }
  return length;
}
