import { createNumberCounter } from './count-numbers.js';
import type { NumberedList } from './numbering-definitions.js';
import { type ParagraphSetting, type Styles, settingIn } from './styles.js';
import { childOf, readXml, settingValue, type XmlElement } from './xml.js';

/** Style ids that headings get, whatever their own style is called; 1 is the highest. */
export const headingStyle = 'PlanbotHeading';
const lowestHeading = 6;

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Writes the numbers that Word generates into the text of `document.xml`, and gives headings a style that
 * says their level.
 */
export function writeNumbers({
  document,
  styles,
  lists,
}: {
  document: string;
  styles: Styles;
  lists: ReadonlyMap<number, NumberedList>;
}): string {
  const next = createNumberCounter(lists);
  const edits = paragraphsIn(readXml(document), false).flatMap(({ paragraph, inTable }): Edit[] => {
    const setting = settingOf({ paragraph, styles, lists });
    const number = setting.numId ? next({ numId: setting.numId, level: setting.level ?? 0 }) : '';
    const level = (setting.outlineLevel ?? 9) + 1;
    const isEmpty = !/<w:t[ >]/.test(document.slice(paragraph.inner, paragraph.end));
    const heading = level <= lowestHeading && !inTable && !isEmpty ? level : undefined;
    return editParagraph({ paragraph, number: isEmpty ? '' : number, heading });
  });
  return applyEdits(document, edits);
}

interface FoundParagraph {
  paragraph: XmlElement;
  inTable: boolean;
}

/** Paragraphs in order; the fallback of a drawing says the same again. */
function paragraphsIn(element: XmlElement, inTable: boolean): FoundParagraph[] {
  if (element.name === 'mc:Fallback') return [];
  const inner = element.children.flatMap((child) => paragraphsIn(child, inTable || element.name === 'w:tbl'));
  return element.name === 'w:p' ? [{ paragraph: element, inTable }, ...inner] : inner;
}

function settingOf({
  paragraph,
  styles,
  lists,
}: {
  paragraph: XmlElement;
  styles: Styles;
  lists: ReadonlyMap<number, NumberedList>;
}): ParagraphSetting {
  const properties = childOf(paragraph, 'w:pPr');
  const own = settingIn(properties);
  const styleId = settingValue(properties, 'w:pStyle');
  const base = styles.settingOf(styleId);
  const numId = own.numId ?? base.numId;
  return {
    numId,
    level:
      own.level ??
      (own.numId === undefined ? levelOfStyle(lists.get(numId ?? 0), styleId) : undefined) ??
      base.level,
    outlineLevel: own.outlineLevel ?? base.outlineLevel,
  };
}

/** A list may name the style of each level instead of the style its level. */
function levelOfStyle(list: NumberedList | undefined, styleId: string | undefined): number | undefined {
  if (!list || styleId === undefined) return undefined;
  return [...list.levels].find(([, level]) => level.styleId === styleId)?.[0];
}

function editParagraph({
  paragraph,
  number,
  heading,
}: {
  paragraph: XmlElement;
  number: string;
  heading: number | undefined;
}): Edit[] {
  const properties = childOf(paragraph, 'w:pPr');
  const at = properties?.end ?? paragraph.inner;
  const run = number === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(number)}</w:t></w:r>`;
  if (heading === undefined) return run === '' ? [] : [{ start: at, end: at, text: run }];
  const text = `<w:pPr><w:pStyle w:val="${headingStyle}${heading}"/></w:pPr>${run}`;
  return [{ start: properties?.start ?? at, end: at, text }];
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(source.slice(from, start), text);
    from = end;
  }
  return [...parts, source.slice(from)].join('');
}
