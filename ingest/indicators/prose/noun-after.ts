import { lookUpUnit } from '../../../src/quantity/units.js';
import { leadingVerb, type Topic } from './naming.js';
import { completed, endsInAttribute } from './owner.js';
import { bareLead, tidyPhrase } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };
import type { Mention } from './sentence.js';

const verbBefore = new RegExp(`(?:${words.nounVerbs.join('|')})$`);
const keptBefore = new RegExp(`((?:${words.keptVerbs.join('|')})+)$`);
const stopTail = new RegExp(`^(?:${words.stopTail.join('|')})`);
const verbTail = new RegExp(words.verbTails);
const tailVerb = new RegExp(`(?:${words.tailVerbs}).*$`);
const newcomers = new RegExp(words.newcomers);
const action = new RegExp(words.actions);
const countHead = new RegExp(`^.{1,10}?(?:${words.countHeads})`);
const unitNouns = new Map(Object.entries(words.unitNouns));
const perEach = new RegExp(words.perEach);
const longestList = 40;
const wholeBefore = /(全市|全区|全省|全县|全国|所在市)\s*$/;

/** The words before the figure end in a verb whose object follows it. */
export function endsInVerb(lead: string): boolean {
  return verbBefore.test(lead.trim()) || verbBefore.test(bareLead(lead));
}

/** The name that stands after its figure (引进8-12家法人机构); `conflict` when it stands on both sides. */
export function nounAfter(mention: Mention, subject: string, topic: Topic): string | 'conflict' | undefined {
  const { span, tail } = mention;
  const kind = lookUpUnit(span.unit)?.kind;
  if (kind === 'ratio') return partAfter(mention, topic);
  const attribute = endsInAttribute(subject);
  const owned = /^\s*的\s*([^，。；、（]{2,20})$/.exec(tail);
  if (owned?.[1] && attribute !== '' && kind !== 'count') return tidyPhrase(bareLead(owned[1])) + attribute;
  if (owned?.[1] && kind === 'area') return `${subject}${tidyPhrase(bareLead(owned[1]))}面积`;
  const noun = nounOf(mention, topic);
  if (noun.length < 2 || stopTail.test(tail.trim()) || /^\s*[（(]/.test(tail)) return undefined;
  if (!opensNoun(mention, subject))
    return kind === 'count' && isConflict(tail, noun, subject) ? 'conflict' : undefined;
  const sized = /^(规模|额度|总规模)的?(.{2,})$/.exec(noun);
  if (kind === 'count') return verbFor(mention, subject, topic) + noun + counted(mention, noun);
  if (kind === 'area') return `${noun}面积`;
  if (kind === 'power' || kind === 'energy') return `${noun}规模`;
  if (sized) return `${sized[2]}${sized[1] === '额度' ? '额度' : '规模'}`;
  return kind === 'money' && /(?:基金|资金池|额度)$/.test(noun) ? `${noun}规模` : undefined;
}

/** The words before the figure are a verb, a list mark or nothing, so that the noun comes after. */
function opensNoun({ lead }: Mention, subject: string): boolean {
  const written = lead.trim();
  if (subject === '' || /[、的“]$/.test(written)) return true;
  if (verbBefore.test(written) || verbBefore.test(subject)) return true;
  return /^(?:每年|每|平均)$/.test(subject) || words.genericPlaces.includes(subject);
}

/** A noun on both sides: the number stands inside a name (38个区县现有72所高校). */
function isConflict(tail: string, noun: string, subject: string): boolean {
  return noun.length >= 2 && subject.length >= 2 && !verbTail.test(tail.trim());
}

function nounOf({ lead, tail, runsOn }: Mention, topic: Topic): string {
  const listed = (tail.split(/[+；]/)[0] ?? '').replace(/、\s*$/, '');
  // A figure that is an item of a list counts that item; of a very long list it counts the first.
  const isItem = !runsOn && (/、[^、，]{0,6}$/.test(lead.trim()) || listed.length > longestList);
  const text = isItem ? (listed.split('、')[0] ?? '') : listed;
  const whole = text.replace(/^(由?[一-鿿]{2,8})组成的(.{2,})$/, '$2$1');
  const cut = runsOn ? whole : whole.replace(tailVerb, '');
  const bare = tidyPhrase(bareLead(cut));
  const attribute = runsOn && !/[、和及]\s*$/.test(tail) ? endsInAttribute(bare) : '';
  const head = runsOn && !action.test(bare) && bare.length > 8 ? countHead.exec(bare)?.[0] : undefined;
  if (head) return head;
  const noun =
    attribute !== '' && attribute.length < bare.length - 1 ? bare.slice(0, -attribute.length) : bare;
  const named = text.trimStart().startsWith('具有') && !noun.startsWith('具有') ? `具有${noun}` : noun;
  return completed(named.replace(/等$/, ''), topic);
}

/** 每个街道至少配备1名社区规划师: what each has is not what all have. */
export function eachOf({ lead }: Mention): string {
  return perEach.exec(lead)?.[1] ?? '';
}

function verbFor({ lead, listed }: Mention, subject: string, topic: Topic): string {
  const own = keptBefore.exec(subject)?.[1] ?? (/等\s*$/.test(lead) ? leadingVerb(subject) : '');
  const yearly = /每年/.test(lead) ? '每年' : '';
  if (own !== '' || yearly !== '') return yearly + own;
  const last = topic.last?.relation === 'level' ? topic.last.verb : '';
  if (subject !== '' || last === '') return '';
  return listed || (/^[，、]?\s*$/.test(lead) && newcomers.test(last)) ? last : '';
}

/** 为371家企业发放贷款: it is the firms that are counted. */
function counted({ span, lead }: Mention, noun: string): string {
  const serves = action.test(noun) && /(?:为|向|给|对|助推)\s*$/.test(lead);
  return serves ? (unitNouns.get(span.unit.replace(/^[万千百亿]+/, '')) ?? '数量') : '';
}

/** 80%以上的私募基金管理人, 全市约1/4的税收收入: a share of what follows. */
function partAfter({ lead, tail }: Mention, topic: Topic): string | undefined {
  const covered = tidyPhrase(bareLead(lead.split('、').at(-1) ?? ''));
  if (/^\s*(?:的?覆盖)(?!率)/.test(tail) && covered.length >= 2) return `${covered}覆盖率`;
  const match = /^(?:以上|左右)?\s*的?\s*([^，。；：（]{2,20})/.exec(tail);
  if (!match?.[1] || !/^\s*(?:以上|左右)?\s*的/.test(tail)) return undefined;
  const noun = tidyPhrase(bareLead(match[1]));
  if (noun.length < 2) return undefined;
  const goesOn = /^\s*[和、及]\s*$/.test(lead) ? /^占(全.)/.exec(topic.last?.names[0] ?? '')?.[1] : undefined;
  const whole = goesOn ?? (/[了占]/.test(lead) ? wholeBefore.exec(lead)?.[1] : undefined);
  return whole ? `占${whole}${noun}比重` : `${noun}占比`;
}
