import { formatNumber } from '../../quantity/format-number.js';
import type { Language } from '../../records.js';
import type { ChartData } from '../figures/chart-series.js';
import { escapeMarkup } from './escape.js';
import type { ChartBlock, Part } from './message.js';
import { fillIn, textsFor } from './texts.js';

const titleLimit = 50;
const labelLimit = 20;

/** Draws figures; the words of the message hold the same values. Where charts are not known, they alone stay. */
export function buildFigureChart(data: ChartData | undefined, language: Language): Part[] {
  if (data === undefined) return [];
  const block = buildChart(data, language);
  return block === undefined ? [] : [{ plain: inWords(data, language), forms: [[block], []] }];
}

/** Undefined where shortened labels could no longer be told apart. */
function buildChart(data: ChartData, language: Language): ChartBlock | undefined {
  const categories = data.categories.map((one) => clip(one, labelLimit));
  const names = data.series.map(({ name }) => clip(name, labelLimit));
  if ([categories, names].some((labels) => new Set(labels).size < labels.length)) return undefined;
  return {
    type: 'data_visualization',
    title: clip(titleOf(data, language), titleLimit),
    chart: {
      type: data.kind,
      series: data.series.map(({ values }, at) => ({
        name: names[at] ?? '',
        data: values.map((value, index) => ({ label: categories[index] ?? '', value })),
      })),
      axis_config: { categories, ...(data.unit === '' ? {} : { y_label: clip(data.unit, titleLimit) }) },
    },
  };
}

function inWords(data: ChartData, language: Language): string {
  const { separator, pair } = textsFor(language).chart;
  const series = data.series.map(({ name, values }) => {
    const points = values.map((value, at) =>
      fillIn(pair, { label: data.categories[at] ?? '', value: formatNumber(value) }),
    );
    return data.series.length > 1 || data.kind === 'bar'
      ? `${name}: ${points.join(separator)}`
      : points.join(separator);
  });
  return escapeMarkup([titleOf(data, language), ...series].join('\n'));
}

function titleOf({ name, unit }: ChartData, language: Language): string {
  return unit === '' ? name : fillIn(textsFor(language).chart.title, { name, unit });
}

function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
