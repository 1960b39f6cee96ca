import type { Catalogue } from '../catalogue.js';
import { lookUp } from './render-terms.js';

const levels = '(?:city|county|district|prefecture|municipality|province|town|township|basin)';
const notTitle =
  'of|in|to|and|or|the|does|do|did|for|by|as|is|are|was|will|should|aim|aims|target|targets|want|wants|each|both';
/** What a plan is called after its name: the education plan, the three-year action plan. */
const documents = `(?:(?: (?!(?:${notTitle})\\b)[a-z][a-z-]*){0,2} (?:plans?|outline|scheme|programme|program|document)\\b(?! to\\b))?`;

/** A port area of a district's name is no district. */
const other =
  '(?= (?:port|harbour|airport|road|line|reservoir|lake|river|bay|station|bridge|industrial|logistics|expressway|railway)\\b)';

/** Names of plans and places in Latin letters as the plans have them in Chinese. */
export function withChinesePlaces(text: string, catalogue: Catalogue): string {
  const names = [
    ...catalogue.plans.flatMap(({ latin }) => latin),
    ...catalogue.scopes.flatMap(({ name, latin }) => latin.map((spelling) => ({ spelling, name }))),
  ].sort((a, b) => b.spelling.length - a.spelling.length);
  const plain = text.replace(/[‘’]/g, "'");
  return names.reduce((rest, { spelling, name }) => {
    if (!rest.toLowerCase().includes(spelling.toLowerCase())) return rest;
    const said = new RegExp(
      `(?:\\bthe )?(?<![\\p{L}])${escaped(spelling.length < shortSpelling ? capitalised(spelling) : spelling)}(?![\\p{L}])(?: ${levels}\\b)?${documents}`,
      spelling.length < shortSpelling ? 'gu' : 'giu',
    );
    const ofOther = new RegExp(`(?<![\\p{L}])${escaped(spelling)}${other}`, 'giu');
    return rest
      .replace(ofOther, ` ${name.replace(/[省市县区州盟旗]$/, '')} `)
      .replace(said, (found) => ` ${name} ${keptOf(found, spelling, catalogue)} `);
  }, plain);
}

/** A short name that is not written with a capital is a word (long, fan). */
const shortSpelling = 5;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What stands between the name and "plan" stays where it is part of what a plan is called (economic zone). */
function keptOf(found: string, spelling: string, { plans }: Catalogue): string {
  const after = found.slice(found.toLowerCase().indexOf(spelling.toLowerCase()) + spelling.length).trim();
  const words = after.split(/\s+/).slice(0, -1).join(' ');
  const isInName = lookUp(words).some((zh) =>
    plans.some(({ aliases }) => aliases.some((one) => one.includes(zh))),
  );
  return isInName ? words : '';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
