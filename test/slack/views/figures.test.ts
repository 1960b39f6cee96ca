import { describe, expect, it } from 'vitest';
import { chartSeries } from '../../../src/slack/figures/chart-series.js';
import type { Figure } from '../../../src/slack/figures/figure.js';
import { buildAnswer } from '../../../src/slack/views/answer.js';
import { markQuotes } from '../../../src/slack/views/mark-quotes.js';
import { checkMessage } from '../../fakes/slack/block-rules.js';
import { answer, citation } from '../answer-records.js';

const figure = (changes: Partial<Figure> = {}): Figure => ({
  subject: '东镇',
  planId: 'east-town-2021-2025',
  name: '存款余额',
  value: 300,
  valueMax: null,
  unit: '亿元',
  comparator: '=',
  year: 2025,
  measure: 'level',
  kind: 'target',
  citations: [1],
  ...changes,
});
const path = (...values: [number, number][]) => values.map(([year, value]) => figure({ year, value }));

describe('what of an answer’s figures is drawn', () => {
  it('is a line over at least three years, and over two where a calculation went from one to the other', () => {
    const two = path([2020, 200], [2025, 300]);
    expect(chartSeries(two)).toBeUndefined();
    expect(chartSeries(two, { isCalculated: true })).toMatchObject({
      kind: 'line',
      categories: ['2020', '2025'],
    });
    expect(chartSeries(path([2020, 200], [2025, 300], [2030, 400]))?.series).toEqual([
      { name: '存款余额', values: [200, 300, 400] },
    ]);
  });

  it('are bars in one unit where places are compared, with a mark where a figure is a bound', () => {
    const data = chartSeries([
      figure({ value: 3, unit: '万亿元', comparator: '>=' }),
      figure({ subject: '西镇', value: 5000 }),
    ]);
    expect(data).toMatchObject({
      kind: 'bar',
      unit: '万亿元',
      categories: ['东镇 (≥)', '西镇'],
      series: [{ name: '2025', values: [3, 0.5] }],
    });
  });

  it('has the year that was worked out, marked as such, among those that the plan gives', () => {
    const worked = { mark: '推算', points: [{ year: 2028, value: 360, unit: '亿元' }] };
    const data = chartSeries(path([2025, 300], [2030, 400]), { isCalculated: true, worked });
    expect(data).toMatchObject({
      categories: ['2025', '2028 (推算)', '2030'],
      series: [{ values: [300, 360, 400] }],
    });
    const other = { mark: '推算', points: [{ year: 2028, value: 8, unit: '%' }] };
    expect(
      chartSeries(path([2025, 300], [2030, 400]), { isCalculated: true, worked: other })?.categories,
    ).toEqual(['2025', '2030']);
    const stated = { mark: '推算', points: [{ year: 2030, value: 390, unit: '亿元' }] };
    const both = chartSeries(path([2025, 300], [2030, 400]), { isCalculated: true, worked: stated });
    expect(both?.series[0]?.values).toEqual([300, 400]);
  });

  it('is nothing where units differ in kind, and leaves out a year of which the plans give two figures', () => {
    expect(chartSeries([figure(), figure({ subject: '西镇', unit: '%' })])).toBeUndefined();
    const twice = [...path([2020, 200], [2021, 210], [2022, 220], [2025, 300]), figure({ value: 310 })];
    expect(chartSeries(twice)?.categories).toEqual(['2020', '2021', '2022']);
  });

  it('is nothing where there is more than a chart may hold', () => {
    const years = Array.from({ length: 21 }, (_, at): [number, number] => [2000 + at, at]);
    expect(chartSeries(path(...years))).toBeUndefined();
  });
});

describe('a large answer', () => {
  it('keeps to Slack’s limits in every form that its parts can take', () => {
    const figures = Array.from({ length: 150 }, (_, at) =>
      figure({ name: `${'很长的指标名称'.repeat(12)}${at}`, year: 2000 + at, citations: [1, 2, 3] }),
    );
    const citations = Array.from({ length: 60 }, (_, at) => citation(at + 1, { sectionPath: [`第${at}节`] }));
    const conflicts = Array.from({ length: 12 }, () => ({
      about: '存款'.repeat(800),
      citations: [1, 2],
      note: '两处不同',
    }));
    const messages = buildAnswer(
      answer({ text: '答'.repeat(9_000), citations, conflicts, followups: ['问？'.repeat(60), '再问？'] }),
      {
        id: 'a'.repeat(24),
        figures,
        isPrivate: true,
        heading: '问：目标？',
      },
    );
    for (const form of [0, 1, 2]) {
      for (const { text, parts } of messages) {
        const blocks = parts.flatMap((part) => part.forms[Math.min(form, part.forms.length - 1)] ?? []);
        expect(
          checkMessage(
            text,
            blocks.map((block) => ({ ...block })),
            new Set(),
          ),
        ).toBeUndefined();
      }
    }
  });
});

describe('the quotes of a passage', () => {
  it('are marked where they stand, overlapping ones as one', () => {
    expect(markQuotes('甲乙丙丁戊', ['乙丙', '丙丁'])).toEqual([
      { text: '甲', isQuoted: false },
      { text: '乙丙丁', isQuoted: true },
      { text: '戊', isQuoted: false },
    ]);
  });

  it('that are not there mark nothing', () => {
    expect(markQuotes('甲乙', ['丙', ''])).toEqual([{ text: '甲乙', isQuoted: false }]);
  });
});
