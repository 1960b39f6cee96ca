import { tagWords } from '../src/models/cut-words.js';
import words from './plan-record.json' with { type: 'json' };

/** The longest first, so that a 经济技术开发区 is not taken for a 开发区. */
const zones = [...words.zoneNouns].sort((a, b) => b.length - a.length);
const zoneEnding = new RegExp(`(?:${zones.join('|')})$`);
const honorific = new RegExp(words.honorifics);
const level = new RegExp(words.zoneLevels, 'g');
/** What a title says is done to a zone, and what a place only takes part in. */
const making = new RegExp(`(?:${words.zoneVerbs.join('|')})`, 'g');
const joining = new RegExp(`(?:${words.joiningVerbs.join('|')})$`);
/** A centre or a belt by itself is any; a development zone is the plan's own. */
const anyOfIts = new RegExp(`(?:${words.commonZoneNouns.join('|')})$`);
const firstPlace = new RegExp(`^[一-鿿]{2,7}?(?:${words.placeSuffixes.join('|')})`);
/** A smaller place inside one (重庆市江北区). */
const innerPlace = /^[一-鿿]{2,6}?[市州县区旗]/;
const general = new RegExp(words.generalNames.join('|'));
/** 延边朝鲜族自治州 is called 延边. */
const ethnic = new RegExp(`(?:(?:${words.ethnicNames.join('|')})族)+自治[州县旗]$`);

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
  const name = nameOf(title);
  const zone = zoneIn(name);
  const titlePlace = placeIn(name);
  const own = region ?? zone ?? titlePlace?.smallest ?? places[0] ?? null;
  const host = titlePlace?.full;
  const aliases = new Set<string>();
  for (const one of [own, zone, titlePlace?.smallest, host, ...selfNames(texts)])
    if (one) addForms(aliases, one, host);
  return { region: own, aliases: [...aliases].filter((alias) => alias.length >= 2) };
}

/** A title without what is in brackets, except the place in 中国（上海）. */
function nameOf(title: string): string {
  return title
    .replace(/^中国[（(]([^）)]*)[）)]/, '$1')
    .replace(/[（(].*?[）)]/g, '')
    .replace(honorific, '');
}

/** The zone, river basin, port or centre that a title is about, with the place before it. */
function zoneIn(name: string): string | undefined {
  const found = zones
    .flatMap((noun) => {
      const at = name.indexOf(noun);
      return at < 0 ? [] : [{ at, end: at + noun.length }];
    })
    .sort((a, b) => a.end - b.end || a.at - b.at);
  for (const { end, at } of found) {
    const before = name.slice(0, at);
    const start = [...before.matchAll(making)].reduce((_, match) => match.index + match[0].length, 0);
    const own = before.slice(start).replace(level, '');
    // A zone of which the title only speaks after its period (“十四五”数字经济示范区) is not who it is about.
    if (joining.test(before.slice(0, start)) || /[^一-鿿]/.test(own)) continue;
    const further = zones.find((noun) => name.startsWith(noun, end)) ?? '';
    return own.slice(-8) + name.slice(at, end) + further;
  }
  return undefined;
}

/** The place that a title begins with, in full and by its last part alone. */
function placeIn(name: string): { full: string; smallest: string } | undefined {
  const [first] = firstPlace.exec(name) ?? [];
  if (first === undefined || zoneEnding.test(first)) return undefined;
  let place = { full: first, smallest: first };
  for (;;) {
    const [inner] = innerPlace.exec(name.slice(place.full.length)) ?? [];
    if (inner === undefined || zoneEnding.test(inner) || inner.search(making) >= 0) return place;
    place = { full: place.full + inner, smallest: inner };
  }
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
  const noun = zones.find((one) => plain.endsWith(one));
  if (!noun) {
    const bare = withoutSuffix(plain);
    if (bare) aliases.add(bare);
    return;
  }
  const head = plain.slice(0, -noun.length);
  if (head.length >= 2 && head !== titlePlace) aliases.add(withoutSuffix(head) ?? head);
  // 青汨河流域 is also 青汨.
  if (/^[一-鿿]{2,}[河江湖山岛]$/.test(head)) aliases.add(head.slice(0, -1));
  if (!anyOfIts.test(noun)) aliases.add(noun);
  const inner = head.slice(hostIn(head, titlePlace).length);
  const isOwnName = inner !== head && inner.length >= 2 && !anyOfIts.test(noun) && !general.test(inner);
  if (isOwnName) for (const one of [inner, inner + noun]) aliases.add(one);
  if (titlePlace && !plain.startsWith(titlePlace))
    aliases.add((withoutSuffix(titlePlace) ?? titlePlace) + plain);
}

/** The place that a zone's name begins with (上海市浦东, 天津滨海). */
function hostIn(head: string, titlePlace: string | undefined): string {
  if (titlePlace && head.startsWith(titlePlace)) return titlePlace;
  const [first] = tagWords(head);
  return first?.tag === 'ns' ? first.word : '';
}

function withoutSuffix(name: string): string | undefined {
  const bare = name.replace(ethnic, '');
  if (bare !== name) return bare.length >= 2 ? bare : undefined;
  const suffix = words.placeSuffixes.find((one) => name.endsWith(one) && name.length - one.length >= 2);
  return suffix && !zoneEnding.test(name) ? name.slice(0, -suffix.length) : undefined;
}
