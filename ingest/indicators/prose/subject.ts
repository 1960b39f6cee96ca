import { isVocabularyName } from '../canonical-name.js';
import type { PlanFrame } from '../plan-frame.js';
import { ownScope, type Scope } from '../scope.js';
import words from '../scope-words.json' with { type: 'json' };

import { leadingVerb } from './naming.js';

const wholes = new RegExp(`^(${words.wholes.join('|')})`);
const knownPlaces = new RegExp(`^((?:${words.places.join('|')})(?:省|市|特别行政区|自治区|地区)?)`);
const suffixed =
  /^([一-鿿]{2,5}?(?:自治区|自治州|新区|省|市|区|县|州|旗))(?!场|域|级|间|政|内|外|属|值|位|块|面|民|委|别|分)/;
const wholeNot = new RegExp(`^(?:${words.wholeNot})`);
const beforePlace = new RegExp(`^(?:${words.beforePlace.join('|')})+`);
const seenFrom = new RegExp(`^从(?=(?:${words.wholes.join('|')})来?看)`);
/** 云岭港, 云岭航道: a port or a river that is called after the place. */
const properTail = new RegExp(words.properTails);
const kinds = new RegExp(words.kinds);
const cores = new RegExp(words.cores);
const quotedShort = new RegExp(`^${words.quotedShort}`);
const genericSite = new RegExp(words.genericSites);
const nationalSource = new RegExp(`^${words.nationalSources}`);
const notPlace = new RegExp(words.notPlace);
const actsThere = new RegExp(words.actsThere);
const notUnits = new RegExp(words.notUnits);
const opening =
  /^(?:第[\d一二三四五六七八九十百]+条\s*|[（(]?[\d一二三四五六七八九十]+[）)．.、]\s*|[·●■\-—]\s*|[一二三四五六七八九十]是|(?:截至|截止|到|至)?\s*(?:20\d\d\s*年?\s*(?:末|底|全年|上半年)?(?:\d{1,2}\s*月(?:底|末)?)?|“十[一二三四五]五”(?:时期|期间|以来)?)[，,]?\s*)+/;
const unit = new RegExp(`^([^，。；、：（）“”\\d]{1,18}?${words.units}(?:（[^）]{1,8}）[一-鿿]{0,6})?)`);
/** Words whose last character only looks like that of a place (园区, 上市). */
const noPlace = new RegExp(`(?:${words.noPlaceStems.join('|')})(?:省|市|区|县|州|旗)$`);

/** Takes whose figure it is off the front of a phrase: 东岭区金融业增加值 → 东岭区, 金融业增加值. */
export function takeScope(phrase: string, frame: PlanFrame): { scope: Scope | undefined; rest: string } {
  const taken = scopeAtStart(phrase, frame);
  const later = phrase.replace(beforePlace, '');
  // 邻近的安河市, 按照滨江区规划: what introduces a place is no part of its name.
  if (later === phrase || later.length < 2) return taken;
  const introduced = scopeAtStart(later, frame);
  return introduced.scope ? introduced : taken;
}

function scopeAtStart(phrase: string, frame: PlanFrame): { scope: Scope | undefined; rest: string } {
  const whole = wholes.exec(phrase)?.[1];
  if (whole && wholeNot.test(phrase.slice(whole.length))) return { scope: undefined, rest: phrase };
  if (whole) return { scope: scopeOfWhole(whole, frame), rest: phrase.slice(whole.length) };
  if (isVocabularyName(phrase)) return { scope: undefined, rest: phrase };
  const own = [...frame.ownNames].find((name) => phrase.startsWith(name));
  // 东屏至海宁高速公路: a line between places is named after both.
  if (own && /^(?:至|到|[-—–])[一-鿿]{2}/.test(phrase.slice(own.length)))
    return { scope: undefined, rest: phrase };
  const other = frame.otherPlaces.find((place) => phrase.startsWith(place));
  if (
    own &&
    (!other || own.length >= other.length) &&
    !continues(phrase, own) &&
    !properTail.test(phrase.slice(own.length))
  )
    return { scope: ownScope, rest: phrase.slice(own.length) };
  const place = other ?? knownPlaces.exec(phrase)?.[1] ?? placeWithSuffix(phrase);
  const body = unit.exec(phrase)?.[1];
  if (body && body.length > (place?.length ?? 0) && body.length >= 4 && isNamed(body, phrase))
    return { scope: scopeOf(body, frame), rest: phrase.slice(body.length) };
  // 在上海、苏州设立…: what one does elsewhere is still one's own.
  if (place && actsThere.test(phrase.slice(place.length))) return { scope: undefined, rest: phrase };
  if (place) return { scope: scopeOf(place, frame), rest: phrase.slice(place.length) };
  return { scope: undefined, rest: phrase };
}

/** A sentence that begins with a place speaks of that place. */
export function openingScope(sentence: string, frame: PlanFrame): Scope | undefined {
  const bare = sentence.replace(opening, '').replace(quotedShort, '');
  const core = cores.exec(bare)?.[1];
  if (core) return { scope: core, ownScope: false };
  if (nationalSource.test(bare)) return { scope: '全国', ownScope: false };
  return takeScope(bare.replace(seenFrom, ''), frame).scope;
}

/** Whether a scope is a place, which later clauses go on with, not an organisation or a site. */
export function isPlaceScope({ scope }: Scope): boolean {
  return scope !== null && (knownPlaces.exec(scope)?.[1] === scope || placeWithSuffix(scope) === scope);
}

/** 云岭银行 is a bank, not Yunling's: the name goes on. */
function continues(phrase: string, own: string): boolean {
  const body = unit.exec(phrase)?.[1];
  return body !== undefined && body.length > own.length && phrase.length > body.length;
}

/** An organisation or area is the subject only where something is said of it. */
function isNamed(body: string, phrase: string): boolean {
  const said = phrase.slice(body.length);
  const isKind = kinds.test(said) || leadingVerb(body) !== '';
  return said.length >= 2 && !isKind && !notUnits.test(body) && !genericSite.test(body);
}

function placeWithSuffix(phrase: string): string | undefined {
  const place = suffixed.exec(phrase)?.[1];
  return place && !noPlace.test(place) && !notPlace.test(place) && !/[的在和为与对以等]/.test(place)
    ? place
    : undefined;
}

function scopeOfWhole(whole: string, frame: PlanFrame): Scope {
  return frame.ownWholes.has(whole) ? ownScope : { scope: whole, ownScope: false };
}

function scopeOf(name: string, frame: PlanFrame): Scope {
  const bare = name.replace(/(?:省|市|自治区)$/, '');
  const isOwn =
    frame.ownNames.has(name) ||
    [...frame.ownNames].some((own) => own === bare || own.replace(/(?:省|市|区|县)$/, '') === name);
  return isOwn ? ownScope : { scope: name, ownScope: false };
}
