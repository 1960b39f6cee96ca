import rules from './numbering.json' with { type: 'json' };

/** A style of numbering that a line begins with, and which number it carries. */
export interface Numbering {
  style: string;
  number: number;
  /** Length of the number with its marks. */
  length: number;
  /** `short`: the line is the title; `run-in`: the title may end at the first full stop, text following. */
  title: 'short' | 'run-in';
}

const styles = rules.styles.map((style) => ({ ...style, expression: new RegExp(style.pattern) }));
/** A note, a source, or who is responsible: a line of its own. */
const openings = new RegExp(rules.openings);
const boxes = new RegExp(rules.boxes);
const tables = new RegExp(rules.tables);
const figures = new RegExp(rules.figures);
const annexes = new RegExp(rules.annexes);
const standalone = new Set(rules.standalone);
const contents = new Set(rules.contents);

/** The numbering at the start of a line, or undefined when there is none. */
export function numberingOf(text: string): Numbering | undefined {
  for (const { name, expression, title } of styles) {
    const match = expression.exec(text);
    if (!match?.[1]) continue;
    const kind = title === 'short' ? 'short' : 'run-in';
    return { style: name, number: chineseOrdinal(match[1]), length: match[0].length, title: kind };
  }
  return undefined;
}

export const isBoxTitle = (text: string): boolean => boxes.test(text) && text.length <= 60;
export const isTableCaption = (text: string): boolean => tables.test(text) && text.length <= 60;
export const isFigureCaption = (text: string): boolean => figures.test(text) && text.length <= 60;
export const isAnnexTitle = (text: string): boolean => annexes.test(text) && text.length <= 60;
export const isStandaloneTitle = (text: string): boolean => standalone.has(standaloneTitle(text));
export const isContentsTitle = (text: string): boolean => contents.has(text.replace(/\s/g, ''));

/** 名 词 解 释： → 名词解释. */
export const standaloneTitle = (text: string): string => text.replace(/\s|[:：]$/g, '');

/** True when a line opens something new: numbering, a box, a caption, an annex, a dash or a bullet. */
export function opensItem(text: string): boolean {
  return (
    numberingOf(text) !== undefined ||
    isBoxTitle(text) ||
    isTableCaption(text) ||
    isFigureCaption(text) ||
    isAnnexTitle(text) ||
    isStandaloneTitle(text) ||
    /^(?:——|--|[·•●◆■▪➢※\-*] ?|#)/.test(text) ||
    openings.test(text)
  );
}

const firstCircled = '①'.charCodeAt(0);
const digits = '零一二三四五六七八九';

/** 第二十三 → 23, ③ → 3; digits pass through. */
export function chineseOrdinal(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const circled = text.charCodeAt(0) - firstCircled;
  if (circled >= 0 && circled < 20) return circled + 1;
  const [tens, ones] = text.replace('〇', '零').split('十');
  if (ones === undefined) return digits.indexOf(tens ?? '');
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}
