import { expect, it } from 'vitest';
import type { Block } from '../../ingest/blocks.js';
import { itemsIn } from '../../ingest/items.js';

const itemsOf = (...texts: string[]) =>
  itemsIn(texts.map((text): Block => ({ kind: 'paragraph', text, lines: [1, 1], page: null })));

it.each([
  ['存在短板：一是调节不足，达4.8%；二是通道受限；三是链条不长。下一步加快改进。', ['一是', '二是', '三是']],
  ['一要稳定供给，二要扩大需求。', ['一要', '二要']],
  ['重点推进：①冷链；②仓储；③园区。', ['①', '②', '③']],
  ['包括（1）冷链、（2）仓储和（3）园区。', ['（1）', '（2）', '（3）']],
  ['其一，冷链；其二，仓储。', ['其一，', '其二，']],
])('the items inside "%s" are known', (text, marks) => {
  expect(itemsOf(text).map(({ mark }) => mark)).toEqual(marks);
});

it('an item holds its own sentences, without who is responsible', () => {
  expect(
    itemsOf(
      '一是做强冷链。到2025年达12处。二是做优仓储。达3处。（责任单位：市商务局；配合单位：各县（市））',
    ),
  ).toEqual([
    { mark: '一是', text: '做强冷链。到2025年达12处。' },
    { mark: '二是', text: '做优仓储。达3处。' },
  ]);
  expect(itemsOf('一是冷链不足；二是仓储分散。下一步加快改进。')[1]?.text).toBe('仓储分散。');
});

it('paragraphs that are an item each are known, by their number or bullet', () => {
  expect(itemsOf('1. 中心工程：建设2处。', '——坚持创新。', '加快推进。')).toEqual([
    { mark: '1.', text: '中心工程：建设2处。' },
    { mark: '——', text: '坚持创新。' },
  ]);
});

it('one number by itself, or a word like it, enumerates nothing', () => {
  expect(itemsOf('一是一，二是二。', '统一是基础，二是关键。', '（1）', '第一是效率。')).toEqual([]);
});
