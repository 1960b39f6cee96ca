import { findQuantities, type QuantitySpan } from '../../../src/quantity/find-quantities.js';
import { findPeriods, type PeriodSpan } from '../../../src/quantity/periods.js';
import { lookUpUnit } from '../../../src/quantity/units.js';
import { endOfClause, isInBracket, startOfClause } from './clause.js';
import { endsInVerb } from './noun-after.js';
import { bareLead } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };

/** A figure in a sentence with the words on either side of it. */
export interface Mention {
  span: QuantitySpan;
  /** What leads to it, from the last clause or figure on. */
  lead: string;
  /** What follows it, up to the clause's end or the next figure. */
  tail: string;
  /** Where its clause starts. */
  clauseStart: number;
  inBracket: boolean;
  /** What stands before the bracket that it is in, up to a mark; '' outside of brackets. */
  holder: string;
  /** Joined to the figure before by 、 or 和. */
  listed: boolean;
  /** The next figure follows in the same breath. */
  runsOn: boolean;
}

/** A sentence with its figures and the years that it names. */
export interface Sentence {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly periods: readonly PeriodSpan[];
}

const noStages: ReadonlyMap<string, number> = new Map();
const durationNoun = new RegExp(`(?:${words.durationNouns.join('|')})[^，；]{0,14}$`);
const making = new RegExp(`(?:${words.makingVerbs.join('|')})了?$`);
/** Kinds of unit that say which things are counted: 220千伏变电站32座, 20万千瓦光伏电站3座. */
const sizes = ['other', 'power', 'energy', 'length', 'area', 'volume', 'mass'];
/** What an amount with a bound may set apart, as the next figure counts or rates it. */
const sizedNoun = /^(?:以上)?的?[^，。；、]{2,20}$/;
const spends =
  /^(?:用于|支持|服务|惠及|带动|新增|引进|新建|建设|其中|占|较|比|增长|同比|分别|和|及|与|，|并)/;
/** 2000年底前建成的小区: says which ones, not when. */
const builtBefore = new RegExp(words.builtBefore);
/** 300台（套）机组: another word for the unit. */
const otherUnit = /^\s*[（(][一-鿿]{1,2}[）)](?=[一-鿿])/;
const sizeNoun = new RegExp(words.sizeNouns);
const classNoun = /^(?:元)?(?:级|产业|企业|项目|集群|园区|工程|园|街|镇|县|俱乐部|计划|楼|产值)/;
const documentTitle = /《[^《》]{0,80}》/g;

/** Finds the figures of a sentence; what stands in the title of a document is none of them. */
export function readSentence(text: string, stages: ReadonlyMap<string, number> = noStages): Sentence {
  const masked = text.replace(documentTitle, (name) => `${'《'.padEnd(name.length - 1, '某')}》`);
  const spans = findQuantities(masked).filter((span) => isCandidate(span, masked));
  const mentions = joinEmbedded(spans.map((span, at) => mentionOf({ text, masked, spans, span, at })));
  let found: readonly PeriodSpan[] | undefined;
  return {
    text,
    mentions,
    // Of most sentences nobody asks.
    get periods() {
      found ??= periodsIn(masked, stages);
      return found;
    },
  };
}

/** The years that a text names, by number or by the plan's own stages (近期), in the order in which they stand. */
function periodsIn(text: string, stages: ReadonlyMap<string, number>): PeriodSpan[] {
  const named = findPeriods(text).filter((period) => !builtBefore.test(text.slice(period.end)));
  if (stages.size === 0) return named;
  const staged = [...text.matchAll(/[近中远]期/g)].flatMap(({ 0: raw, index: start }): PeriodSpan[] => {
    const year = stages.get(raw);
    const end = start + raw.length;
    const isSaidBeside = named.some((one) => one.start >= end && one.start - end <= 4);
    return year === undefined || isSaidBeside
      ? []
      : [{ start, end, raw, from: year, to: year, kind: 'year' }];
  });
  return [...named, ...staged].sort((a, b) => a.start - b.start);
}

/** A number inside the name of what the next figure counts (38个区县现有72所高校) belongs to that name. */
function joinEmbedded(mentions: readonly Mention[]): Mention[] {
  const joined: Mention[] = [];
  let before = '';
  for (const [at, mention] of mentions.entries()) {
    const [previous, next] = [mentions[at - 1], mentions[at + 1]];
    if (previous && isSizeOf(previous, mention)) continue;
    const sized = next && isSizeOf(mention, next) ? mention.tail + next.span.raw + next.tail : mention.tail;
    const whole = {
      ...mention,
      lead: before + mention.lead,
      tail: sized,
      runsOn: sized === mention.tail ? mention.runsOn : next?.runsOn === true,
    };
    before = isEmbedded(whole, mentions[at + 1]) ? whole.lead + whole.span.raw : '';
    if (before === '') joined.push(whole);
  }
  return joined;
}

/** 新增1个投资5亿元以上的项目: how large those are that the figure before counts. */
function isSizeOf(counted: Mention, { span, tail }: Mention): boolean {
  const isBound = span.comparator === '>' || span.comparator === '>=';
  const isCount = lookUpUnit(counted.span.unit)?.kind === 'count';
  return (
    isCount && counted.runsOn && isBound && sizeNoun.test(counted.tail) && /^(?:以上)?的[一-鿿]{2}/.test(tail)
  );
}

function isEmbedded({ runsOn, tail, lead, span }: Mention, next: Mention | undefined): boolean {
  const kind = lookUpUnit(span.unit)?.kind;
  const isCount = kind === 'count';
  const subject = bareLead(lead);
  if (runsOn && kind === 'money' && isSizeClass(span, tail)) return true;
  if (runsOn && next !== undefined && sizes.includes(kind ?? '') && isSpecification(tail, next)) return true;
  if (!runsOn || !isCount || !/^\s*[一-鿿]{2}/.test(tail) || subject.length < 2) return false;
  if (/^\s*(?:增|降|提|升|发展|扩|减|整合|优化|压|缩|重组|合并|精简|调整)|\d/.test(tail)) return false;
  return !/[、和及]\s*$/.test(tail) && !endsInVerb(lead) && !words.genericPlaces.includes(subject);
}

/** 年产值超10亿元的企业5家, 投资5000万元以上项目100个: an amount that says which ones are counted. */
function isSizeClass({ comparator }: QuantitySpan, tail: string): boolean {
  const bounded = comparator === '>' || comparator === '>=';
  // 超10亿元20家: the class alone, as its noun was said before.
  const isBare = tail.trim() === '';
  return bounded && (isBare || sizedNoun.test(tail.trim())) && !spends.test(tail.trim());
}

function isSpecification(tail: string, { span }: Mention): boolean {
  const noun = tail.trim();
  return (
    lookUpUnit(span.unit)?.kind === 'count' &&
    /^[一-鿿]{2,12}(?<![和及与或])$/.test(noun) &&
    !spends.test(noun)
  );
}

/** Slogans, durations and codes are neither figures nor do they part the words around them. */
function isCandidate(span: QuantitySpan, text: string): boolean {
  if (span.role === 'rank') return true;
  if (span.role !== 'quantity') return false;
  const unit = lookUpUnit(span.unit);
  const before = text.slice(Math.max(0, span.start - 20), span.start);
  if (isClassName(span, text)) return false;
  if (unit === undefined || unit.kind === 'number')
    return span.comparator !== '=' || /(?:达到|达|为|至|到|系数|指数|得分)\s*$/.test(before);
  if (unit.kind === 'time') return durationNoun.test(before);
  return !isSlogan(span, before);
}

/** 千亿级产业, 百亿企业, 二元结构, 3岁以下婴幼儿: numerals that are part of a name. */
function isClassName(span: QuantitySpan, text: string): boolean {
  const after = text.slice(span.end);
  const isBare = span.comparator === '=';
  if (isBare && /^[十百千万亿]+元?$/.test(span.raw) && classNoun.test(after)) return true;
  if (/^[一二三四五六七八九十多]元$/.test(span.raw)) return true;
  return (
    span.unit === '岁' &&
    !/^(?:提高|增加|上升|提升|增长|左右|以上[，。；])/.test(after) &&
    /^(?:以下|以上|及以上|及以下)?的?[一-鿿]{2}/.test(after) &&
    !/^(?:以上|以下)?[，。；]/.test(after)
  );
}

/** 两个市场, 三项制度: small numerals in words count parts of a phrase. */
function isSlogan(span: QuantitySpan, before: string): boolean {
  if (/[\d０-９]/.test(span.raw) || span.comparator !== '=' || span.value > 20) return false;
  if (/翻|倍|亿|万|分之/.test(span.raw)) return false;
  const made = making.test(before);
  const isQuoted = before.lastIndexOf('“') > before.lastIndexOf('”');
  // 一家, “一个部门、一家企业”: part of a slogan, whatever is counted.
  if (!made && (isQuoted || span.value === 1)) return true;
  return !made && words.genericMeasures.includes(span.unit);
}

function holderBefore(text: string, clauseStart: number, at: number): string {
  const open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
  return open < 0 || clauseStart < open
    ? ''
    : (/[^，。；：、）)“”]*$/.exec(text.slice(0, open))?.[0] ?? '').trim();
}

function mentionOf({
  text,
  masked,
  spans,
  span,
  at,
}: {
  text: string;
  masked: string;
  spans: readonly QuantitySpan[];
  span: QuantitySpan;
  at: number;
}): Mention {
  const previous = spans[at - 1];
  const next = spans[at + 1];
  const clauseStart = startOfClause(masked, span.start);
  const inBracket = isInBracket(masked, span.start);
  const outside = inBracket
    ? previous
    : spans.slice(0, at).findLast((one) => !isInBracket(masked, one.start));
  const from = Math.max(clauseStart, outside?.end ?? 0);
  const lead = text.slice(from, span.start).replace(inBracket ? /^$/ : /[（(][^（）()]*[）)](?=.)/g, '');
  const listMark = outside && from === outside.end ? /[、和及]\s*$/.exec(lead)?.[0] : undefined;
  const tailEnd = endOfClause(masked, span.end, next?.start);
  return {
    span: { ...span, raw: text.slice(span.start, span.end) },
    // What stands before a list's mark belongs to the figure before it.
    lead: listMark ?? lead,
    tail: text.slice(span.end, tailEnd).replace(otherUnit, ''),
    clauseStart,
    inBracket,
    holder: inBracket ? holderBefore(text, clauseStart, span.start) : '',
    listed: previous !== undefined && previous.end >= clauseStart && /^\s*(?:[、和及]|以及)/.test(lead),
    runsOn: next !== undefined && tailEnd === next.start,
  };
}
