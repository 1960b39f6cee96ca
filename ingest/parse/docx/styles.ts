import { childOf, readXml, settingNumber, settingValue, type XmlElement } from './xml.js';

/** What a paragraph or its style says of numbering and of its place in the outline. */
export interface ParagraphSetting {
  numId: number | undefined;
  level: number | undefined;
  /** 0 for the highest heading; 9 is body text. */
  outlineLevel: number | undefined;
}

export interface Styles {
  /** Settings of a paragraph style with what it takes from the styles under it; no id means the default. */
  settingOf: (styleId: string | undefined) => ParagraphSetting;
}

interface Style {
  basedOn: string | undefined;
  isDefault: boolean;
  own: ParagraphSetting;
}

/** Styles may be based on each other in a circle in a broken file. */
const deepest = 20;

/** Reads the paragraph styles of `styles.xml`. */
export function readStyles(source: string | undefined): Styles {
  const elements = source === undefined ? [] : (childOf(readXml(source), 'w:styles')?.children ?? []);
  const styles = new Map<string, Style>();
  for (const element of elements) {
    const id = element.attributes['w:styleId'];
    if (element.name === 'w:style' && element.attributes['w:type'] === 'paragraph' && id)
      styles.set(id, styleOf(element));
  }
  const defaultId = [...styles].find(([, style]) => style.isDefault)?.[0];
  const settingOf = (styleId: string | undefined, depth = 0): ParagraphSetting => {
    const style = styles.get(styleId ?? defaultId ?? '');
    if (!style || depth > deepest) return { numId: undefined, level: undefined, outlineLevel: undefined };
    if (style.basedOn === undefined) return style.own;
    const base = settingOf(style.basedOn, depth + 1);
    return {
      numId: style.own.numId ?? base.numId,
      level: style.own.level ?? base.level,
      outlineLevel: style.own.outlineLevel ?? base.outlineLevel,
    };
  };
  return { settingOf: (styleId) => settingOf(styleId) };
}

function styleOf(element: XmlElement): Style {
  const setting = settingIn(childOf(element, 'w:pPr'));
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(settingValue(element, 'w:name') ?? '')?.[1];
  const outlineLevel = setting.outlineLevel ?? (named === undefined ? undefined : Number(named) - 1);
  return {
    basedOn: settingValue(element, 'w:basedOn'),
    isDefault: element.attributes['w:default'] === '1',
    own: { ...setting, outlineLevel },
  };
}

/** The settings in a `w:pPr` itself. */
export function settingIn(properties: XmlElement | undefined): ParagraphSetting {
  const numbering = childOf(properties, 'w:numPr');
  return {
    numId: settingNumber(numbering, 'w:numId'),
    level: settingNumber(numbering, 'w:ilvl'),
    outlineLevel: settingNumber(properties, 'w:outlineLvl'),
  };
}
