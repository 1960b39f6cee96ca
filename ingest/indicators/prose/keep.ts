import { lookUpUnit } from '../../../src/quantity/units.js';
import { isKnownName } from '../canonical-name.js';
import { bareLead } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };
import type { Mention, Sentence } from './sentence.js';

const termsOfRule = /给予|让利|奖励|计分|考评/;
const onTerms = /^\s*(?:对|凡|按)/;
const aimedAt = new RegExp(words.aimedAt);
const policy = new RegExp(words.policy);
const estimates = new RegExp(words.estimates);
const genericTail = new RegExp(words.genericTails);
const operatorBefore = /[*×+/=＝]\s*$/;
const operatorAfter = /^\s*[*×+=＝]/;
const indexNoun = new RegExp(`(?:${words.indexNouns.join('|')})$`);
const lengthNoun = new RegExp(`(?:${words.lengthNouns.join('|')})`);
const junk = new RegExp(words.junkNames);
const verbsOnly = new RegExp(`^(?:每年)?(?:${[...words.keptVerbs, ...words.itemVerbs].join('|')})+$`);

/** 超500亿元的县达到3个: says which ones are counted. */
const tellsApart =
  /^(?:以[上下]|级)?的(?!目标|水平|规模|增速|速度|增长|比[例重]|占比|总量|基础|投资)[一-鿿（）()、]{1,12}?(?:达到?|有|突破|超过|不少于|增[加至]到?|发展到|数量)[^，。；]{0,4}\d/;

/** 1000吨以上水厂实现在线监测: how large those are of which something is said. */
const isSize = (raw: string): boolean => /以[上下内]$/.test(raw);
const ofWhich = /^的?[一-鿿]{1,8}?(?:实现|全部|均|全覆盖|应当?|须|给予|由)/;

/** Whether a number in a sentence is a figure of something, not a term of a rule or of a sum. */
export function isFigure(mention: Mention, sentence: Sentence): boolean {
  // What a document is called says nothing of the figures beside it.
  const text = sentence.text.replace(/《[^《》]*》/g, (title) => '《'.repeat(title.length));
  const { span, tail, clauseStart } = mention;
  const after = text.slice(span.end);
  if (operatorBefore.test(text.slice(0, span.start)) || operatorAfter.test(after)) return false;
  if (span.role === 'rank') return true;
  const clause = text.slice(clauseStart, span.end + tail.length);
  if (policy.test(clause) || estimates.test(clause) || isTermOfRule(text, clause)) return false;
  if (/\+/.test(tail) || genericTail.test(tail) || tellsApart.test(after)) return false;
  if (isSize(span.raw) && lookUpUnit(span.unit)?.kind !== 'count' && ofWhich.test(after)) return false;
  const unit = lookUpUnit(span.unit);
  return unit !== undefined && unit.kind !== 'number' ? true : isIndex(mention);
}

/** What a rule grants and on which terms is no figure; what its sentence sets out to reach beside it is one. */
function isTermOfRule(text: string, clause: string): boolean {
  return (
    termsOfRule.test(text) && (termsOfRule.test(clause) || onTerms.test(clause) || !aimedAt.test(clause))
  );
}

/** A bare number counts only for what is measured without a unit, and where something says so. */
function isIndex({ span, lead }: Mention): boolean {
  const predicate =
    /(?:达到|达|为|至|到|突破|超过)\s*$/.test(lead) ||
    span.comparator !== '=' ||
    (/^0?\.\d+$|^\d+\.\d+$/.test(span.raw) && /(?:系数|指数|得分)\s*$/.test(lead));
  return predicate && span.unit === '' && indexNoun.test(bareLead(lead)) && !/^\d{4}$/.test(span.raw);
}

/** A length is a figure only of what has one. */
export function isMeasured(name: string, { span }: Mention): boolean {
  return lookUpUnit(span.unit)?.kind !== 'length' || lengthNoun.test(name);
}

/** Whether a name can stand for an indicator by itself. */
export function isNamed(name: string, { span, lead, listed }: Mention): boolean {
  const letters = name.match(/[一-鿿A-Za-z]/g)?.length ?? 0;
  if (letters < 2 || name.length > 48 || /[。；，]/.test(name) || verbsOnly.test(name)) return false;
  // 达标率、覆盖率2项指标: how many there are is nothing that they measure.
  if (lookUpUnit(span.unit)?.kind === 'count' && /(?<!利)率$/.test(name)) return false;
  // 其中医院86个: a short noun that is all there is before a count.
  // 铁路195亿元、水运80亿元: so is one of a list.
  const isCounted = (listed || lookUpUnit(span.unit)?.kind === 'count') && bareLead(lead) === name;
  if (name.length <= 2 && !isKnownName(name) && !isCounted) return false;
  return (
    !junk.test(name) &&
    !words.genericNames.includes(name) &&
    !/^(?:的|等(?!级)|以及|并|和(?!谐)|、)/.test(name)
  );
}
