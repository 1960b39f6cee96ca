import type { DraftClaim } from '../draft.js';
import { compact } from '../sentences.js';

/** What a statement may begin after, so that nothing in front of it belongs to it, and end before. */
const startsAfter = /[。；;！？!?\n\t：:]\s*$/;
const endsBefore = /^\s*[。；;！？!?\n\t，,、：:]/;
/** A list's number in front of an item says nothing of it. */
const marker =
  /[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)]|[.、．]|是)\s*$|[①-⑳]\s*$|(?:^|\n)\s*(?:——|[-·•●▪])\s*$/;

/**
 * Whether a claim is the plan's own words from the first to the last: its figures stand where the plan put
 * them. A piece from the middle of a sentence is not: whose figure it is may stand in front of it.
 */
export function isVerbatim({ text, support }: Pick<DraftClaim, 'text' | 'support'>): boolean {
  return support.some(({ passage }) => {
    const wanted = compact(withoutPlace(text, passage.sectionPath)).replace(/[。；;，,]$/, '');
    return wanted !== '' && standsWhole(wanted, passage.text);
  });
}

/** 表“专栏2 主要指标”：… says in front where the words stand. */
function withoutPlace(text: string, sectionPath: readonly string[]): string {
  const [label = '', title = ''] = /^[^“”：:\d]{0,12}“(.+?)”\s*[：:]/.exec(text) ?? [];
  const isPlace = sectionPath.some((one) => compact(one) === compact(title));
  return isPlace ? text.slice(label.length) : text;
}

function standsWhole(wanted: string, passage: string): boolean {
  // Positions of what is left when white space is left out.
  const kept = [...passage.matchAll(/\S/g)].map(({ index }) => index);
  const packed = compact(passage);
  for (let at = packed.indexOf(wanted); at >= 0; at = packed.indexOf(wanted, at + 1)) {
    const before = passage.slice(0, kept[at]);
    const after = passage.slice((kept[at + wanted.length - 1] ?? 0) + 1);
    const begins = before.trim() === '' || startsAfter.test(before) || marker.test(before);
    if (begins && (after.trim() === '' || endsBefore.test(after))) return true;
  }
  return false;
}
