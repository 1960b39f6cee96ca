import { lookUpUnit } from '../../../src/quantity/units.js';
import { leadingVerb, type Naming, type Topic } from './naming.js';
import { nounAfter } from './noun-after.js';
import { completed, isAttribute, subjectBefore } from './owner.js';
import { bareLead, splitList, tidyPhrase } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };
import { type Relation, relationOf } from './relation.js';
import type { Mention } from './sentence.js';

const goesOn = new RegExp(words.goesOn);
const newcomers = new RegExp(words.newcomers);
const levelVerb = new RegExp(words.levelVerb);
const each = /(?:各|(?<!平)均)(?:达到|达|为|在|超过)?\s*$/;
const periodAtEnd = /(?:\d{4}\s*年(?:[末底])?|”?期?末)\s*的?\s*$/;

/** Names a figure from the words around it; undefined when they name nothing. */
export function nameFigure(mention: Mention, topic: Topic): Naming | undefined {
  const { span, lead } = mention;
  const relation = relationOf({ lead, unit: span.unit, raw: span.raw });
  if (relation.kind !== 'level') return related(relation, topic);
  const following = nounAfter(mention, relation.subject, topic);
  if (following === 'conflict') return undefined;
  if (following) return levelNaming([following]);
  return relation.subject === '' ? continued(mention, topic) : leading(relation.subject, mention, topic);
}

function levelNaming(names: string[]): Naming {
  return { names, subjects: names, relation: 'level', verb: leadingVerb(names[0] ?? '') };
}

/** A change or a share of what the lead names, or of what was spoken of last. */
function related(relation: Exclude<Relation, { kind: 'level' }>, topic: Topic): Naming | undefined {
  const own = completed(tidyPhrase(relation.subject), topic);
  const subject = own.length >= 2 ? own : subjectBefore(topic);
  if (subject === undefined) return undefined;
  const isNew = subject !== topic.subjects.at(-1);
  const names = [subject + relation.label];
  return { names, subjects: isNew ? [subject] : [], relation: relation.kind, verb: '' };
}

/** A figure without words of its own goes on with what was spoken of. */
function continued(mention: Mention, topic: Topic): Naming | undefined {
  const { span, inBracket, lead } = mention;
  const subject = subjectBefore(topic);
  if (inBracket && lookUpUnit(span.unit)?.kind === 'ratio' && lead.trim() === '')
    return subject === undefined
      ? undefined
      : { names: [`${subject}占比`], subjects: [], relation: 'share', verb: '' };
  if (levelVerb.test(lead) && topic.last && topic.last.relation !== 'growth')
    return { ...topic.last, names: topic.last.names.slice(-1), subjects: [] };
  if (inBracket && periodAtEnd.test(bracketLead(lead)) && topic.last && topic.last.relation !== 'growth')
    return { ...topic.last, names: topic.last.names.slice(-1), subjects: [] };
  if (subject === undefined || !(goesOn.test(lead.trim()) || periodAtEnd.test(lead))) return undefined;
  return levelNaming([subject]);
}

/** （2016年为8.2%）: the words of a bracket without their verb. */
function bracketLead(lead: string): string {
  return lead.trim().replace(/[为是达]$/, '');
}

function leading(subject: string, mention: Mention, topic: Topic): Naming | undefined {
  if (each.test(mention.lead)) {
    const names = splitList(subject.replace(/(?:各|(?<!平)均)$/, '')).map((name) =>
      completed(tidyPhrase(name), topic),
    );
    return levelNaming(withVerb(names, leadingVerb(names[0] ?? '')));
  }
  const name = completed(tidyPhrase(withoutEmptyVerb(subject)), topic);
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
  if (name.length < 2 || (isAttribute(name) && name.length <= 2 && topic.clauseBefore !== ''))
    return undefined;
  const verb = leadingVerb(name) === '' ? inheritedVerb(mention, subject, topic) : '';
  return levelNaming([verb + name]);
}

function withVerb(names: string[], verb: string): string[] {
  return names.map((name) => (leadingVerb(name) === '' ? verb + name : name));
}

/** The verb of a list counts for its later items, as long as they say no more than a name. */
function inheritedVerb({ lead, listed, span }: Mention, subject: string, topic: Topic): string {
  const last = topic.last;
  if (last?.relation !== 'level' || last.verb === '') return '';
  if (listed) return last.verb;
  const isBareItem =
    lead.replace(/^[，,；\s]+/, '').trim() === subject && lookUpUnit(span.unit)?.kind === 'count';
  return isBareItem && /^[，,；]?/.test(lead) && newcomers.test(last.verb) ? last.verb : '';
}

/** 累计实现信贷规模 says no more than 累计信贷规模. */
function withoutEmptyVerb(phrase: string): string {
  return phrase.replace(/(?<=^|累计)(?:实现|完成|达成)(?=.{2})/, '');
}

/** Names a run of figures that are listed without names of their own: 分别达4.37万亿元、4.11万亿元. */
export function nameRun(run: readonly Mention[], topic: Topic): (Naming | undefined)[] {
  const [first] = run;
  if (!first || run.length < 2) return run.map((mention) => nameFigure(mention, topic));
  const lead = first.lead.replace(/分别/g, '');
  const relation = relationOf({ lead, unit: first.span.unit, raw: first.span.raw });
  const label = relation.kind === 'level' ? '' : relation.label;
  const subjects = namesForRun(tidyPhrase(relation.subject), run.length, topic);
  if (!subjects) return run.map((mention) => nameFigure(mention, topic));
  return subjects.map((subject) => {
    const names = [subject + label];
    return { names, subjects: label === '' ? names : [], relation: relation.kind, verb: '' };
  });
}

function namesForRun(listed: string, count: number, topic: Topic): string[] | undefined {
  if (listed.length >= 2) return exactly(sharedHead(splitList(listed)), count);
  const last = topic.subjects.at(-1);
  const split = last === undefined ? [] : sharedHead(splitList(last));
  return split.length === count ? split : exactly(topic.subjects.slice(-count), count);
}

function exactly(names: readonly string[], count: number): string[] | undefined {
  return names.length === count ? [...names] : undefined;
}

/** 全市金融机构存款余额、贷款余额: what stands before the first name stands before all. */
function sharedHead(names: readonly string[]): string[] {
  const [first = '', ...rest] = names;
  const shortest = Math.min(...rest.map((name) => name.length));
  const head = first.length > shortest + 1 ? first.slice(0, first.length - shortest) : '';
  const isHead = /(?:机构|企业|公司|行业|业|区|市)$/.test(head);
  return isHead ? [first, ...rest.map((name) => head + bareLead(name))] : [...names];
}
