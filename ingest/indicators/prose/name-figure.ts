import { lookUpUnit } from '../../../src/quantity/units.js';
import { bareLead, splitList, tidyPhrase } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };
import { type Relation, relationOf } from './relation.js';
import type { Mention } from './sentence.js';

/** What a figure is called; several names where one figure counts for each (各1家). */
export interface Naming {
  names: string[];
  /** True where the name says what is measured by itself, so that changes and shares after it hang on it. */
  isSubject: boolean;
  relation: Relation['kind'];
}

/** What the figures before this one were about. */
export interface Topic {
  /** Names of the sentence's figures that stand by themselves, in order. */
  subjects: readonly string[];
  /** The words of the clause before, when it held no figure. */
  clauseBefore: string;
  last: Naming | undefined;
}

const leadingVerb = new RegExp(`(?:^|[，、的]|\\s)?(${words.nounVerbs.join('|')})$`);
const keptVerb = new RegExp(`(${words.keptVerbs.join('|')})$`);
const keptStart = new RegExp(`^(?:每年)?(?:${words.keptVerbs.join('|')})`);
const stopTail = new RegExp(`^(?:${words.stopTail.join('|')})`);
const action = new RegExp(words.actions);
const goesOn = new RegExp(words.goesOn);
const changeAtEnd = new RegExp(`(?:逐年|稳步|持续|快速|不断|大幅)*(?:${words.growthVerb}).{0,4}$`);
const levelPrefix = new RegExp(words.levelPrefix);
const headless = new RegExp(words.headless);
const attribute = new RegExp(
  `(?:${[...words.bareAttributes].sort((a, b) => b.length - a.length).join('|')})$`,
);

/** Names a figure from the words around it; undefined when they name nothing. */
export function nameFigure(mention: Mention, topic: Topic): Naming | undefined {
  const { span, lead } = mention;
  const relation = relationOf(lead, span.unit, span.comparator);
  if (relation.kind !== 'level') return related(relation, topic);
  const following = nounAfter(mention, relation.subject, topic);
  if (following) return { names: [following], isSubject: true, relation: 'level' };
  return relation.subject === '' ? continued(mention, topic) : leading(relation.subject, mention, topic);
}

/** A change or a share of what the lead names, or of what was spoken of last. */
function related(relation: Exclude<Relation, { kind: 'level' }>, topic: Topic): Naming | undefined {
  const own = tidyPhrase(relation.subject);
  const subject = own.length >= 2 ? completed(own, topic) : topic.subjects.at(-1);
  if (subject === undefined) return undefined;
  return { names: [subject + relation.label], isSubject: false, relation: relation.kind };
}

/** 引进8-12家法人机构: a counted noun stands after its figure. */
function nounAfter({ span, lead, tail }: Mention, subject: string, topic: Topic): string | undefined {
  const kind = lookUpUnit(span.unit)?.kind;
  const noun = tidyPhrase(bareTail(tail));
  if (noun.length < 2 || stopTail.test(tail.trim())) return kind === 'ratio' ? partAfter(tail) : undefined;
  const verb = leadingVerb.exec(lead.trim())?.[1] ?? leadingVerb.exec(subject)?.[1] ?? '';
  const opens = subject === '' || verb !== '' || /^(?:每年|每|平均)$/.test(subject);
  if (!opens) return undefined;
  const kept = keptVerb.exec(subject)?.[1] ?? inherited(subject, topic);
  if (kind === 'count')
    return kept + noun + (action.test(noun) && kept === '' ? `${span.unit.slice(-1)}数` : '');
  const sized = /^(?:规模|额度|总规模)的?(.{2,})$/.exec(noun);
  if (kind === 'money')
    return sized
      ? `${sized[1]}规模`
      : /(?:基金|资金池|平台|项目|额度)$/.test(noun)
        ? `${noun}规模`
        : undefined;
  if (kind === 'area') return `${noun}面积`;
  return kind === 'power' || kind === 'energy' ? `${noun}规模` : undefined;
}

function bareTail(tail: string): string {
  const text = tail.split(/[+；]/)[0] ?? '';
  const bare = bareLead(text.replace(/、\s*$/, ''));
  const sized = attribute.exec(bare)?.[0] ?? '';
  return sized !== '' && sized.length < bare.length - 1 && text.length === tail.length
    ? cutAttribute(bare, sized, tail)
    : bare;
}

/** 117户规上企业营业收入达到620亿元: the second figure's attribute is not part of what is counted. */
function cutAttribute(bare: string, sized: string, tail: string): string {
  return /(?:达到|达|为|突破|超过|约)?\s*$/.test(tail) && /[收规产资金总面]/.test(sized)
    ? bare.slice(0, -sized.length)
    : bare;
}

/** 80%以上的私募基金管理人: a share of what follows. */
function partAfter(tail: string): string | undefined {
  const match = /^(?:以上|左右)?\s*的\s*([^，。；、：（]{2,16})/.exec(tail);
  const noun = match?.[1] ? tidyPhrase(bareLead(match[1])) : '';
  return noun.length >= 2 ? `${noun}占比` : undefined;
}

/** A verb that governs a list counts for its later items too. */
function inherited(subject: string, topic: Topic): string {
  const last = topic.last?.names.at(-1) ?? '';
  return subject === '' && topic.last?.relation === 'level' ? (keptStart.exec(last)?.[0] ?? '') : '';
}

/** A figure without words of its own goes on with the list before it. */
function continued(mention: Mention, topic: Topic): Naming | undefined {
  if (mention.inBracket && lookUpUnit(mention.span.unit)?.kind === 'ratio') {
    const subject = topic.subjects.at(-1);
    return subject === undefined
      ? undefined
      : { names: [`${subject}占比`], isSubject: false, relation: 'share' };
  }
  if (!goesOn.test(mention.lead.trim())) return undefined;
  const subject = topic.subjects.at(-1) ?? tidyPhrase(bareLead(topic.clauseBefore.replace(changeAtEnd, '')));
  return subject.length >= 2 ? { names: [subject], isSubject: true, relation: 'level' } : undefined;
}

function leading(subject: string, mention: Mention, topic: Topic): Naming | undefined {
  const each = /(?:各|均)$/.test(mention.lead.trim()) || /各\s*$/.test(mention.lead);
  const phrase = mention.listed ? subject : withoutVerbs(subject);
  if (each) {
    const names = splitList(phrase.replace(/各$/, '')).map((name) => completed(tidyPhrase(name), topic));
    return { names: withVerb(names), isSubject: true, relation: 'level' };
  }
  const name = completed(tidyPhrase(phrase), topic);
  if (name.length < 2) return undefined;
  const verb = mention.listed && !keptStart.test(name) ? inheritedForList(topic) : '';
  return { names: [verb + name], isSubject: true, relation: 'level' };
}

function withVerb(names: string[]): string[] {
  const verb = keptStart.exec(names[0] ?? '')?.[0] ?? '';
  return names.map((name, at) => (at === 0 || keptStart.test(name) ? name : verb + name));
}

function inheritedForList(topic: Topic): string {
  return topic.last?.relation === 'level' ? (keptStart.exec(topic.last.names.at(-1) ?? '')?.[0] ?? '') : '';
}

/** Keeps the last verb with its object where verbs follow each other. */
function withoutVerbs(phrase: string): string {
  return phrase.replace(/^(?:累计)(?:实现|完成|达成)/, '累计');
}

/** Puts what was spoken of before in front of a name that says too little (规模, 其中A股, 国家级). */
function completed(name: string, topic: Topic): string {
  const before = topic.subjects.at(-1);
  if (words.bareAttributes.includes(name)) {
    const owner = tidyPhrase(lastNoun(topic.clauseBefore)) || (before ? withoutAttribute(before) : '');
    return owner !== '' && !name.startsWith(owner) ? owner + name : name;
  }
  if (before && headless.test(name) && name.length <= 6) {
    const noun = withoutAttribute(before).replace(levelPrefix, '').replace(keptStart, '');
    return `${name}${noun}`;
  }
  return name;
}

function withoutAttribute(name: string): string {
  const bare = name.replace(attribute, '').replace(keptStart, '');
  return bare.length >= 2 ? bare : name;
}

/** The object that a clause without figures ends in. */
function lastNoun(clause: string): string {
  const cut = clause.replace(
    new RegExp(`^.*(?:${words.nounVerbs.filter((verb) => verb.length >= 2).join('|')})了?`),
    '',
  );
  const noun = bareLead(cut);
  return noun.length >= 2 && noun.length <= 24 ? noun : '';
}
