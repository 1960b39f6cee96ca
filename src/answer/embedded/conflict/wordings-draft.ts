import { foldText } from '../../../models/cut-words.js';
import { findQuantities } from '../../../quantity/find-quantities.js';
import { sameQuantity } from '../../../quantity/same-quantity.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator, Passage } from '../../../records.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import type { Draft, DraftClaim } from '../../draft.js';
import { emptyDraft } from '../../draft.js';
import { splitSentences } from '../../sentences.js';
import { givenFigures } from '../../understand/given-figures.js';
import type { Understanding } from '../../understand/understand.js';
import { passagesMeant } from '../entries/entries-draft.js';
import type { Evidence } from '../evidence.js';
import { fillTemplate } from '../fill-template.js';
import { placedClaim } from './placed-claim.js';

/** One of the wordings that a question sets against each other: words of the plan, or a figure and what leads to it. */
type Wording = { words: string } | { figure: Figure; lead: string };

/** A bare number may be of any unit. */
interface Figure {
  value: number;
  unit: string | null;
}

const quoted = /[“"「『]([^”"」』]{2,20})[”"」』]/g;
const either =
  /(?<first>\d[\d.,]*)(?<firstUnit>[^\d，。？?]{0,6}?)，?还是(?<lead>[^\d，。？?]{0,8})(?<second>\d[\d.,]*)(?<secondUnit>[^\d，。？?]{0,6})/;
const leadBefore = /([\p{Script=Han}]{2,4})$/u;
/** A sentence with the figure must say this much of what else the question says. */
const leastShare = 0.2;
const leadGain = 0.3;

/**
 * “甲”还是“乙”, 7.5还是7.2张, 4401亿 against 3000亿: each wording where the plan has it; undefined unless at least
 * two of them stand there.
 */
export function wordingsDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  const wordings = wordingsIn(frame.question);
  if (wordings.length < 2 || frame.plans.length > 1) return undefined;
  const terms = queryTerms(frame.phrases, frame.background).filter(({ word }) => !/^[\d.%]/.test(word));
  const passages = passagesMeant(frame, evidence);
  const found = wordings.map((wording) => mentionsOf(wording, passages, terms));
  if (found.filter((mentions) => mentions.length > 0).length < 2) return undefined;
  const mentions = found.flatMap((list) => list.slice(0, 1));
  const claims = distinct(
    mentions.map(({ text, passage }) => {
      const rows = evidence.collection.filter(
        (row) => row.passageId === passage.passageId && text.includes(row.quote) && isAsked(row, wordings),
      );
      return placedClaim({ text, passage, indicators: rows, frame });
    }),
  );
  if (claims.length < 2) return undefined;
  const rows = [...new Set(claims.flatMap(({ indicators }) => indicators))];
  return emptyDraft({
    claims,
    values: rows,
    lead: fillTemplate(frame.language, 'wordings'),
    layout: 'bullets',
  });
}

function isAsked({ value, unit }: Pick<Indicator, 'value' | 'unit'>, wordings: readonly Wording[]): boolean {
  return wordings.some((one) => 'figure' in one && value !== null && isFigure(one.figure, { value, unit }));
}

function isFigure(asked: Figure, { value, unit }: { value: number; unit: string }): boolean {
  if (asked.unit === null || asked.unit === unit) return asked.value === value;
  const exact = { valueMax: null, comparator: '=' } as const;
  return sameQuantity({ ...exact, value: asked.value, unit: asked.unit }, { ...exact, value, unit });
}

function wordingsIn(question: string): Wording[] {
  const texts = [...question.matchAll(quoted)].map(([, words = '']) => words);
  if (texts.length > 1) return texts.map((words) => ({ words }));
  return (
    eitherFigures(question) ??
    givenFigures(question).map(({ value, unit, lead }) => ({ figure: { value, unit }, lead: leadOf(lead) }))
  );
}

/** 7.5还是7.2张: the unit of the one is meant for both. */
function eitherFigures(question: string): Wording[] | undefined {
  const { first, firstUnit = '', lead = '', second, secondUnit = '' } = either.exec(question)?.groups ?? {};
  if (first === undefined || second === undefined) return undefined;
  const read = [`${first}${firstUnit}`, `${second}${secondUnit}`].map((text, at) => {
    const span = findQuantities(text).find(({ role }) => role === 'quantity');
    const isUnit = span && span.unit !== '' && lookUpUnit(span.unit) !== undefined;
    const value = Number([first, second][at]?.replaceAll(',', ''));
    return isUnit ? { value: span.value, unit: span.unit } : { value, unit: null };
  });
  const unit = read.find((one) => one.unit !== null)?.unit ?? null;
  const before = question.slice(0, question.indexOf(first));
  return read.map((one, at) => ({
    figure: { value: one.value, unit: one.unit ?? unit },
    lead: leadOf(at === 0 ? before : lead),
  }));
}

function leadOf(text: string): string {
  return leadBefore.exec(text)?.[1] ?? '';
}

interface Mention {
  text: string;
  passage: Passage;
  share: number;
}

/** Sentences and rows of tables with a wording, those that say most of the question first. */
function mentionsOf(wording: Wording, passages: readonly Passage[], terms: readonly QueryTerm[]): Mention[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const read = (text: string, passage: Passage): Mention => {
    const said = foldText(`${text} ${passage.sectionPath.slice(-1).join(' ')}`);
    const held = terms.filter(
      ({ word, alternatives }) => said.includes(word) || alternatives.some((one) => said.includes(one)),
    );
    const isLed = 'lead' in wording && wording.lead !== '' && said.includes(wording.lead);
    return {
      text,
      passage,
      share: held.reduce((sum, { weight }) => sum + weight, 0) / total + (isLed ? leadGain : 0),
    };
  };
  return passages
    .flatMap((passage) =>
      splitSentences(passage.text)
        .filter(({ text }) => holds(wording, text))
        .map(({ text }) => read(text, passage)),
    )
    .filter(({ share }) => 'words' in wording || share >= leastShare)
    .sort((a, b) => b.share - a.share || a.text.length - b.text.length);
}

function holds(wording: Wording, text: string): boolean {
  if ('words' in wording) return foldText(text).replace(/\s/g, '').includes(foldText(wording.words));
  if (!/\d/.test(text)) return false;
  const isRow = text.includes('\t');
  return findQuantities(text).some(
    (span) =>
      span.role === 'quantity' &&
      // A cell has the unit of its column's head.
      (isFigure(wording.figure, span) || (isRow && span.unit === '' && span.value === wording.figure.value)),
  );
}

function distinct(claims: readonly DraftClaim[]): DraftClaim[] {
  return claims.filter((claim, at) => at === claims.findIndex(({ text }) => text === claim.text));
}
