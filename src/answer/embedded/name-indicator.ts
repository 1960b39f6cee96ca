import type { Indicator, Language, Plan } from '../../records.js';
import terms from '../../vocabulary/english-terms.json' with { type: 'json' };
import vocabulary from '../../vocabulary/indicators.json' with { type: 'json' };

const english = new Map(vocabulary.map((entry) => [entry.name, entry.english[0]]));
/** Terms that stand for one thing: what may be one of several is left as the plan has it. */
const things = new Map(terms.map(({ en, zh }) => [zh, en.find((one) => one.endsWith('s'))]));
const counted = /(?:总数|数量|个数|家数|人数)$/;
const abbreviations = /\b(?:gdp|cod|r&d|co2|fdi|pm2\.5|pm10|5g|nox|vocs|ai|rmb|npl)\b/g;

/** An indicator's name as the answer says it: the plan's own, in English with the vocabulary's before it. */
export function nameIndicator(row: Indicator, language: Language): string {
  if (language === 'zh') return row.name;
  const translated = english.get(row.canonicalName) ?? countOf(row.name);
  if (!translated) return row.name;
  return `${translated.replace(abbreviations, (short) => short.toUpperCase())} (${row.name})`;
}

/** 养老护理员总数: the number of care workers. */
function countOf(name: string): string | undefined {
  const thing = counted.test(name) ? things.get(name.replace(counted, '')) : undefined;
  return thing && `number of ${thing}`;
}

/** Whose figure: the scope that the row names, its place in a table of places, or what the plan is about. */
export function placeOf(
  row: Pick<Indicator, 'ownScope' | 'scope'> & Partial<Pick<Indicator, 'quote' | 'source'>>,
  plan: Plan | undefined,
): string {
  if (!row.ownScope && row.scope) return row.scope;
  // The district that a centre lies in is the plan's own, and still not the centre.
  const entity = row.source === 'table' ? row.quote?.split('\t')[0]?.trim() : undefined;
  if (entity && plan?.places.includes(entity)) return entity;
  // A plan without a title goes by its file's name, which is no place.
  return plan?.region ?? (plan?.title === plan?.planId ? '' : plan?.title) ?? '';
}
