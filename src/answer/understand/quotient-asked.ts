import { lookUpUnit } from '../../quantity/units.js';
import words from './calculation-words.json' with { type: 'json' };

/** So much of one thing for each of another: what is divided, and by what. */
export interface QuotientAsked {
  /** Unit that the other figure is counted in (公里, 家, 人); empty where only its name is said. */
  unit: string;
  /** What is counted in it, where the question says it (企业 of 每家企业). */
  noun: string;
  /** The question without the words that say what it is divided by. */
  rest: string;
}

const patterns = words.perBase.map((pattern) => new RegExp(pattern, 'i'));
const short = new Map(Object.entries(words.shortBases));
const english = new Map(Object.entries(words.englishBases));
/** 人均 is part of many a name; worked out only where the question says so. */
const shortMeant = new RegExp(words.shortMeant, 'i');
/** 每千名老人养老床位 is what an indicator is called. */
const perThousand = /每[百千](?:名|人|户|位|个)/;
const people = /^(?:位|名|个人|口)/;
const scale = /^[万亿]/;

/** Of what and by what a question wants something divided; undefined where it asks for no such thing. */
export function quotientAsked(question: string): QuotientAsked | undefined {
  if (perThousand.test(question) && !shortMeant.test(question)) return undefined;
  for (const pattern of patterns) {
    const match = pattern.exec(question);
    if (!match || (match.groups?.short !== undefined && !shortMeant.test(question))) continue;
    const said = match.groups?.base ?? short.get(match.groups?.short ?? '') ?? '';
    const base = english.get(said.toLowerCase()) ?? said;
    const { unit, noun } = taken(base);
    if (unit !== '' || noun !== '') return { unit, noun, rest: question.replace(match[0], ' ') };
  }
  return undefined;
}

/** 家企业 is 企业, counted in 家; 万元GDP is GDP, in 万元. */
function taken(base: string): { unit: string; noun: string } {
  if (base === '人口') return { unit: '人', noun: base };
  if (people.test(base)) return { unit: '人', noun: base.replace(people, '') };
  for (let length = Math.min(base.length, 5); length >= 1; length -= 1) {
    const unit = base.slice(0, length);
    const found = lookUpUnit(unit);
    if (found && found.kind !== 'time' && !(scale.test(unit) && length === 1))
      return { unit: found.symbol, noun: base.slice(length) };
  }
  return { unit: '', noun: base };
}
