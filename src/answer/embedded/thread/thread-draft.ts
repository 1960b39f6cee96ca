import type { Indicator } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import { type Draft, type DraftClaim, emptyDraft, type Support } from '../../draft.js';
import { quotedClaim } from '../../quoted-claim.js';
import { compact } from '../../sentences.js';
import type { Understanding } from '../../understand/understand.js';
import { aspectsAsked } from '../aspects.js';
import { type ClaimSetting, indicatorClaim, sentenceClaim } from '../indicator-claims.js';
import { type AskedPart, askedParts } from './asked-parts.js';
import { givesAspect, type NearSentence, nearSentence } from './near-sentences.js';
import { baseOf, inYear, siblingRows } from './sibling-rows.js';
import { spokenFigures } from './spoken-figures.js';
import words from './thread-words.json' with { type: 'json' };

const attribute = new RegExp(words.attribute, 'i');
const present = new RegExp(words.present);
const future = new RegExp(words.future);
const course = new RegExp(words.course);

/** What a follow-up is answered from: what the question before was answered with. */
export interface Thread {
  own: Understanding;
  previous: Understanding;
  /** The answer to the question before. */
  before: Draft;
  /** All rows of the plans spoken of. */
  rows: readonly Indicator[];
}

/**
 * The answer to a follow-up from beside the answer before it: another row or column of the same table, another
 * clause of the same sentence or paragraph. Undefined where that does not hold what is asked: then the follow-up
 * is answered like a question.
 */
export function threadDraft(thread: Thread, setting: ClaimSetting): Draft | undefined {
  const { own, before } = thread;
  if (before.status !== 'answered' || before.claims.length === 0) return undefined;
  const parts = askedParts(own);
  if (asksAttribute(thread) && parts.every(({ terms }) => terms.length === 0)) {
    const marked = ofAttribute(thread, setting);
    if (marked) return marked;
  }
  const isOfNow = present.test(own.question) && !future.test(own.question) && own.years.length === 0;
  const now = isOfNow && parts.every(({ terms }) => terms.length === 0) ? ofNow(thread, setting) : undefined;
  if (now) return now;
  if (parts.length === 0) return ofOtherYears(thread, setting);
  const answers: Answered[] = [];
  let spoken: Answered = { claims: before.claims, rows: before.values };
  for (const part of parts) {
    const found = answerPart(part, spoken, thread, setting);
    // What is left open makes the whole a question of its own.
    if (!found) return undefined;
    answers.push(found);
    spoken = { claims: found.claims, rows: found.rows.length > 0 ? found.rows : spoken.rows };
  }
  const claims = unique(answers.flatMap((one) => one.claims));
  const values = answers.flatMap(({ rows }) => rows);
  return emptyDraft({ claims, values, layout: claims.length > 1 ? 'bullets' : 'sentences' });
}

/** 现在是多少: what there was of the figure spoken of when the plan was made. */
function ofNow({ before, previous, rows }: Thread, setting: ClaimSetting): Draft | undefined {
  const figures = spokenFigures({ frame: previous, draft: before }, rows);
  const values = [...new Set(figures.flatMap((row) => baseOf(row, rows) ?? []))];
  const answered = values.length > 0 ? told(values, rows, setting) : undefined;
  return answered && emptyDraft({ claims: answered.claims, values });
}

/** 2035年的呢: the same row in the years that the follow-up names, where the plan has them all. */
function ofOtherYears({ own, before, rows }: Thread, setting: ClaimSetting): Draft | undefined {
  const moved = before.values.map((row) => own.years.map((year) => inYear(row, year, rows)));
  const found = [...new Set(moved.flat())];
  if (found.length === 0 || found.includes(undefined)) return undefined;
  const values = found.filter((row) => row !== undefined);
  const answered = told(values, rows, setting);
  return (
    answered &&
    emptyDraft({ claims: answered.claims, values, layout: values.length > 1 ? 'bullets' : 'sentences' })
  );
}

interface Answered {
  claims: DraftClaim[];
  rows: Indicator[];
}

/** Whether it is asked, now or in the question before, if a figure is binding. */
export function asksAttribute({ own, previous }: Pick<Thread, 'own' | 'previous'>): boolean {
  return attribute.test(own.question) || attribute.test(previous.question);
}

/** Whether the figure spoken of is binding stands with its row, or with its twin in a table. */
function ofAttribute({ before, previous, rows }: Thread, setting: ClaimSetting): Draft | undefined {
  const figures = spokenFigures({ frame: previous, draft: before }, rows);
  const values = figures.map((row) => markedTwin(row, rows) ?? row);
  if (values.length === 0 || values.every((row) => row.attribute === null)) return undefined;
  const answered = told([...new Set(values)], rows, setting);
  return answered && emptyDraft({ claims: answered.claims, values, layout: before.layout });
}

/** The row of the same thing that says whether it is binding. */
function markedTwin(row: Indicator, rows: readonly Indicator[]): Indicator | undefined {
  if (row.attribute !== null) return row;
  const twins = rows.filter(
    (one) =>
      one.planId === row.planId &&
      one.attribute !== null &&
      one.scope === row.scope &&
      (one.name === row.name || one.canonicalName === row.canonicalName),
  );
  return twins.find(({ year }) => year === row.year) ?? twins.find(({ kind }) => kind === 'target');
}

function answerPart(
  part: AskedPart,
  spoken: Answered,
  thread: Thread,
  setting: ClaimSetting,
): Answered | undefined {
  const { own, previous, rows } = thread;
  const isSpan = new Set(spoken.rows.map(({ year }) => year)).size > 1;
  const asksAll = course.test(own.question) || (present.test(own.question) && future.test(own.question));
  // From where to where: the years spoken of before, where they were two.
  const all = asksAll && !isSpan;
  const siblings =
    part.terms.length === 0
      ? []
      : spoken.rows.flatMap((row) => siblingRows(row, part, rows, { years: own.years, all }));
  if (siblings.length > 0) {
    const marked = asksAttribute(thread) ? siblings.flatMap((row) => markedTwin(row, rows) ?? []) : [];
    const found = [...new Set(marked.length > 0 ? marked : siblings)];
    return (asksAll ? courseOf(found, rows, setting) : undefined) ?? told(found, rows, setting);
  }
  // 多少钱 after a figure that is money asks for no other.
  const isGiven =
    part.terms.length === 0 &&
    spoken.claims.some(({ text }) => part.aspects.some((aspect) => givesAspect(text, aspect)));
  if (isGiven) return spoken;
  const near = nearSentence(placesOf(spoken.claims.flatMap(({ support }) => support)), part, {
    kept: queryTerms(previous.phrases, previous.background),
    wanted: aspectsAsked(previous.question),
  });
  return near && { claims: [claimOf(near)], rows: [] };
}

/** 由3150万增加到3480万: where one year has a row only, the sentence has the other end. */
function courseOf(found: readonly Indicator[], rows: readonly Indicator[], setting: ClaimSetting) {
  const [row] = found;
  if (!row || found.length > 1 || row.source !== 'prose') return undefined;
  const hasBase = rows.some(
    (one) => one.kind === 'baseline' && one.name === row.name && one.quote === row.quote,
  );
  const claim = hasBase ? undefined : sentenceClaim(row, setting);
  return claim && { claims: [claim], rows: [row] };
}

/** A sentence, under the title of its paragraph where that says what it is of. */
function claimOf({ text, passage, title }: NearSentence): DraftClaim {
  const claim = quotedClaim(text, passage);
  return title === undefined
    ? claim
    : { ...claim, label: title.replace(numbering, '').replace(/[。：]$/, '') };
}

const numbering = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])\s*/;

/** Each row as what it states, a target with its baseline. */
function told(
  siblings: readonly Indicator[],
  rows: readonly Indicator[],
  setting: ClaimSetting,
): Answered | undefined {
  const claims = siblings.flatMap((row) => {
    const baseline = rows.find(
      (one) =>
        one.kind === 'baseline' &&
        one.name === row.name &&
        one.scope === row.scope &&
        one.quote === row.quote,
    );
    const isBeside = siblings.some((one) => one === baseline);
    return indicatorClaim({ row, baseline: isBeside ? undefined : baseline, setting }) ?? [];
  });
  return claims.length === 0 ? undefined : { claims, rows: [...siblings] };
}

function placesOf(cited: readonly Support[]): Support[] {
  const byPlace = new Map(cited.map((one) => [`${one.passage.passageId} ${compact(one.quote)}`, one]));
  return [...byPlace.values()];
}

function unique(claims: readonly DraftClaim[]): DraftClaim[] {
  return [...new Map(claims.map((claim) => [claim.text, claim])).values()];
}
