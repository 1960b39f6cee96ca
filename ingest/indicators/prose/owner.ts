import { leadingVerb, type Topic } from './naming.js';
import { bareLead, tidyPhrase } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };

const attributes = [...words.bareAttributes].sort((a, b) => b.length - a.length);
const attributeEnd = new RegExp(`(?:${attributes.join('|')})$`);
const headless = new RegExp(words.headless);
const levelPrefix = new RegExp(words.levelPrefix);
const levelSuffix = new RegExp(words.levelSuffix);
const kindPrefix = new RegExp(words.kindPrefix);
const creation = new RegExp(`^.*(?:${words.creation})了?`);
const itemEnd = new RegExp(words.itemEnds);
const severalItems = new RegExp(words.severalItems);
const genericTitle = new RegExp(words.genericTitles);
const workEnd = new RegExp(words.workEnds);
/** 三大主导产业 are several. */
const severalIndustries = /[一二三四五六七八九十两\d]大|主导|支柱|优势$/;
const industryParents = new RegExp(words.industryParents);
const noIndustry = new RegExp(words.noIndustry);
const building = new RegExp(words.building);
const itemTitle = /^[^，。；：:\d]{3,24}$/;
const clauseVerb = new RegExp(`(?:${words.clauseVerbs}).*$`);

/** Puts what was spoken of before in front of a name that says too little (规模, 国家级, A股). */
export function completed(name: string, topic: Topic): string {
  if (name === '累计' || name === '合计') return joined(name, subjectBefore(topic), topic);
  if (words.outputs.includes(name) && topic.industry !== undefined && !namesIndustry(topic))
    return overlapped(topic.industry, name);
  if (words.bareAttributes.includes(name)) {
    const owner = words.rateAttributes.includes(name)
      ? subjectBefore(topic)
      : ((words.investments.includes(name) ? (madeIn(topic.firstClause) ?? topic.item) : undefined) ??
        ownerOf(topic));
    return owner === undefined || name.startsWith(owner) || isAttribute(owner)
      ? name
      : overlapped(owner, name);
  }
  const before = topic.subjects.at(-1);
  if (!before || !headless.test(name)) return name;
  return withHead(name, before);
}

/**
 * The industry that a title is about: 2.轴承及基础件产业链 → 轴承及基础件产业; under 主导产业 a title that is but a
 * noun names one too (第二节 生物医药 → 生物医药产业).
 */
export function industryOf(path: readonly string[]): string | undefined {
  const bare = plainTitle(path.at(-1)).replace(industryVerb, '');
  const [, name] = /^([一-鿿、“”]{2,16}?)(?:产业链|产业集群|产业|集群)$/.exec(bare) ?? [];
  if (name !== undefined && name !== '' && !severalIndustries.test(name)) return `${name}产业`;
  const isOneOfSeveral = industryParents.test(plainTitle(path.at(-2)));
  const isNoun = /^[一-鿿、]{2,14}$/.test(bare) && !noIndustry.test(plainTitle(path.at(-1)));
  return isOneOfSeveral && isNoun ? `${bare}产业` : undefined;
}

function plainTitle(title: string | undefined): string {
  return (title ?? '').replace(
    /^(?:第[\d一二三四五六七八九十百]+[篇章节]|[（(]?[\d一二三四五六七八九十.]+[、.．）)]?)\s*/,
    '',
  );
}

/** Another industry than the title's was spoken of in the sentence. */
function namesIndustry({ subjects, clauseBefore }: Topic): boolean {
  return [subjects.at(-1) ?? '', clauseBefore].some((text) =>
    /[一-鿿]{2}(?:产业|行业|制造业|集群)$/.test(text),
  );
}

const industryVerb = new RegExp(`^(?:${words.industryVerbs})`);

/** Whether a name only says of which level or kind something is (国家级, A股, 4A级). */
export function isHeadless(name: string): boolean {
  return headless.test(name);
}

/** 国家级 + 市级以上龙头企业 → 国家级龙头企业. */
export function withHead(name: string, before: string): string {
  const verb = leadingVerb(before);
  const head = withoutAttribute(before.slice(verb.length))
    .replace(levelPrefix, '')
    .replace(kindPrefix, '')
    .replace(levelSuffix, '');
  // 五星级 + 星级酒店 → 五星级酒店.
  return name.endsWith(head.slice(0, 2)) ? name + head.slice(2) : name + head;
}

/** The subject that a change or share without one of its own hangs on. */
export function subjectBefore(topic: Topic): string | undefined {
  const stated = nounOf(topic.clauseBefore);
  return topic.subjects.at(-1) ?? (stated === '' ? topic.carried : stated);
}

/** 高标准农田建设工程：新建16万亩: a verb alone is done to what the item is titled with. */
export function doneTo(verb: string, { firstClause, item, subjects }: Topic): string | undefined {
  const title = firstClause.endsWith('：') ? tidyPhrase(bareLead(firstClause.slice(0, -1))) : item;
  if (title === undefined || genericTitle.test(title) || !itemTitle.test(title)) return undefined;
  const thing = title.replace(workEnd, '');
  const speaksOfOther = subjects.some((subject) => !subject.endsWith(thing));
  return thing.length < 2 || thing === title || speaksOfOther ? undefined : verb + thing;
}

export function endsInAttribute(name: string): string {
  return attributeEnd.exec(name)?.[0] ?? '';
}

export function isAttribute(name: string): boolean {
  return words.bareAttributes.includes(name);
}

/** 新增74万亩，累计达到220万亩: the sum holds more than what is new. */
function joined(name: string, owner: string | undefined, { last }: Topic): string {
  const isNew = last !== undefined && /^(?:新增|净增|新建)/.test(last.verb);
  return owner === undefined
    ? ''
    : name + (isNew ? owner.slice(leadingVerb(owner).length) : owner.replace(/(?<=.{2})(?:新增|净增)$/, ''));
}

/** 建设疾控中心 or 加快疾控中心建设，…，总投资9亿元: the investment is in what the sentence sets out to make. */
function madeIn(opening: string): string | undefined {
  const clause = opening.slice(0, -1);
  const built = building.exec(clause)?.[1];
  if (built !== undefined && itemEnd.test(built)) return built;
  const isItem = opening.endsWith('：') && (itemEnd.test(clause) || isTitle(clause));
  if (!isItem && !creation.test(clause)) return undefined;
  const made = tidyPhrase(bareLead(isItem ? clause.replace(/^[>\s]+/, '') : clause.replace(creation, '')));
  return made.length >= 2 && made.length <= 24 ? made : undefined;
}

/** 食用菌产业集群：…: a few words before a colon are what the rest is about, unless they only say 目标 or 近期. */
function isTitle(clause: string): boolean {
  const title = bareLead(clause);
  return itemTitle.test(title) && !genericTitle.test(title) && !severalItems.test(title);
}

/** The one work that a title names (蓝湾整治工程): what is invested under it is invested in that. */
export function itemOf(title: string): string | undefined {
  const isItem = itemTitle.test(title) && itemEnd.test(title) && !severalItems.test(title);
  return isItem ? tidyPhrase(bareLead(title)) : undefined;
}

/** Whose attribute is meant: what the clause before made or spoke of, else the last subject. */
function ownerOf(topic: Topic): string | undefined {
  const made = creation.test(topic.clauseBefore)
    ? tidyPhrase(bareLead(topic.clauseBefore.replace(creation, '')))
    : nounOf(topic.clauseBefore);
  if (made.length >= 2 && made.length <= 24) return made;
  const before = topic.subjects.at(-1) ?? topic.carried;
  // 开工率不低于70%，到位资金…: nothing is a part of a rate.
  return before === undefined || /(?:[率速]|占比|比[重例])$/.test(before)
    ? undefined
    : withoutAttribute(before);
}

/** 私募股权投资 + 投资规模 → 私募股权投资规模. */
function overlapped(owner: string, name: string): string {
  if (owner.endsWith(name)) return owner;
  return name.length > 2 && owner.endsWith(name.slice(0, 2)) ? owner + name.slice(2) : owner + name;
}

/** What a clause without figures speaks of: the words before its verb. */
function nounOf(clause: string): string {
  if (/^(?:与|在|和)/.test(clause.trim())) return '';
  const noun = tidyPhrase(bareLead(bareLead(clause).replace(clauseVerb, '')));
  return noun.length >= 2 && noun.length <= 18 && noun !== bareLead(clause) ? noun : shortNoun(clause);
}

/** A short clause without a verb is a noun itself (融资担保公司，注册资本…). */
function shortNoun(clause: string): string {
  const noun = tidyPhrase(bareLead(clause));
  return noun.length >= 2 && noun.length <= 12 && !/[不了相]/.test(noun) ? noun : '';
}

function withoutAttribute(name: string): string {
  const verb = leadingVerb(name);
  if (verb.startsWith('累计')) return name.replace(attributeEnd, '');
  const bare = name.slice(verb.length).replace(attributeEnd, '');
  return bare.length >= 2 ? bare : name;
}
