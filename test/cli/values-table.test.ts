import { expect, it } from 'vitest';
import { valuesTable } from '../../src/cli/values-table.js';
import { buildAnswer } from '../evaluation/build.js';

const value = {
  name: '存款余额',
  scope: null,
  value: 6.5,
  valueMax: null,
  unit: '万亿元',
  comparator: '>=' as const,
  year: 2025,
  measure: 'level' as const,
  kind: 'target' as const,
  planId: 'a',
  citation: 1,
};

it('figures of several plans stand side by side in one unit, with their sources', () => {
  const other = { ...value, value: 5000, unit: '亿元', planId: 'b', citation: 2 };
  const table = valuesTable(buildAnswer({ text: '', values: [value, other] })) ?? '';
  expect(table.split('\n')).toHaveLength(4);
  expect(table).toContain('| b | 存款余额 | 2025 | 0.5万亿元以上 | [2] |');
});

it('figures of one plan make no table', () => {
  expect(valuesTable(buildAnswer({ text: '', values: [value, value] }))).toBeUndefined();
});
