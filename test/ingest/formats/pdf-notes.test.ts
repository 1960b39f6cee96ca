import { describe, expect, it } from 'vitest';
import type { PdfItem, PdfPage } from '../../../ingest/parse/pdf/page.js';
import { markNotes } from '../../../ingest/parse/pdf/page-notes.js';

function item(text: string, left: number, y: number, size = 12): PdfItem {
  return { text, left, right: left + text.length * size, y, size };
}

const page = (items: PdfItem[]): PdfPage => ({ number: 1, width: 595, height: 842, items, rulings: [] });
const textsOf = (items: PdfItem[]) => markNotes(page(items)).page.items.map(({ text }) => text);

const text = item('全市物流总额达到5200', 60, 100);
const mark = item('1', text.right, 96, 7);
const rest = item('亿元，覆盖全部区县。', mark.right, 100);

describe('a footnote of a PDF', () => {
  it('has its mark and the one in the text alike, whatever the program sets them as', () => {
    const note = [item('1', 60, 777, 5), item('按现价计算。', 66, 780, 9)];
    expect(textsOf([text, mark, rest, ...note])).toEqual([
      text.text,
      '[1]',
      rest.text,
      '[1] ',
      '按现价计算。',
    ]);
    expect(textsOf([text, mark, rest, item('1 按现价计算。', 60, 780, 9)]).at(-1)).toBe('[1] 按现价计算。');
    expect(textsOf([text, mark, rest, item('[1]按现价计算。', 60, 780, 9)]).at(-1)).toBe('[1] 按现价计算。');
  });

  it('begins where the text ends', () => {
    const { notesTop } = markNotes(page([text, mark, rest, item('1 按现价计算。', 60, 780, 9)]));
    expect(notesTop).toBe(780);
  });

  it('is not seen in powers, in small print without a mark, and in figures of a line', () => {
    const area = item('每处面积3km', 60, 100);
    const power = item('2', area.right, 96, 7);
    const small = item('2 栋仓库在建。', 60, 780, 9);
    for (const items of [
      [area, power, small],
      [text, rest, item('1 号仓库在建。', 60, 780, 9)],
      [text, item('1', text.right, 100), item('1 号仓库在建。', 60, 780, 9)],
      [text, mark, rest],
    ])
      expect(markNotes(page(items))).toEqual({ page: page(items), notesTop: undefined });
  });
});
