import { findQuantities } from '../../quantity/find-quantities.js';
import { findPeriods } from '../../quantity/periods.js';
import { sameKind } from '../../quantity/units.js';

/** What a sentence should look like to answer a question, beyond its words. */
export interface SentenceWish {
  years: readonly number[];
  /** Units that the figure asked for has (亩, 家). */
  units: readonly string[];
  wantsFigures: boolean;
  /** True where the bodies in charge are asked for. */
  wantsBodies: boolean;
  /** True where the question asks when. */
  wantsDate: boolean;
  /** The term that a definition is asked of. */
  defines: string | undefined;
}

const gains = {
  year: 0.3,
  otherYear: -0.35,
  figure: 0.12,
  unit: 0.3,
  definition: 0.8,
  bodies: 0.5,
  bodyList: 0.25,
  date: 0.3,
};
const bodies = /责任单位|责任部门|协助单位|牵头(?:单位|部门)?|主管部门|由.{2,20}负责/;
/** Bodies one after the other, as a table's column of who is responsible holds them. */
const bodyList = /(?:[一-鿿]{2,14}(?:局|办|委|厅|部|公司|集团|中心|管委会|街道)(?:（[^）]{2,12}）)?、){2}/;

/** What a sentence gains or loses by year, figures, unit and form, besides the words that it holds. */
export function sentenceFit(
  text: string,
  { years, units, wantsFigures, wantsBodies, wantsDate, defines }: SentenceWish,
): number {
  const figures =
    wantsFigures || units.length > 0 ? findQuantities(text).filter((span) => span.role === 'quantity') : [];
  const hasUnit = units.some((unit) => figures.some((span) => span.unit !== '' && sameKind(span.unit, unit)));
  return (
    yearFit(text, years) +
    (wantsFigures && figures.length > 0 ? gains.figure : 0) +
    (hasUnit ? gains.unit : 0) +
    (wantsBodies ? bodiesFit(text) : 0) +
    (wantsDate && findPeriods(text).length > 0 ? gains.date : 0) +
    (defines !== undefined && isDefinition(text, defines) ? gains.definition : 0)
  );
}

/** Whether a sentence says who is in charge. */
export function namesBodies(text: string): boolean {
  return bodies.test(text);
}

function bodiesFit(text: string): number {
  if (namesBodies(text)) return gains.bodies;
  return bodyList.test(text) ? gains.bodyList : 0;
}

/** A sentence that names the year asked for gains, one that names only others loses. */
function yearFit(text: string, years: readonly number[]): number {
  if (years.length === 0) return 0;
  const named = findPeriods(text).flatMap((period) => [period.from, period.to]);
  if (named.length === 0) return 0;
  return named.some((year) => years.includes(year)) ? gains.year : gains.otherYear;
}

/** A term that counts its members (四大一新), with as many of them one after the other before it. */
function namesMembers(before: string, name: string): boolean {
  const numerals = name.match(/[一二两三四五六七八九十](?!带|路)/g) ?? [];
  const count = numerals.reduce(
    (sum, one) => sum + '零一二三四五六七八九十'.indexOf(one === '两' ? '二' : one),
    0,
  );
  const list = /[^，。；：]*$/.exec(before)?.[0] ?? '';
  return numerals.length > 0 && count >= 2 && list.split('、').length >= count;
}

/** 词：解释; “词”是指…; “词”，其中“1”指…; 词（…、…）; 词 主要包含…. */
export function isDefinition(text: string, term: string): boolean {
  const plain = text.replace(/[“”"'‘’\s]/g, '');
  const name = term.replace(/[“”"'‘’\s]/g, '');
  const at = plain.indexOf(name);
  if (at < 0) return false;
  const after = plain.slice(at + name.length, at + name.length + 90);
  if (namesMembers(plain.slice(0, at), name)) return true;
  if (/(?:也称|又称|亦称|俗称|统称|简称|也就是)[^。，]{0,8}$/.test(plain.slice(0, at)) && after.length > 8)
    return true;
  return (
    (at === 0 && after.startsWith('：')) ||
    /^[^。]{0,24}(?:是指|指的是|即[：:]?|其中1?指|具体包括|包括|主要包含|主要包括|定位为)/.test(after) ||
    // “词”，指…
    /^[，,]?指(?![标数引导挥定针])/.test(after) ||
    /^[（(：—]/.test(after)
  );
}
