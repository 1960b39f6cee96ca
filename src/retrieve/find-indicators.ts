import { foldText } from '../models/cut-words.js';
import type { IndicatorGroup, IndicatorIndex, IndicatorName } from './indicator-index.js';
import { mentionedIndicators } from './mentioned-indicators.js';
import qualifiers from './name-qualifiers.json' with { type: 'json' };
import { type QueryTerm, queryTerms } from './query-terms.js';

/** Indicator rows of one name and scope in one plan, with how well the question names them. */
export interface IndicatorMatch extends Pick<IndicatorGroup, 'name' | 'planId' | 'rows' | 'scope'> {
  /** From 0 to about 1.3; 0.6 and more is a firm match. */
  score: number;
  /** Share of the question's terms, by weight, that the name says. */
  share: number;
  /** Terms of the question that the name covers. */
  covered: Set<string>;
}

/** Weaker matches are not worth looking at. */
const leastScore = 0.3;
/** A question's words that no indicator holds do not count against one, down to this share of them. */
const leastAnswered = 0.3;
/** Credit for a word said in other words, in part, or abbreviated to some of its characters. */
/** What is taken off where only the whole of a share is named. */
const wholeLoss = 0.4;
const credit = { synonym: 0.9, part: 0.9, abbreviation: 0.7 };

/**
 * Finds the indicators that a question names: by how much of what sets a name apart the question says, and
 * how much of what it asks the name says, so that the longest and most specific one wins. Where the
 * question says the vocabulary's name of another indicator, rows of this one are not meant.
 */
export function findIndicators({
  phrases,
  index,
  planIds,
  limit,
}: {
  phrases: readonly string[];
  index: IndicatorIndex;
  planIds: ReadonlySet<string>;
  limit: number;
}): IndicatorMatch[] {
  const text = foldText(phrases.join(' ')).replace(/\s+/g, '');
  const terms = contentTerms(phrases);
  const groups = index.groups.filter(
    (group) => planIds.has(group.planId) && (group.scope === null || namesScope(text, group.scope)),
  );
  const mentioned = mentionedIndicators(text).filter((one) => !isInsideName(one.text, text, groups));
  const asked = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const read = groups.map((group) => ({ group, names: group.names.map((name) => readName(name, terms)) }));
  const most = read.reduce((max, { names }) => Math.max(max, ...names.map((one) => one.answers)), 0);
  const question = { text, terms, asked, scale: Math.max(most, asked * leastAnswered), credits: new Map() };
  return read
    .filter(({ names }) => names.some((one) => one.answers > 0))
    .map(({ group, names }) => matchOf({ group, names, question, mentioned }))
    .filter((match) => match.score >= leastScore)
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length)
    .slice(0, limit);
}

/** 养老床位 is not said by 家庭养老床位, where a plan has just that. */
function isInsideName(mention: string, text: string, groups: readonly IndicatorGroup[]): boolean {
  return groups.some(({ names }) =>
    names.some(
      (name) => name.text.length > mention.length && name.text.endsWith(mention) && text.includes(name.text),
    ),
  );
}

/** 占GDP比重 is not GDP: what the question says is only what the indicator is a share of. */
function onlyInWhole(folded: string, covered: ReadonlySet<string>): boolean {
  const whole = /占(.+?)(?:的?比重|的?比例|比)/.exec(folded)?.[1];
  if (!whole) return false;
  const rest = folded.replace(whole, '');
  return [...covered].every((word) => whole.includes(word) || !rest.includes(word));
}

/** What only says how something is measured (增速, 规模) names no indicator by itself. */
export function namesSubject({ covered }: Pick<IndicatorMatch, 'covered'>): boolean {
  return [...covered].some((word) => !measureTerms.has(word));
}

const measureTerms = new Set([...qualifiers.words, ...qualifiers.measures]);

/** Whole words of the question without the short words inside them, numbers aside. */
export function contentTerms(phrases: readonly string[], background: readonly string[] = []): QueryTerm[] {
  const terms = queryTerms(phrases, background).filter((term) => !/^[\d.%]+$/.test(term.word));
  return terms.filter(
    (term) => !terms.some((other) => other.word.length > term.word.length && other.word.includes(term.word)),
  );
}

/** So long, the name of a place or body may be said without its first word. */
const shortenedScope = 6;

function namesScope(text: string, scope: string): boolean {
  const folded = foldText(scope);
  return (
    text.includes(folded) ||
    (folded.length > 2 && text.includes(folded.replace(/[省市县区州盟旗]$/, ''))) ||
    // 西部陆海新通道 is called 陆海新通道, 云岫龙塘机场 龙塘机场.
    (folded.length >= shortenedScope && text.includes(folded.slice(2)))
  );
}

/** What a call works out once: the question, and how far it says each word of a name. */
interface Question {
  text: string;
  terms: readonly QueryTerm[];
  /** Weight of all terms, and the weight that the best name answers. */
  asked: number;
  scale: number;
  credits: Map<string, number>;
}

/** A name with how far each term of the question stands in it. */
interface ReadName {
  name: IndicatorName;
  held: { term: QueryTerm; credit: number }[];
  answers: number;
}

function readName(name: IndicatorName, terms: readonly QueryTerm[]): ReadName {
  const held = terms.flatMap((term) => {
    const share = termInName(term, name.text);
    return share > 0 ? [{ term, credit: share }] : [];
  });
  return { name, held, answers: held.reduce((sum, one) => sum + one.term.weight * one.credit, 0) };
}

function matchOf({
  group,
  names,
  question,
  mentioned,
}: {
  group: IndicatorGroup;
  names: readonly ReadName[];
  question: Question;
  mentioned: readonly { canonicalName: string; text: string }[];
}): IndicatorMatch {
  const scored = names.map((name) => scoreName(name, question));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    score: 0,
    share: 0,
    covered: new Set<string>(),
  });
  const isMentioned = mentioned.some((one) => one.canonicalName === group.canonicalName);
  // What the row's own name contains is not another indicator.
  // 东岭区养老床位 is the 床位 that a table gives of that district.
  const isShort = (mention: string) =>
    group.scope !== null && group.names.some((name) => mention.endsWith(name.text));
  const others = mentioned.filter(
    (one) => !group.names.some((name) => name.text.includes(one.text)) && !isShort(one.text),
  );
  const takenByOther =
    !isMentioned && others.some((other) => [...best.covered].every((word) => other.text.includes(word)));
  const score = best.score + (isMentioned ? 0.3 * best.share : 0) - (takenByOther ? 0.35 : 0);
  const { name, planId, rows, scope } = group;
  return { name, planId, rows, scope, score, share: best.share, covered: best.covered };
}

function scoreName({ name, held, answers }: ReadName, question: Question) {
  const total = name.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shortened = held.filter((one) => one.credit === credit.abbreviation).map((one) => one.term.word);
  const said = name.words.reduce((sum, { word, weight }) => {
    const inShort = shortened.some((short) => [...short].some((character) => word.includes(character)));
    return sum + weight * Math.max(creditFor(word, question), inShort ? credit.abbreviation : 0);
  }, 0);
  const covered = new Set(held.map((one) => one.term.word));
  const loss = covered.size > 0 && onlyInWhole(name.text, covered) ? wholeLoss : 0;
  const inText = question.text.includes(stemOf(name.text)) ? 0.1 : 0;
  const score = (said / total) * (0.55 + 0.45 * (answers / question.scale)) + inText - loss;
  return { score, share: answers / question.asked, covered };
}

/** 弃风弃光率 is asked for as 弃风弃光: what only says how a thing is measured may be left out. */
function stemOf(name: string): string {
  const stem = name.replace(measureEnding, '');
  return stem.length >= shortestStem ? stem : name;
}

const measureEnding = /(?:总额|总量|数量|规模|面积|[率量数额值])$/;
const shortestStem = 4;

/** How far the question says a word of a name; the same word stands in many names. */
function creditFor(word: string, { text, terms, credits }: Question): number {
  const known = credits.get(word);
  if (known !== undefined) return known;
  const found = workOutCredit(word, text, terms);
  credits.set(word, found);
  return found;
}

function workOutCredit(word: string, text: string, terms: readonly QueryTerm[]): number {
  if (text.includes(word)) return 1;
  const isSynonym = terms.some((term) =>
    term.alternatives.some((other) => other === word || (other.length > 2 && word.includes(other))),
  );
  if (isSynonym) return credit.synonym;
  const stem = word.replace(/[业类型性]$/, '');
  if (stem.length >= 2 && text.includes(stem)) return credit.part;
  const isShortened = terms.some((term) => isAbbreviation(term.word, word));
  return Math.max(isShortened ? credit.abbreviation : 0, credit.part * pairShare(word, text));
}

/** How far a name says a word of the question: whole, in other words, in part or abbreviated. */
export function termInName(term: QueryTerm, name: string): number {
  if (name.includes(term.word)) return 1;
  if (term.alternatives.some((other) => name.includes(other))) return credit.synonym;
  if (isAbbreviation(term.word, name)) return credit.abbreviation;
  const stem = term.word.replace(/(?:公司|机构|企业|业)$/, '');
  if (stem.length >= 2 && stem !== term.word && name.includes(stem)) return credit.synonym;
  const share = pairShare(term.word, name);
  return share >= 0.75 ? credit.part * share : 0;
}

/** 油气 for 石油天然气: a short word all of whose characters stand in the long one. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 4 || long.length <= short.length) return false;
  for (let at = 0; at < short.length; at += 1) {
    const character = short.charAt(at);
    if (character < '\u4E00' || character > '\u9FFF' || !long.includes(character)) return false;
  }
  return true;
}

function pairShare(word: string, text: string): number {
  if (word.length < 3) return 0;
  let held = 0;
  for (let at = 0; at + 2 <= word.length; at += 1) if (text.includes(word.slice(at, at + 2))) held += 1;
  return held / (word.length - 1);
}
