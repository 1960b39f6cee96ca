import { lookUpUnit } from '../../../src/quantity/units.js';
import { bareLead } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };
import type { Mention, Sentence } from './sentence.js';

const policy = new RegExp(words.policy);
const operator = /[*×+/=＝]\s*$/;
const durationNoun = new RegExp(`(?:${words.durationNouns.join('|')})(?:[^，]{0,4})$`);
const indexNoun = new RegExp(`(?:${words.indexNouns.join('|')})$`);

/** Whether a number in a sentence is a figure of something, not a slogan, a duration or a term of a rule. */
export function isFigure(mention: Mention, sentence: Sentence): boolean {
  const { span, lead, tail } = mention;
  const { text } = sentence;
  if (operator.test(text.slice(0, span.start)) || /^\s*[*×+=＝]/.test(text.slice(span.end))) return false;
  if (span.role === 'rank') return true;
  const clause = text.slice(mention.clauseStart, span.end + tail.length);
  if (policy.test(clause)) return false;
  const unit = lookUpUnit(span.unit);
  if (unit?.kind === 'time') return durationNoun.test(bareLead(lead));
  if (unit === undefined || unit.kind === 'number') return isIndex(mention);
  return !isSlogan(mention);
}

/** A bare number counts only for what is measured without a unit, and where something says so. */
function isIndex({ span, lead }: Mention): boolean {
  const predicate = /(?:达到|达|为|至|到|突破|超过)\s*$/.test(lead) || span.comparator !== '=';
  return predicate && span.unit === '' && indexNoun.test(bareLead(lead)) && !/^\d{4}$/.test(span.raw);
}

/** 两个市场, 三项制度: small numerals in words count parts of a phrase. */
function isSlogan({ span, lead }: Mention): boolean {
  if (/\d/.test(span.raw) || span.comparator !== '=' || span.value > 20) return false;
  if (/^翻|倍|亿|万|百分|分之/.test(span.raw)) return false;
  return words.genericMeasures.includes(span.unit) || bareLead(lead) === '';
}

/** Whether a name can stand for an indicator by itself. */
export function isNamed(name: string): boolean {
  const han = name.match(/[一-鿿A-Za-z]/g)?.length ?? 0;
  return han >= 2 && name.length <= 48 && !/[。；]/.test(name) && !/^(?:的|等|以及|并|和)/.test(name);
}
