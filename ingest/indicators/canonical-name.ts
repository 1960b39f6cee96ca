import { keepRecent } from '../../src/keep-recent.js';
import { foldWidth } from '../../src/quantity/fold-width.js';
import vocabulary from '../../src/vocabulary/indicators.json' with { type: 'json' };
import words from './canonical-words.json' with { type: 'json' };

/** What the vocabulary calls an indicator, and the other ways to say it. */
export interface KnownName {
  name: string;
  aliases: string[];
}

interface Entry extends KnownName {
  parts: readonly string[];
}

const entries: Entry[] = vocabulary.map(({ name, aliases, ...rest }) => ({
  name,
  aliases,
  parts: 'parts' in rest && Array.isArray(rest.parts) ? rest.parts : [],
}));
const byName = new Map(
  entries.flatMap((entry) =>
    [entry.name, ...entry.aliases].map((name): [string, Entry] => [plain(name), entry]),
  ),
);
const spellings = [...byName.keys()].sort((a, b) => b.length - a.length);
const longestName = Math.max(...spellings.map(({ length }) => length));
const harmless = new RegExp(`^(?:${words.harmless.join('|')})*$`);
const harmlessStart = new RegExp(`^(?:${words.harmlessStarts.join('|')})+`);
const derived = new RegExp(`^(.{2,}?)(${words.derived})$`);

/** Plans call the same things the same again and again. */
const known = keepRecent<string, KnownName>(2_000);

/**
 * The vocabulary's name for what a plan calls an indicator. The longest spelling wins, and only where what
 * is left of the name says nothing more (全市, 总量); a name that says more is its own.
 */
export function canonicalNameOf(name: string): KnownName {
  const kept = known.get(name);
  if (kept) return kept;
  const found = searchName(name);
  known.set(name, found);
  return found;
}

function searchName(name: string): KnownName {
  const text = plain(name);
  const entry = lookUp(text) ?? contained(text);
  if (entry && !isIncrementOf(text, entry))
    return { name: entry.name, aliases: entry.aliases.filter((alias) => alias !== name) };
  const parts = derived.exec(text);
  const base = parts?.[1] ? (lookUp(parts[1]) ?? contained(parts[1])) : undefined;
  return { name: base ? base.name + parts?.[2] : name, aliases: [] };
}

/** 新增上市企业 is not the number of listed companies. */
function isIncrementOf(text: string, { name }: Entry): boolean {
  return /^(?:新增|净增|引进|新引进|招引|新建|新改建)/.test(text) && !/新增|增量|新建/.test(name);
}

/** Whether a phrase is a name of the vocabulary as it stands (建成区绿化覆盖率). */
export function isVocabularyName(phrase: string): boolean {
  return phrase.length <= longestName * 2 && byName.has(plain(phrase));
}

/** Whether the vocabulary knows a name, alone or as a short form. */
export function isKnownName(name: string): boolean {
  return byName.has(plain(name)) || words.shortNames.includes(name);
}

function lookUp(text: string): Entry | undefined {
  const shorter = text.replace(harmlessStart, '');
  return byName.get(text) ?? byName.get(shorter) ?? byName.get(`${shorter}数量`);
}

function contained(text: string): Entry | undefined {
  for (const spelling of spellings) {
    if (spelling.length < 3) return undefined;
    const at = text.indexOf(spelling);
    if (at < 0) continue;
    const entry = byName.get(spelling);
    const rest = [text.slice(0, at), text.slice(at + spelling.length)];
    if (
      entry &&
      rest.every((part) => harmless.test(part)) &&
      entry.parts.every((part) => entry.name.includes(part))
    )
      return entry;
  }
  return undefined;
}

function plain(name: string): string {
  return foldWidth(name)
    .replace(/[\s“”"'()（）、，·—-]/g, '')
    .toUpperCase();
}
