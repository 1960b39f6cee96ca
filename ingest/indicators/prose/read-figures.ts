import type { PeriodSpan } from '../../../src/quantity/periods.js';
import type { Figure } from '../figure.js';
import { measureOf } from '../measure.js';
import type { PlanFrame } from '../plan-frame.js';
import { ownScope, type Scope } from '../scope.js';
import { periodSet, yearsOf } from './dates.js';
import { isFigure, isNamed } from './keep.js';
import { kindOf, type Tense } from './kind.js';
import { type Naming, nameFigure, type Topic } from './name-figure.js';
import { quotesOf } from './quote.js';
import { rankName, rankText, rankValue } from './rank.js';
import type { ProsePlace } from './read-prose.js';
import type { Mention, Sentence } from './sentence.js';
import { spread } from './spread.js';
import { takeScope } from './subject.js';

interface SentenceRequest {
  sentence: Sentence;
  place: ProsePlace;
  frame: PlanFrame;
  tense: Tense;
  carried: PeriodSpan | undefined;
  subject: string | undefined;
}

/** The figures of one sentence, and what it leaves for the next. */
export function readFigures(request: SentenceRequest): {
  figures: Figure[];
  period: PeriodSpan | undefined;
  subject: string | undefined;
} {
  const { sentence, place, frame } = request;
  const figures: Figure[] = [];
  const subjects: string[] = request.subject ? [request.subject] : [];
  let scope: Scope = sentenceScope(request);
  let last: Naming | undefined;
  const namings = new Map(
    spread(sentence, (mention, before) =>
      nameFigure(mention, topicOf(sentence, mention, [...subjects, ...before], last)),
    ),
  );
  for (const mention of sentence.mentions) {
    if (!isFigure(mention, sentence)) continue;
    const naming = namings.get(mention) ?? nameOf(sentence, mention, subjects, last);
    if (!naming) continue;
    const taken = naming.names.map((name) => takeScope(name, frame));
    const own = taken[0]?.scope;
    if (own) scope = own;
    const names = taken.map(({ rest }, at) => (rest.length >= 2 ? rest : (naming.names[at] ?? '')));
    if (naming.isSubject) subjects.push(...names);
    last = { ...naming, names };
    for (const name of names)
      if (isNamed(name))
        figures.push(figureOf({ request, mention, name, scope: place.scope ?? scope, naming }));
  }
  return { figures, period: periodSet(sentence), subject: undefined };
}

function nameOf(
  sentence: Sentence,
  mention: Mention,
  subjects: readonly string[],
  last: Naming | undefined,
): Naming | undefined {
  const topic = topicOf(sentence, mention, subjects, last);
  return mention.span.role === 'rank' ? rankName(mention, topic) : nameFigure(mention, topic);
}

function topicOf(
  sentence: Sentence,
  mention: Mention,
  subjects: readonly string[],
  last: Naming | undefined,
): Topic {
  return { subjects, last, clauseBefore: clauseBefore(sentence, mention) };
}

/** The clause before a figure's own, when it holds no figure itself. */
function clauseBefore({ text, mentions }: Sentence, mention: Mention): string {
  const end = mention.clauseStart - 1;
  if (end <= 0) return '';
  const before = text.slice(0, end);
  const clause = before.slice(
    Math.max(...['，', '；', '。', '：'].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  const start = end - clause.length;
  return mentions.some(({ span }) => span.start >= start && span.start < end) ? '' : clause;
}

/** A sentence that begins with another place speaks of that place. */
function sentenceScope({ sentence, place, frame }: SentenceRequest): Scope {
  if (place.scope) return place.scope;
  const opening = sentence.text
    .replace(/^[（(]?[\d一二三四五六七八九十]+[）)．.、]\s*/, '')
    .replace(
      /^(?:截至|截止|到|至)?\s*(?:\d{4}\s*年\s*(?:末|底|全年)?|“十[一二三四五]五”(?:时期|期间|以来)?)[，,]?\s*/,
      '',
    );
  return takeScope(opening, frame).scope ?? ownScope;
}

function figureOf({
  request,
  mention,
  name,
  scope,
  naming,
}: {
  request: SentenceRequest;
  mention: Mention;
  name: string;
  scope: Scope;
  naming: Naming;
}): Figure {
  const { sentence, place, frame, tense, carried } = request;
  const { span } = mention;
  const years = yearsOf(sentence, mention, carried);
  const clause = sentence.text.slice(mention.clauseStart, span.end + mention.tail.length);
  const kind = kindOf({
    clause,
    sentence: sentence.text,
    year: years.stated ? years.year : null,
    tense,
    frame,
  });
  const fallback = kind === 'target' ? frame.end : frame.base;
  const isRank = span.role === 'rank';
  const { value, valueMax, unit, comparator } = span;
  const isChange = naming.relation === 'growth';
  return {
    name,
    ...scope,
    quantity: isRank ? rankValue(span) : { value, valueMax, unit, comparator },
    text: isRank ? rankText(sentence.text, mention) : span.raw,
    year: years.year ?? fallback,
    yearFrom: isChange ? (years.reference ?? years.yearFrom) : years.yearFrom,
    measure: isChange && unit !== '倍' ? 'rate' : measureOf({ name, unit }),
    kind,
    attribute: null,
    source: place.source,
    sectionPath: place.sectionPath,
    lines: place.lines,
    quotes: quotesOf(sentence.text, mention),
  };
}
