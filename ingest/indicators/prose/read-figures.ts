import type { PeriodSpan } from '../../../src/quantity/periods.js';
import { lookUpUnit } from '../../../src/quantity/units.js';
import type { Figure } from '../figure.js';
import type { PlanFrame } from '../plan-frame.js';
import { ownScope, type Scope } from '../scope.js';
import { carriedBy, pairedYear } from './dates.js';
import { isFigure, isMeasured, isNamed } from './keep.js';
import type { Tense } from './kind.js';
import { figureOf } from './make-figure.js';
import { nameRun } from './name-run.js';
import type { Naming, Topic } from './naming.js';
import { isAttribute } from './owner.js';
import { balanced, bareLead, bareStart } from './phrase.js';
import words from './prose-words.json' with { type: 'json' };
import { rankName } from './rank.js';
import type { ProsePlace } from './read-prose.js';
import type { Mention, Sentence } from './sentence.js';
import { isPlaceScope, openingScope, takeScope } from './subject.js';
import { scopeOfBracket, scopeOfSite } from './surrounding-scope.js';

export interface SentenceRequest {
  sentence: Sentence;
  place: ProsePlace;
  frame: PlanFrame;
  tense: Tense;
  carried: PeriodSpan | undefined;
  /** What the sentence before spoke of last. */
  subject: string | undefined;
  /** The work that the paragraph or its section is titled with. */
  item: string | undefined;
  /** The sentence before told the state at some time (截至…). */
  asOf: boolean;
  /** What the figure before was called. */
  lastName: string | undefined;
  /** What the part before the semicolon named. */
  before: readonly string[];
  /** The industry that the paragraph or its section is about. */
  industry: string | undefined;
  /** Whose figures the surroundings speak of, where the sentence does not say. */
  around: Scope | undefined;
}

/** The figures of one sentence, and what it leaves for the next. */
export function readFigures(request: SentenceRequest): {
  figures: Figure[];
  period: PeriodSpan | undefined;
  subject: string | undefined;
  /** Whose figures the sentence opened with, and whose came last. */
  opening: Scope;
  last: Scope;
  lastName: string | undefined;
  subjects: readonly string[];
} {
  const { sentence, place, frame, around } = request;
  const opening = place.scope ?? openingScope(sentence.text, frame) ?? around ?? ownScope;
  const state: State = { subjects: [], opening, scope: opening, last: undefined };
  const firstClause = endOfFirstClause(sentence.text);
  const figures = runsOf(sentence).flatMap((run) => {
    const topic: Topic = {
      subjects: state.subjects,
      last: state.last,
      item: request.item,
      lastName: state.last?.names.at(-1) ?? request.lastName,
      before: request.before,
      firstClause: firstWords(sentence),
      clauseBefore: clauseBefore(sentence, run[0]),
      carried: firstClause < 0 || (run[0]?.span.start ?? 0) < firstClause ? request.subject : undefined,
      industry: request.industry,
    };
    return namingsOf(run, topic, sentence).flatMap(([mention, naming]) =>
      take({ request, mention, naming, state }),
    );
  });
  const { subjects, last, scope } = state;
  const lastName = last?.names.at(-1);
  return {
    figures,
    period: carriedBy(sentence, frame),
    subject: subjects.at(-1),
    opening,
    last: scope,
    lastName,
    subjects,
  };
}

/** The first clause, when no figure stands in it. */
function firstWords({ text, mentions }: Sentence): string {
  const end = text.search(/[，；：]/);
  return end < 0 || (mentions[0]?.span.start ?? 0) < end ? '' : text.slice(0, end + 1);
}

/** Where the first clause ends that says more than a date (到2025年，达到2000家). */
function endOfFirstClause(text: string): number {
  for (const mark of text.matchAll(/[，；：]/g))
    if (bareStart(text.slice(0, mark.index)).length >= 2) return mark.index;
  return -1;
}

interface State {
  subjects: string[];
  /** Whose figures the sentence is about, or from its naming of a site on. */
  opening: Scope;
  scope: Scope;
  last: Naming | undefined;
}

/** Figures that follow each other with nothing but a list mark between them. */
function runsOf(sentence: Sentence): Mention[][] {
  const runs: Mention[][] = [];
  for (const mention of sentence.mentions.filter((one) => isFigure(one, sentence))) {
    const isBareMark = /^\s*(?:[、和及与]|以及)\s*$/.test(mention.lead);
    const goesOn = mention.listed && isBareMark && !/^[^，。；、（]{2,}/.test(mention.tail.trim());
    if (goesOn) runs.at(-1)?.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

function namingsOf(run: readonly Mention[], topic: Topic, sentence: Sentence): [Mention, Naming][] {
  const isByYear = run.every((one) => pairedYear(sentence, one) !== undefined);
  const namings =
    run[0]?.span.role === 'rank' ? run.map((one) => rankName(one, topic)) : nameRun(run, topic, isByYear);
  return run.flatMap((mention, at): [Mention, Naming][] => {
    const naming = namings[at];
    return naming ? [[mention, naming]] : [];
  });
}

/** Takes the scope off the names, remembers what they are about, and makes their figures. */
function take({
  request,
  mention,
  naming,
  state,
}: {
  request: SentenceRequest;
  mention: Mention;
  naming: Naming;
  state: State;
}): Figure[] {
  const { frame, place, sentence } = request;
  const taken = naming.names.map((name) => takeScope(bareStart(name), frame));
  const names = taken.map(({ rest, scope }, at) => {
    // 德溪县为365万人次: a place alone goes on with what was spoken of.
    if (rest === '' && scope) return state.subjects.at(-1) ?? request.subject ?? '';
    return balanced(rest.length >= 2 ? bareStart(rest) : (naming.names[at] ?? ''));
  });
  const hangsOn =
    naming.relation !== 'level' || names.every((name) => isAttribute(name) || name.startsWith('与'));
  const goesOn = hangsOn || isPlaceScope(state.scope);
  const before = sentence.text.slice(0, mention.clauseStart);
  const site = scopeOfSite(names[0] ?? '', before, frame);
  if (site) state.opening = site;
  const isOfEach = /^每(?:个|[市县区镇乡村])/.test(names[0] ?? '');
  const scope =
    place.scope ??
    (isOfEach ? ownScope : undefined) ??
    scopeOfBracket(sentence.text, mention, frame) ??
    taken[0]?.scope ??
    site ??
    (goesOn ? state.scope : state.opening);
  if (naming.subjects.length > 0)
    state.subjects.push(...naming.subjects.flatMap((subject) => subjectOf(subject, frame)));
  if (naming.relation === 'level') state.scope = scope;
  state.last = { ...naming, names };
  // 面积 of nothing in particular says nothing.
  const isLost =
    names.every(isAttribute) && scope === ownScope && taken[0]?.scope === undefined && !place.subject;
  if (isLost && openingScope(request.sentence.text, frame) === undefined) return [];
  const carried = sharesOut.test(sentence.text.slice(0, 8)) ? request.subject : undefined;
  const topics = [carried, state.subjects[0]].filter((topic) => topic !== undefined);
  const kept = names
    .map((name) => spentOn(withoutOwner(name, scope.scope), mention, topics))
    .filter((name) => isNamed(name, mention) && isMeasured(name, mention));
  return kept.map((name) => figureOf({ request, mention, name, scope, naming }));
}

const moneyNoun = new RegExp(`${words.moneyNouns}|投资|${words.payers}`);
const sharesOut = new RegExp(words.sharesOut);

/** 固定资产投资860亿元，其中水运80亿元: a part of what is invested is an investment too; who pays for it is none. */
function spentOn(name: string, { span, lead, listed }: Mention, topics: readonly string[]): string {
  const isPart = listed || sharesOut.test(lead) || bareLead(lead) === name;
  const isMoney = lookUpUnit(span.unit)?.kind === 'money';
  const isOfInvestment = topics.some((topic) => topic.includes('投资'));
  return isPart && isMoney && isOfInvestment && !moneyNoun.test(name) ? `${name}投资` : name;
}

/** [养护中心] 养护中心总投资: whose it is need not be said twice. */
function withoutOwner(name: string, owner: string | null): string {
  return owner !== null && name.startsWith(owner) && name.length >= owner.length + 2
    ? name.slice(owner.length)
    : name;
}

/** What later figures go on with: a name without its place; a place alone (石县5万亩) is nothing to go on with. */
function subjectOf(subject: string, frame: PlanFrame): string[] {
  const { rest, scope } = takeScope(subject, frame);
  const name = bareStart(rest);
  if (name !== '') return [name];
  return scope ? [] : [subject];
}

/** The clause before a figure's own, when it holds no figure itself. */
function clauseBefore({ text, mentions }: Sentence, mention: Mention | undefined): string {
  const end = (mention?.clauseStart ?? 0) - 1;
  if (end <= 0) return '';
  const before = text.slice(0, end);
  const marks = ['，', '；', '。', '：'].map((mark) => before.lastIndexOf(mark));
  const start = Math.max(...marks) + 1;
  return mentions.some(({ span }) => span.start >= start && span.start < end) ? '' : before.slice(start);
}
