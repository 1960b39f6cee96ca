import { Exact } from '../../quantity/exact.js';
import { findQuantities, type QuantitySpan } from '../../quantity/find-quantities.js';
import { formatQuantity } from '../../quantity/format-quantity.js';

/** An amount in yuan as it is written. */
const amount = /\d[\d,]*(?:\.\d+)?\s*\S*?元/;
const mostDecimals = 4;

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
  const { raw, unit, comparator } = figure;
  const exact = scalesOf(unit).flatMap(([name, power]) => {
    const value = new Exact(figure.value).times(new Exact(10).pow(power));
    const number = value.toFixed();
    return value.decimalPlaces() > mostDecimals ? [] : [raw.replace(amount, `${number}${name}`)];
  });
  const english = unit.endsWith('亿元') ? [formatQuantity(figure, 'en')] : [];
  const isSpelt = /^[一二两三四五六七八九十]/.test(raw);
  const about = comparator === '=' && unit !== '' && !isSpelt ? [`约${raw.trim()}`] : [];
  return [...exact, ...english, ...about];
}

function scalesOf(unit: string): [string, number][] {
  if (unit === '万亿元') return [['亿元', 4]];
  return unit === '亿元'
    ? [
        ['万元', 4],
        ['万亿元', -4],
      ]
    : [];
}
