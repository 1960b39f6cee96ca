import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { formatNumber } from '../../quantity/format-number.js';
import { formatQuantity } from '../../quantity/format-quantity.js';

const hundredMillion = 1e8;

/** The same claim with its figures written in other ways that are as true. */
export function reword(text: string): string[] {
  const figures = findQuantities(text).filter(
    ({ role, valueMax }) => role === 'quantity' && valueMax === null,
  );
  const texts = figures.flatMap((figure) =>
    otherSpellings(figure).map((raw) => text.slice(0, figure.start) + raw + text.slice(figure.end)),
  );
  return [...new Set(texts)].filter((one) => one !== text);
}

function otherSpellings(figure: QuantitySpan): string[] {
  const { raw, value, unit, comparator } = figure;
  const written = (scaled: number, name: string) =>
    raw.replace(/\d[\d,]*(?:\.\d+)?\s*\S*?元/, `${formatNumber(scaled)}${name}`);
  const scaled =
    unit === '万亿元'
      ? [written(value * 1e4, '亿元')]
      : unit === '亿元'
        ? [written(value * 1e4, '万元'), written(value / 1e4, '万亿元')]
        : [];
  const english = unit.endsWith('亿元') ? [formatQuantity(figure, 'en').replace(/^RMB /, 'RMB ')] : [];
  const about = comparator === '=' && unit !== '' && value * hundredMillion > 0 ? [`约${raw}`] : [];
  return [...scaled, ...english, ...about];
}
