import type { Section } from './structure.js';

/** A term that a plan explains, with the explanation in the plan's own words. */
export interface Definition {
  term: string;
  text: string;
}

const glossary = /名词(?:解释|说明|术语)|术语(?:解释|说明)|专业名词/;
const longestTerm = 40;
/** Number or bullet before an entry. */
const lead = /^(?:[（(]?\d{1,3}[）).、．]\s*|[-•●·]\s*|\[\d+\]\s*)/;
/** 是指 is not the beginning of 是指导 and its like. */
const means = '(?:，|,)?(?:是指|指的是|，指|,指)(?![导挥明向引])';
/** What stands below a glossary on the page: 抄送：…, 分享到：…. */
const noTerm =
  /^(?:抄送|主送|分享到?|打印|来源|备注|附件|主办(?:单位)?|承办(?:单位)?|责任编辑|联系(?:人|电话)|发布时间|印发日期)$/;
const quoted = new RegExp(`[“"]([^”"“]{1,${longestTerm}})[”"]${means}([^。]+。?)`, 'g');
const called = new RegExp(`所称(?:的)?([^，。；“”]{1,${longestTerm}}?)${means}([^。]+。?)`, 'g');

/** 词，指解释 — an entry or one of a paragraph of them, up to the full stop before the next. */
const explained = new RegExp(
  `(?:^|(?<=[。；]))([^，,。；：:]{1,${longestTerm}}?)(?:，|,)?是?指(?![导挥明向引数标])((?:(?!(?<=[。；])[^，,。；：:]{1,${longestTerm}}(?:，|,)是?指).)+)`,
  'gs',
);
/** A glossary that is a paragraph: 名词解释：甲，指…。乙，指…。 */
const glossaryStart = /^(?:名词|术语|专业名词|名词术语)(?:解释|说明)[:：]\s*(?=\S)/;

/** Finds the entries of glossaries (词：解释), and the sentences that say what a term means (“词”是指…). */
export function findDefinitions(sections: readonly Section[]): Definition[] {
  const found = sections.flatMap((section) => {
    const isGlossary = section.path.some((title) => glossary.test(title));
    return textsOf(section).flatMap((text) => {
      const inline = text.replace(glossaryStart, '');
      return isGlossary || inline !== text ? entryOf(inline) : statedIn(text);
    });
  });
  return [...new Map(found.toReversed().map((one) => [one.term, one])).values()].toReversed();
}

function textsOf({ blocks }: Section): string[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
}

/** Where one entry of a paragraph ends and the next begins: …。乙：指 */
const nextEntry = new RegExp(`(?<=[。；])(?=[^，,。；：:]{1,${longestTerm}}[：:]\\s*(?:是?指|即))`);

function entryOf(text: string): Definition[] {
  return text.split(nextEntry).flatMap(singleEntry);
}

function singleEntry(text: string): Definition[] {
  const match = /^([^：:。]+)[：:](.+)$/s.exec(text.replace(lead, ''));
  const [, term = '', explanation = ''] = match ?? [];
  if (term === '' || term.length > longestTerm) return explainedIn(text);
  if (noTerm.test(term.trim())) return [];
  return [{ term: unquoted(term), text: explanation.trim() }];
}

/** Entries without a colon, a paragraph each or one after the other. */
function explainedIn(text: string): Definition[] {
  const found = [...text.replace(lead, '').matchAll(explained)].map(([, term = '', explanation = '']) => ({
    term: unquoted(term),
    text: explanation.trim(),
  }));
  return found.length > 0 ? found : statedIn(text);
}

function statedIn(text: string): Definition[] {
  return [...text.matchAll(quoted), ...text.matchAll(called)].map(([, term = '', explanation = '']) => ({
    term: unquoted(term),
    text: explanation.trim(),
  }));
}

function unquoted(term: string): string {
  return term.trim().replace(/^[“"]([^“”"]*)[”"]$/, '$1');
}
