import type { Styles } from './styles.js';
import { childOf, readXml, settingNumber, settingValue, type XmlElement } from './xml.js';

/** How the numbers of one level of a list are counted and written. */
export interface NumberLevel {
  start: number;
  format: string;
  /** `第%1章`: the number of level 1 between its words. */
  text: string;
  suffix: string;
  /** True where the numbers of the levels above are written in digits whatever their own format. */
  inDigits: boolean;
  /** False where the level counts on when a higher one moves. */
  restarts: boolean;
  /** The paragraph style that stands for the level. */
  styleId: string | undefined;
}

/** A list that paragraphs name: its levels, and where it starts anew. */
export interface NumberedList {
  /** Lists of one abstract list count together. */
  abstractId: string;
  levels: ReadonlyMap<number, NumberLevel>;
  startOverrides: ReadonlyMap<number, number>;
}

/** Reads the lists of `numbering.xml`, by the number under which paragraphs name them. */
export function readNumbering(source: string | undefined, styles: Styles): Map<number, NumberedList> {
  const root = source === undefined ? undefined : childOf(readXml(source), 'w:numbering');
  const children = root?.children ?? [];
  const abstracts = new Map(
    children.flatMap((child) => {
      const id = child.attributes['w:abstractNumId'];
      return child.name === 'w:abstractNum' && id !== undefined ? [[id, child] as const] : [];
    }),
  );
  const abstractOf = new Map(
    children.flatMap((child) => {
      const id = child.attributes['w:numId'];
      return child.name === 'w:num' && id !== undefined
        ? [[Number(id), settingValue(child, 'w:abstractNumId') ?? ''] as const]
        : [];
    }),
  );
  /** A list style's levels stand in the list that the style names. */
  const resolved = (abstractId: string): string => {
    const link = settingValue(abstracts.get(abstractId), 'w:numStyleLink');
    const linked = link === undefined ? undefined : styles.settingOf(link).numId;
    return (linked === undefined ? undefined : abstractOf.get(linked)) ?? abstractId;
  };
  const lists = children.filter((child) => child.name === 'w:num');
  return new Map(
    lists.flatMap((num) => {
      const id = Number(num.attributes['w:numId']);
      const abstractId = resolved(abstractOf.get(id) ?? '');
      const abstract = abstracts.get(abstractId);
      return abstract ? [[id, listOf(num, abstractId, abstract)] as const] : [];
    }),
  );
}

function listOf(num: XmlElement, abstractId: string, abstract: XmlElement): NumberedList {
  const levels = levelsIn(abstract);
  const startOverrides = new Map<number, number>();
  for (const override of num.children.filter((child) => child.name === 'w:lvlOverride')) {
    const level = Number(override.attributes['w:ilvl']);
    const start = settingNumber(override, 'w:startOverride');
    if (start !== undefined) startOverrides.set(level, start);
    for (const [at, own] of levelsIn(override)) levels.set(at, own);
  }
  return { abstractId, levels, startOverrides };
}

function levelsIn(parent: XmlElement): Map<number, NumberLevel> {
  return new Map(
    parent.children
      .filter((child) => child.name === 'w:lvl')
      .map((level) => [
        Number(level.attributes['w:ilvl']),
        {
          start: settingNumber(level, 'w:start') ?? 0,
          format: settingValue(level, 'w:numFmt') ?? 'decimal',
          text: settingValue(level, 'w:lvlText') ?? '',
          suffix: settingValue(level, 'w:suff') ?? 'tab',
          inDigits: childOf(level, 'w:isLgl') !== undefined,
          restarts: settingValue(level, 'w:lvlRestart') !== '0',
          styleId: settingValue(level, 'w:pStyle'),
        },
      ]),
  );
}
