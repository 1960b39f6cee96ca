import type { Decimal } from 'decimal.js';
import { formatNumber } from '../quantity/format-number.js';
import { formatQuantity } from '../quantity/format-quantity.js';
import type { Language } from '../records.js';
import type { Bilingual, Operand } from './operand.js';

const places = 2;
const smallDigits = 3;
const exactDigits = 8;

/** A number as it stands in a formula: as given, without separators. */
export function inFormula(value: Decimal): string {
  return value.toSignificantDigits(12).toFixed().replace('-', '−');
}

/** A result as a sentence shows it, rounded to about two decimals. */
export function shownAmount(value: Decimal, unit: string, language: Language): string {
  const rounded = roundForReading(value).toNumber();
  return formatQuantity({ value: rounded, valueMax: null, unit, comparator: '=' }, language);
}

/** A result in both languages. */
export function shownBoth(value: Decimal, unit: string): Bilingual {
  return { zh: shownAmount(value, unit, 'zh'), en: shownAmount(value, unit, 'en') };
}

/** A result that is exact, with all its digits, in both languages. */
export function shownWhole(value: Decimal, unit: string): Bilingual {
  const quantity = { value: value.toSignificantDigits(exactDigits).toNumber(), valueMax: null, unit };
  return {
    zh: formatQuantity({ ...quantity, comparator: '=' }, 'zh'),
    en: formatQuantity({ ...quantity, comparator: '=' }, 'en'),
  };
}

/** A bare number as a sentence shows it. */
export function shownNumber(value: Decimal): string {
  return formatNumber(roundForReading(value));
}

/** An operand as a sentence names it: 2020年存款余额4.37万亿元; deposits 2020: RMB 4.37 trillion. */
export function namedOperand({ name, value, unit, year, comparator = '=' }: Operand): Bilingual {
  // A range has no upper end here, so it is named by its lower one.
  const quantity = { value, valueMax: null, unit, comparator: comparator === 'range' ? '~' : comparator };
  const zhYear = year === null ? '' : `${year}年`;
  const enName = [name, year === null ? '' : `${year}`].filter((part) => part !== '').join(' ');
  const en = formatQuantity(quantity, 'en');
  return {
    zh: `${zhYear}${name}${formatQuantity(quantity, 'zh')}`,
    en: enName === '' ? en : `${enName}: ${en}`,
  };
}

function roundForReading(value: Decimal): Decimal {
  return value.abs().gte(1) || value.isZero()
    ? value.toDecimalPlaces(places)
    : value.toSignificantDigits(smallDigits);
}
