import {
  isAnnexTitle,
  isBoxTitle,
  isStandaloneTitle,
  isTableCaption,
  type Numbering,
  numberingOf,
  standaloneTitle,
} from './parse/numbering.js';
import { displayWidth } from './parse/spacing.js';

/** What a heading is, which decides where it hangs in the tree. */
export interface HeadingMark {
  kind: 'numbered' | 'markup' | 'annex' | 'standalone' | 'box' | 'table';
  title: string;
  /** Numbering style (章, 一、, 1. …) and number, for `numbered`. */
  style: string;
  number: number;
  /** Level of a marked-up heading (# = 1). */
  markupLevel: number | null;
  /** True when text of the section follows on the same line. */
  runIn: boolean;
}

const longestTitle = 100;
/** A run-in title is a short clause; a longer first sentence is text. */
const longestRunIn = 60;
const longestArticleTitle = 40;

/** Reads a paragraph as a heading, or undefined when it is text. */
export function headingOf(text: string): HeadingMark | undefined {
  if (isStandaloneTitle(text)) return mark('standalone', standaloneTitle(text));
  if (isAnnexTitle(text)) return mark('annex', text);
  if (isBoxTitle(text) && !/[。；]/.test(text)) return mark('box', text);
  if (isTableCaption(text)) return mark('table', text);
  return numberedHeading(text);
}

/** Reads a heading that the format marks as one. */
export function markedHeading(text: string, level: number): HeadingMark {
  const own = headingOf(text) ?? numbered(text);
  return own ? { ...own, markupLevel: level, runIn: false } : { ...mark('markup', text), markupLevel: level };
}

function numberedHeading(text: string): HeadingMark | undefined {
  const numbering = numberingOf(text);
  if (!numbering) return undefined;
  if (numbering.style === '条') return article(text, numbering);
  if (numbering.title === 'short')
    return displayWidth(text) <= longestTitle && !/[。；]$/.test(text) ? numbered(text) : undefined;
  const body = text.slice(numbering.length);
  const stop = body.search(/[。；]/);
  if (stop < 0) return isPlainTitle(body) ? numbered(text) : undefined;
  const first = body.slice(0, stop);
  if (body[stop] !== '。' || !isRunInTitle(first)) return undefined;
  const isWholeSentence = stop === body.length - 1;
  if (isWholeSentence && ['1.', '（1）', '①'].includes(numbering.style)) return undefined;
  const title = text.slice(0, numbering.length + stop);
  return {
    ...mark('numbered', title),
    style: numbering.style,
    number: numbering.number,
    runIn: !isWholeSentence,
  };
}

/** An item of a list whose others have titles: its first clause is its own, where it is short. */
export function leadingClause(text: string): HeadingMark | undefined {
  const numbering = numberingOf(text);
  const end = numbering ? text.slice(numbering.length).search(/[，。；：]/) : -1;
  if (!numbering || end < 2) return undefined;
  const title = text.slice(0, numbering.length + end);
  if (displayWidth(title) > longestRunIn) return undefined;
  const { style, number } = numbering;
  return { ...mark('numbered', title), style, number, runIn: true };
}

/** An article has a title of its own, or is its number alone; what it says is its text. */
function article(text: string, { style, number, length }: Numbering): HeadingMark {
  const named = text.slice(length).trim();
  if (named !== '' && displayWidth(named) <= longestArticleTitle && !/[，。；：！？]/.test(named))
    return { ...mark('numbered', text), style, number };
  const title = text.slice(0, length);
  return { ...mark('numbered', title), style, number, runIn: text.length > length };
}

function numbered(text: string): HeadingMark | undefined {
  const numbering = numberingOf(text);
  if (!numbering) return undefined;
  return { ...mark('numbered', titleText(text)), style: numbering.style, number: numbering.number };
}

/** A whole line as a title: short, with no sentence in it and nothing that introduces a list. */
function isPlainTitle(body: string): boolean {
  return (
    body.length > 0 && displayWidth(body) <= longestTitle && !/[；：，:;,]$/.test(body) && !/：./.test(body)
  );
}

function isRunInTitle(first: string): boolean {
  return (
    first.length > 1 &&
    displayWidth(first) <= longestRunIn &&
    !/[：:]/.test(first) &&
    !/\d{3,}|\d[%％]/.test(first)
  );
}

/** 第二章规划背景 → 第二章 规划背景. */
function titleText(text: string): string {
  return text
    .replace(/^(第\s*[一二三四五六七八九十百零〇\d]+\s*(?:[篇编卷章节]|部分?))\s*/, '$1 ')
    .replace(/。$/, '');
}

function mark(kind: HeadingMark['kind'], title: string): HeadingMark {
  return { kind, title, style: '', number: 0, markupLevel: null, runIn: false };
}
