const digits = '〇一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const roman: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Writes a number in one of Word's number formats (ECMA-376, ST_NumberFormat). */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumber(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('');
    case 'ideographTraditional':
      return stems[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'upperRoman':
      return romanNumber(value).toUpperCase();
    case 'lowerRoman':
      return romanNumber(value);
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** 23 → 二十三; above 9999 digits serve. */
function chineseNumber(value: number): string {
  if (value <= 0 || value > 9999) return String(value);
  const units = ['', '十', '百', '千'];
  const written = [...String(value)]
    .map((digit, at, all) =>
      digit === '0' ? '零' : (digits[Number(digit)] ?? '') + (units[all.length - 1 - at] ?? ''),
    )
    .join('');
  return written.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

/** a … z, then aa, bb, as Word counts on. */
function letters(value: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((value - 1) % 26));
  return value <= 0 ? '' : letter.repeat(Math.min(Math.ceil(value / 26), 10));
}

function romanNumber(value: number): string {
  if (value <= 0 || value > 3999) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, sign] of roman) for (; rest >= worth; rest -= worth) written += sign;
  return written;
}
