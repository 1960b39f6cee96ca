import { pinyin } from 'pinyin-pro';
import type { Plan } from '../../records.js';
import exonyms from '../../vocabulary/exonyms.json' with { type: 'json' };

/** What a question is resolved against: the plans that the asker may see. */
export interface Catalogue {
  plans: readonly CataloguePlan[];
  /** Other places whose figures the plans give, with their spellings in Latin letters. */
  scopes: readonly { name: string; latin: readonly string[] }[];
  /** Writes out the names of indicators of these plans that a text shortens. */
  withFullNames(text: string, planIds: readonly string[]): string;
  /** What plans say, without blanks: in it English words and names in Latin letters are looked for. */
  says(planIds: readonly string[]): string;
}

export interface CataloguePlan {
  plan: Plan;
  /** Names in Chinese and in Latin letters, folded, longest first. */
  aliases: readonly string[];
  /** Places that the plan speaks of, without their suffix too, most often first. */
  places: readonly string[];
  /** What those names are in Latin letters. */
  latin: readonly { spelling: string; name: string }[];
}

export function createCatalogue(
  plans: readonly Plan[],
  scopes: readonly string[] = [],
  {
    withFullNames = (text) => text,
    says = () => '',
  }: Partial<Pick<Catalogue, 'withFullNames' | 'says'>> = {},
): Catalogue {
  return {
    withFullNames,
    says,
    scopes: [...new Set(scopes)].map((name) => ({
      name,
      latin: latinNames(name.replace(/[省市县区州盟旗]$/, '')),
    })),
    plans: plans.map((plan) => {
      const names = [...plan.aliases, ...hostPlace(plan)];
      const places = bareNames(plan.places);
      return {
        plan,
        aliases: withLatin(names.map((alias) => alias.toLowerCase())),
        places: withLatin(places),
        latin: [...names, ...places].flatMap((name) =>
          latinNames(name, shortestName).map((spelling) => ({ spelling, name })),
        ),
      };
    }),
  };
}

/** A plan of a centre or a zone also goes by the place that it speaks of most: its host. A river basin has none. */
function hostPlace(plan: Plan): string[] {
  if (/(?:流域|经济带|城市群|都市圈|经济圈|走廊)$/.test(plan.region ?? '')) return [];
  const isPlace = /[省市县州盟旗]$|[^发新商示试集园片合]区$/.test(plan.region ?? '');
  return isPlace ? [] : bareNames(plan.places.slice(0, 1));
}

/** Places with and without their suffix: 临澜区, 临澜. */
function bareNames(places: readonly string[]): string[] {
  return places.flatMap((place) => [place, place.replace(/[省市县区州盟旗]$/, '')]);
}

function withLatin(names: readonly string[]): string[] {
  const all = names.flatMap((name) => [name, ...latinNames(name)]);
  return [...new Set(all)].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
}

/** Latin spellings of a name: pinyin without tones, and the customary one where it differs. */
export function latinNames(name: string, shortest = surelyName): string[] {
  const key = `${shortest} ${name}`;
  const known = spellings.get(key);
  if (known) return known;
  const found = spell(name, shortest);
  if (spellings.size < 20_000) spellings.set(key, found);
  return found;
}

/** A spelling of fewer letters may be an English word. */
const surelyName = 5;
/** … and is a name only where it is written with a capital. */
const shortestName = 4;
const spellings = new Map<string, string[]>();

function spell(name: string, shortest: number): string[] {
  if (!/^[一-鿿]{2,6}$/.test(name)) return [];
  const syllables = pinyin(name, { toneType: 'none', type: 'array' }).map((one) => one.replaceAll('ü', 'u'));
  const spelled = syllables.join('');
  // A syllable that begins with a vowel is parted from the one before: Nan'an.
  const parted = syllables.map((one, at) => (at > 0 && /^[aeo]/.test(one) ? `'${one}` : one)).join('');
  const customary = exonyms.filter((exonym) => exonym.zh === name).flatMap((exonym) => exonym.en);
  return spelled.length >= shortest ? [...new Set([spelled, parted, ...customary])] : customary;
}
