import { readNumber } from '../quantity/read-number.js';

const chineseWord =
  /(?<![\d.零〇一二两三四五六七八九十百千])[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?(?![\d零〇一二两三四五六七八九十百千])/g;
const englishWord = /(?<![A-Za-z\d-])[A-Za-z]{3,9}(?:-[A-Za-z]{3,5})?(?![A-Za-z\d-])/g;

/** Writes Chinese and English number words as digits (三十家 → 30家, twenty-five → 25); what is no number stays. */
export function numberWordsAsDigits(text: string): string {
  return text.replace(chineseWord, inDigits).replace(englishWord, inDigits);
}

function inDigits(word: string): string {
  const number = readNumber(word, 0);
  return number?.end === word.length ? number.value.toFixed() : word;
}
