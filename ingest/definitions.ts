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
const quoted = new RegExp(`[“"]([^”"“]{1,${longestTerm}})[”"]${means}([^。]+。?)`, 'g');
const called = new RegExp(`所称(?:的)?([^，。；“”]{1,${longestTerm}}?)${means}([^。]+。?)`, 'g');

/** Finds the entries of glossaries (词：解释), and the sentences that say what a term means (“词”是指…). */
export function findDefinitions(sections: readonly Section[]): Definition[] {
  const found = sections.flatMap((section) => {
    const isGlossary = section.path.some((title) => glossary.test(title));
    return textsOf(section).flatMap((text) => (isGlossary ? entryOf(text) : statedIn(text)));
  });
  return [...new Map(found.toReversed().map((one) => [one.term, one])).values()].toReversed();
}

function textsOf({ blocks }: Section): string[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
}

function entryOf(text: string): Definition[] {
  const match = /^([^：:。]+)[：:](.+)$/s.exec(text.replace(lead, ''));
  const [, term = '', explanation = ''] = match ?? [];
  if (term === '' || term.length > longestTerm) return statedIn(text);
  return [{ term: unquoted(term), text: explanation.trim() }];
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
