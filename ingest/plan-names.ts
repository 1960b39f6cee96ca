import { tagWords } from '../src/models/cut-words.js';
import words from './plan-record.json' with { type: 'json' };

const suffix = new RegExp(`(?:${words.placeSuffixes.join('|')})$`);
const zones = words.zoneNouns;
const noise = new Set(words.placeNoise);
const honorific = new RegExp(words.honorifics);
/** A place belongs to the plan when it is spoken of this often, and not much less often than the first. */
const leastMentions = 4;
const leastShare = 0.1;

/** The administrative places that a text speaks of, most often first, in full (南岸区) form. */
export function namePlaces(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const tagged = tagWords(text);
    for (const [at, { word, tag }] of tagged.entries()) {
      const next = tagged[at + 1]?.word ?? '';
      const name = suffix.test(word) || !suffix.test(next) || next.length > 1 ? word : word + next;
      if (tag === 'ns' && name.length >= 3 && suffix.test(name) && !isNoise(name))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const most = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, count]) => count >= Math.max(leastMentions, most * leastShare))
    .map(([name]) => name)
    .slice(0, 8);
}

function isNoise(name: string): boolean {
  return noise.has(name) || [...noise].some((word) => name.endsWith(word)) || /^[的了全各本我该]/.test(name);
}

/** The plan's region and what people call the plan: its region, zone and subject, and their short forms. */
export function planAliases({
  title,
  texts,
  places,
  region,
}: {
  title: string;
  texts: readonly string[];
  places: readonly string[];
  region: string | undefined;
}): { region: string | null; aliases: string[] } {
  const name = title.replace(/[（(].*?[）)]/g, '').replace(honorific, '');
  const zone = zoneIn(name);
  const titlePlace = placeIn(name);
  const own = region ?? zone ?? titlePlace ?? places[0] ?? null;
  const aliases = new Set<string>();
  for (const one of [own, zone, titlePlace, ...selfNames(texts)]) if (one) addForms(aliases, one, titlePlace);
  return { region: own, aliases: [...aliases].filter((alias) => alias.length >= 2) };
}

/** The development zone or centre that a title names, with the place before it. */
function zoneIn(name: string): string | undefined {
  for (const noun of zones) {
    const at = name.indexOf(noun);
    if (at < 0) continue;
    const before = name.slice(0, at);
    const start = Math.max(
      ...['建设', '推进', '关于', '打造', '加快'].map((verb) => {
        const found = before.lastIndexOf(verb);
        return found < 0 ? 0 : found + verb.length;
      }),
    );
    return before.slice(start).slice(-8) + noun;
  }
  return undefined;
}

function placeIn(name: string): string | undefined {
  return new RegExp(`^[一-鿿]{2,7}?(?:${words.placeSuffixes.join('|')})`).exec(name)?.[0];
}

/** Short names that the text gives itself: 以下简称“…”, unless they only say "this plan". */
function selfNames(texts: readonly string[]): string[] {
  const found = texts
    .slice(0, 30)
    .flatMap((text) => [...text.matchAll(/([一-鿿A-Za-z]{2,20})[（(]以下简称[“"]([^”"]{2,12})[”"]/g)]);
  return found
    .map((match) => match[2] ?? '')
    .filter((short) => !/^本|^《|^规划$|^方案$|理事会|公司|办法/.test(short))
    .slice(0, 4);
}

function addForms(aliases: Set<string>, name: string, titlePlace: string | undefined): void {
  const plain = name.replace(honorific, '');
  aliases.add(plain);
  for (const [long = '', short = ''] of words.abbreviations) {
    if (!plain.includes(long)) continue;
    aliases.add(plain.replace(long, short));
    aliases.add(short);
    aliases.add(plain.replace(`市${long}`, short));
  }
  const bare = withoutSuffix(plain);
  if (bare) aliases.add(bare);
  const noun = zones.find((one) => plain.endsWith(one));
  if (!noun) return;
  const head = plain.slice(0, -noun.length);
  if (head.length >= 2 && head !== titlePlace) aliases.add(withoutSuffix(head) ?? head);
  // A centre or a belt by itself is any; a development zone is the plan's own.
  if (!/(?:中心|圈|群|带)$/.test(noun)) aliases.add(noun);
  if (titlePlace && !plain.startsWith(titlePlace))
    aliases.add((withoutSuffix(titlePlace) ?? titlePlace) + plain);
}

function withoutSuffix(name: string): string | undefined {
  const suffix = words.placeSuffixes.find((one) => name.endsWith(one) && name.length - one.length >= 2);
  const isZone = zones.some((zone) => name.endsWith(zone));
  return suffix && !isZone ? name.slice(0, -suffix.length) : undefined;
}
