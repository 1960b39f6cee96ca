import { pinyin } from 'pinyin-pro';
import { keepRecent } from '../../keep-recent.js';
import type { Catalogue } from './catalogue.js';
import { resolvePlans } from './resolve-plans.js';
import { capitalised, isName } from './unknown-names.js';

/** Chinese names have two to four syllables. */
const shortest = 2;
const longest = 4;
const mostReadings = 12;
const han = /\p{Script=Han}/u;

/** Of more plans than these the names are too many to look through. */
const mostPlans = 20;

/** An English question with the names that plans have in Chinese (Xueling: 雪岭) put into it. */
export function withChineseNames(question: string, catalogue: Catalogue): string {
  const known = catalogue.plans.flatMap(({ aliases, places }) => [...aliases, ...places]);
  const isKnown = (word: string) =>
    known.includes(word.toLowerCase()) ||
    catalogue.scopes.some(({ latin }) => latin.some((one) => one.toLowerCase() === word.toLowerCase()));
  const names = [...question.matchAll(capitalised)]
    .map(([name]) => name.replace(/['’].*$/, ''))
    .filter((name) => isName(name) && !isKnown(name));
  if (names.length === 0) return question;
  const named = resolvePlans(question, catalogue).plans;
  const planIds = named.length > 0 ? named : catalogue.plans.map(({ plan }) => plan.planId);
  if (planIds.length > mostPlans) return question;
  const text = catalogue.says(planIds);
  const key = `${planIds.join(' ')} ${text.length}`;
  return names.reduce((rest, name) => {
    const found = romanisedName(name, text, key);
    return found === undefined
      ? rest
      : rest.replace(new RegExp(`\\b${name}\\b(?:['’]s)?`, 'g'), ` ${found} `);
  }, question);
}

interface Readings {
  text: string;
  /** Characters of the text by how they are read, without tones. */
  bySyllable: Map<string, Set<string>>;
}

const readingsKept = keepRecent<string, Readings>(8);

/**
 * The name in a text that a word in Latin letters may spell (Xueling: 雪岭), the most frequent where several are
 * read alike. Undefined where none is.
 * @param text what the plans say; `key` names it, so that its readings are worked out once
 */
function romanisedName(word: string, text: string, key: string): string | undefined {
  const spelled = word.toLowerCase().replace(/[^a-z]/g, '');
  if (spelled.length < 4) return undefined;
  const known = readingsKept.get(key) ?? readingsOf(text);
  readingsKept.set(key, known);
  const counts = new Map<string, number>();
  for (const syllables of splitSyllables(spelled, known.bySyllable).slice(0, mostReadings)) {
    const pattern = syllables.map((one) => `[${[...(known.bySyllable.get(one) ?? [])].join('')}]`).join('');
    for (const [name] of known.text.matchAll(new RegExp(pattern, 'gu')))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0];
}

function readingsOf(text: string): Readings {
  const bySyllable = new Map<string, Set<string>>();
  for (const character of new Set(text)) {
    if (!han.test(character)) continue;
    for (const reading of pinyin(character, { toneType: 'none', type: 'array', multiple: true })) {
      const syllable = reading.replaceAll('ü', 'u');
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? new Set()).add(character));
    }
  }
  return { text, bySyllable };
}

/** The ways in which a spelling parts into syllables that the text has. */
function splitSyllables(spelled: string, known: ReadonlyMap<string, unknown>): string[][] {
  const parted: string[][] = [];
  const walk = (rest: string, before: string[]) => {
    if (rest === '') {
      if (before.length >= shortest) parted.push(before);
      return;
    }
    if (before.length === longest) return;
    for (let length = Math.min(6, rest.length); length >= 1; length -= 1) {
      const syllable = rest.slice(0, length);
      if (known.has(syllable)) walk(rest.slice(length), [...before, syllable]);
    }
  };
  walk(spelled, []);
  return parted;
}
