import { lookUpUnit } from '../../quantity/units.js';

const askedInChinese = /(?:多少|几)(?:个)?(百分点|[一-鿿%㎡]{1,4})/g;
const coins = /(多少|几)块(?=钱|$|[，。？?、])/g;
const moneyWords = /多少钱|多大金额|几个亿|投多少|资金(?:规模)?多(?:少|大)/;

const askedInEnglish: readonly [RegExp, string][] = [
  [
    /how many (?:\w+ ){0,2}(?:people|persons|residents|employees|workers|staff|students|teachers|doctors|nurses|visitors)\b/i,
    '人',
  ],
  [/how many (?:\w+ ){0,2}(?:kilomet(?:re|er)s|km)\b/i, '公里'],
  [/how many (?:\w+ ){0,2}mu\b/i, '亩'],
  [/how many (?:\w+ ){0,2}hectares\b/i, '公顷'],
  [/how many (?:\w+ ){0,2}ton(?:ne)?s\b/i, '吨'],
  [/how much money/i, '元'],
];

/** Units that the words "how many …" ask for, as the question writes them (亩, 家, 公里); 元 for "how much money". */
export function resolveUnits(question: string): string[] {
  // 几块钱: money, no pieces.
  const text = question.replace(/\s+/g, '').replace(coins, '$1元');
  const units = new Set<string>();
  for (const match of text.matchAll(askedInChinese)) {
    const words = match[1] ?? '';
    for (let length = words.length; length >= 1; length -= 1) {
      const unit = words.slice(0, length);
      if (!lookUpUnit(unit)) continue;
      units.add(unit);
      break;
    }
  }
  for (const [words, unit] of askedInEnglish) if (words.test(question)) units.add(unit);
  if (moneyWords.test(text)) units.add('元');
  return [...units];
}
