import { cutWords, foldText } from '../models/cut-words.js';
import type { Indicator } from '../records.js';
import affixes from './group-name.json' with { type: 'json' };
import qualifiers from './name-qualifiers.json' with { type: 'json' };

/** The rows of one indicator and scope in one plan, with its names taken apart. */
export interface IndicatorGroup {
  planId: string;
  name: string;
  canonicalName: string;
  scope: string | null;
  ownScope: boolean;
  rows: Indicator[];
  names: IndicatorName[];
}

export interface IndicatorName {
  text: string;
  /** Words that make the name, each with how much it sets it apart from the plan's other indicators. */
  words: { word: string; weight: number }[];
}

export interface IndicatorIndex {
  groups: readonly IndicatorGroup[];
}

const qualifierWords = new Set(qualifiers.words);
/** What a word counts that most indicators could carry (总量, 本外币 …). */
const qualifierShare = 0.15;

/** Groups rows by what they measure and weighs the words of their names; made once for an index. */
export function createIndicatorIndex(indicators: readonly Indicator[]): IndicatorIndex {
  const groups = groupRows(indicators);
  const wordsOf = rememberWords();
  const frequencies = wordFrequencies(groups, wordsOf);
  for (const group of groups) {
    const { counts, total } = frequencies.get(group.planId) ?? {
      counts: new Map<string, number>(),
      total: 1,
    };
    const names = new Set(group.rows.flatMap((row) => [row.name, row.canonicalName, ...row.aliases]));
    group.names = [...names].map((name) => {
      const text = foldText(name).replace(/\s+/g, '');
      return { text, words: wordsOf(text).map((word) => ({ word, weight: weightOf(word, counts, total) })) };
    });
  }
  return { groups };
}

function groupRows(indicators: readonly Indicator[]): IndicatorGroup[] {
  const groups = new Map<string, IndicatorGroup>();
  for (const row of indicators) {
    const scope = row.ownScope ? null : row.scope;
    const key = [row.planId, scope ?? '', coreName(row.canonicalName), row.measure].join('\n');
    const { planId, name, canonicalName, ownScope } = row;
    const group = groups.get(key) ?? { planId, name, canonicalName, scope, ownScope, rows: [], names: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const before = new RegExp(`^(?:${affixes.before.join('|')})(?=.{2,})`);
const after = new RegExp(`(?<=.{2,})(?:${affixes.after.join('|')})$`);

/** A name without what only says how it is counted: 全市金融机构存款余额 → 存款余额, 上市企业数量 → 上市公司. */
export function coreName(name: string): string {
  const core = name
    .replace(/企业(?=数量|家数|$)/, '公司')
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(before, '')
    .replace(after, '');
  return core === name ? core : coreName(core);
}

function wordFrequencies(groups: readonly IndicatorGroup[], wordsOf: (name: string) => readonly string[]) {
  const plans = new Map<string, { counts: Map<string, number>; total: number }>();
  for (const group of groups) {
    const plan = plans.get(group.planId) ?? { counts: new Map<string, number>(), total: 0 };
    plan.total += 1;
    for (const word of wordsOf(foldText(group.name).replace(/\s+/g, '')))
      plan.counts.set(word, (plan.counts.get(word) ?? 0) + 1);
    plans.set(group.planId, plan);
  }
  return plans;
}

/** The words of names, each name cut once: the plans of a collection call the same things the same. */
function rememberWords(): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const words = known.get(name) ?? wholeWords(name);
    known.set(name, words);
    return words;
  };
}

/** Whole words only: the short words inside long ones would count twice. */
function wholeWords(name: string): string[] {
  const all = [...new Set(cutWords(name))];
  return all.filter((word) => !all.some((longer) => longer.length > word.length && longer.includes(word)));
}

function weightOf(word: string, counts: ReadonlyMap<string, number>, total: number): number {
  const rarity = Math.log(1 + total / (counts.get(word) ?? 1)) / Math.log(1 + total);
  return rarity * (qualifierWords.has(word) || word.length === 1 ? qualifierShare : 1);
}
