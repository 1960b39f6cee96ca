import { lookUpUnit } from '../../../src/quantity/units.js';
import { leadingVerb, type Naming, type Topic } from './naming.js';
import { eachOf, nounAfter } from './noun-after.js';
import { completed, doneTo, isAttribute, isHeadless, subjectBefore } from './owner.js';
import { bareLead, tidyPhrase } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };
import { type Relation, relationOf } from './relation.js';
import type { Mention } from './sentence.js';
import { apart } from './shared-names.js';

const goesOn = new RegExp(words.goesOn);
const newcomers = new RegExp(words.newcomers);
const ownVerb = new RegExp(words.ownVerbs);
/** What is set up in each of several places. */
const setUp = new RegExp(`^.*(?:${words.creation}|完善)了?`);
const setUpIn = /^.*(?=设立|开设|建立|布局)/;
const perHeadStart = new RegExp(words.perHead);
const summed = /(?:合计|共计|总计)(?:达到|达|为|约|超过)?\s*$/;
const pointsBack = /^(?:该|这一)(?:比重|占比|比例|指标|数值|比率|数)$/;
const passedOn = new RegExp(words.passedOn);
const verbs = `(?:${[...words.keptVerbs, ...words.itemVerbs].sort((a, b) => b.length - a.length).join('|')})`;
const verbAlone = new RegExp(`^(?:每年)?${verbs}+$`);
/** 新建、改扩建中小学: the verbs that a name begins with. */
const verbsBefore = new RegExp(`^(?:每年|年均)?${verbs}+(?:[、和及或并]${verbs}+)*`);
const levelVerb = new RegExp(words.levelVerb);
const each = /(?:各|(?<!平|年|人|户|亩|地)均)(?:达到|达|为|在|超过)?\s*$/;
const periodAtEnd = /(?:\d{4}\s*年(?:[末底])?|”?期?末)\s*的?\s*$/;

/** Names a figure from the words around it; undefined when they name nothing. */
export function nameFigure(mention: Mention, topic: Topic): Naming | undefined {
  const { span, lead } = mention;
  const relation = relationOf({ lead, unit: span.unit, raw: span.raw });
  if (relation.kind !== 'level') return related(relation, span.unit, topic);
  const following = nounAfter(mention, relation.subject, topic);
  if (following === 'conflict') return undefined;
  if (following) return eachNaming(following, mention);
  return relation.subject === '' ? continued(mention, topic) : leading(relation.subject, mention, topic);
}

/** 每个街道至少配备1名社区规划师，共配备64名: what each has; what follows goes on with what is counted. */
function eachNaming(name: string, mention: Mention): Naming {
  const naming = levelNaming([name]);
  return { ...naming, names: [eachOf(mention) + name] };
}

function levelNaming(names: string[]): Naming {
  // 惠及居民3.2万户，完成投资21.7亿元: who gains from a work is not what is invested in.
  const subjects = names.filter((name) => !passedOn.test(name));
  return { names, subjects, relation: 'level', verb: leadingVerb(names[0] ?? '') };
}

/** A change or a share of what the lead names, or of what was spoken of last. */
function related(
  relation: Exclude<Relation, { kind: 'level' }>,
  unit: string,
  topic: Topic,
): Naming | undefined {
  const own = completed(tidyPhrase(relation.subject), topic);
  const subject = own.length >= 2 ? own : (ratioBefore(unit, topic) ?? subjectBefore(topic));
  if (subject === undefined) return undefined;
  const isNew = subject !== topic.subjects.at(-1) && subject !== topic.last?.names.at(-1);
  const names = [subject + relation.label];
  return { names, subjects: isNew ? [subject] : [], relation: relation.kind, verb: '' };
}

/** Points of percent are added to a share or a rate, not to what it is a share of. */
function ratioBefore(unit: string, { last }: Topic): string | undefined {
  const isRatio = last?.relation === 'share' || last?.relation === 'growth';
  return unit === '个百分点' && isRatio ? last.names.at(-1) : undefined;
}

/** A figure without words of its own goes on with what was spoken of. */
function continued(mention: Mention, topic: Topic): Naming | undefined {
  const { span, inBracket, lead } = mention;
  const subject = subjectBefore(topic);
  if (inBracket && lookUpUnit(span.unit)?.kind === 'ratio' && lead.trim() === '')
    return subject === undefined
      ? undefined
      : { names: [`${subject}占比`], subjects: [], relation: 'share', verb: '' };
  if (summed.test(lead)) return sumNaming(topic);
  if (levelVerb.test(lead) && topic.last && topic.last.relation !== 'growth')
    return { ...topic.last, names: topic.last.names.slice(-1), subjects: [] };
  if (inBracket && periodAtEnd.test(bracketLead(lead)) && topic.last && topic.last.relation !== 'growth')
    return { ...topic.last, names: topic.last.names.slice(-1), subjects: [] };
  if (subject === undefined || !(goesOn.test(lead.trim()) || periodAtEnd.test(lead))) return undefined;
  return levelNaming([subject]);
}

/** 合计达到200亿元: the sum of what was named before, called by what the names share. */
function sumNaming({ subjects }: Topic): Naming | undefined {
  const [a = '', b = ''] = subjects.slice(-2);
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared += 1;
  const name = a.slice(a.length - shared);
  return shared < 2 ? undefined : { names: [`${name}合计`], subjects: [], relation: 'level', verb: '' };
}

/** （2016年为8.2%）: the words of a bracket without their verb. */
function bracketLead(lead: string): string {
  return lead.trim().replace(/[为是达]$/, '');
}

function leading(subject: string, mention: Mention, topic: Topic): Naming | undefined {
  if (each.test(mention.lead)) {
    const names = apart(subject.replace(/(?:各|(?<!平|年|人|户|亩|地)均)$/, '').replace(setUpIn, '')).map(
      (name) => completed(tidyPhrase(name), topic),
    );
    return levelNaming(withVerb(names, leadingVerb(names[0] ?? '')));
  }
  if (pointsBack.test(subject) && topic.lastName !== undefined)
    return {
      names: [topic.lastName],
      subjects: topic.carried === undefined ? [] : [topic.carried],
      relation: 'share',
      verb: '',
    };
  const written = perHead(tidyPhrase(withoutEmptyVerb(subject)), mention, topic);
  const name =
    verbAlone.test(written) || leadingVerb(written) === written
      ? againWith(written, topic)
      : completed(written, topic);
  const whole = /占(全.|所在.)/.exec(topic.last?.names[0] ?? '')?.[1];
  if (
    mention.listed &&
    whole &&
    topic.last?.relation === 'share' &&
    lookUpUnit(mention.span.unit)?.kind === 'ratio'
  )
    return {
      names: [`${topic.subjects.at(-1) ?? ''}占${whole}${name}比重`],
      subjects: [],
      relation: 'share',
      verb: '',
    };
  const yearly = everyYear(written, mention, topic);
  if (yearly !== undefined) return { ...levelNaming([yearly]), subjects: [] };
  const done = verbAlone.test(written) ? doneTo(written, topic) : undefined;
  if (done !== undefined) return { ...levelNaming([done]), verb: '' };
  const held = holderOf(mention, written);
  if (held !== '') return { names: [held + written], subjects: [], relation: 'level', verb: '' };
  if (name.length < 2 || (isAttribute(name) && name.length <= 2 && topic.clauseBefore !== ''))
    return undefined;
  const saysItself = ownVerb.test(name) || isAttribute(tidyPhrase(subject));
  const verb = saysItself ? '' : inheritedVerb(mention, subject, topic);
  return levelNaming([verb + name]);
}

/** 累计培训8万人次，年均1.6万人次; 招商活动每年20场: how many there are in each year. */
function everyYear(name: string, { lead, span }: Mention, { subjects }: Topic): string | undefined {
  const before = subjects.at(-1)?.replace(/^累计/, '');
  if (name === '年均') return before === undefined ? undefined : `年均${before}`;
  const isYearly = /[一-鿿]{2}每年$/.test(lead.trim()) && lookUpUnit(span.unit)?.kind === 'count';
  return isYearly && name.length >= 2 && !name.includes('每年') ? `每年${name}` : undefined;
}

/** 中医院新院区（床位600张，投资4.8亿元）: a short name in a bracket is of what stands before it. */
function holderOf({ holder }: Mention, name: string): string {
  const isShort = (name.length <= 3 && !isHeadless(name)) || isAttribute(name);
  if (!isShort || /\d/.test(holder)) return '';
  const made = tidyPhrase(bareLead(holder.replace(setUp, '')));
  return made.length >= 3 && made.length <= 24 ? made : '';
}

/** 每千人口执业医师3.19人、注册护士3.84人: what the first of a list is counted by counts for all. */
function perHead(name: string, { listed }: Mention, { last }: Topic): string {
  const head = listed && !perHeadStart.test(name) ? perHeadStart.exec(last?.names[0] ?? '')?.[1] : undefined;
  return (head ?? '') + name;
}

/** 2025年新增80座: the verb alone goes on with what was counted before. */
function againWith(verb: string, { subjects }: Topic): string {
  const before = subjects.at(-1);
  if (before === undefined) return verb;
  // 床位新增4000张，累计达到1.1万张: the sum is of the beds.
  return verb + before.replace(verbsBefore, '').replace(/(?<=.{2})(?:新增|净增)$/, '');
}

function withVerb(names: string[], verb: string): string[] {
  return names.map((name) => (leadingVerb(name) === '' ? verb + name : name));
}

/** The verb of a list counts for its later items, as long as they say no more than a name. */
function inheritedVerb({ lead, listed, span }: Mention, subject: string, topic: Topic): string {
  const last = topic.last;
  if (last?.relation !== 'level' || last.verb === '' || /^每年/.test(subject)) return '';
  if (listed) return last.verb;
  const isBareItem =
    lead.replace(/^[，,；\s]+/, '').trim() === subject && lookUpUnit(span.unit)?.kind === 'count';
  return isBareItem && /^[，,；]?/.test(lead) && newcomers.test(last.verb) ? last.verb : '';
}

/** 累计实现信贷规模 says no more than 累计信贷规模. */
function withoutEmptyVerb(phrase: string): string {
  return phrase.replace(/(?<=^|累计)(?:实现|完成|达成)(?=.{2})/, '');
}
