import { foldText } from '../../../models/cut-words.js';
import { findQuantities, type QuantitySpan } from '../../../quantity/find-quantities.js';
import { findPeriods } from '../../../quantity/periods.js';
import { sameKind } from '../../../quantity/units.js';
import type { Indicator, Passage } from '../../../records.js';
import { foldPassage } from '../../../retrieve/fold-passage.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import { splitSentences } from '../../sentences.js';
import { resolveUnits } from '../../understand/resolve-unit.js';
import type { Understanding } from '../../understand/understand.js';
import standing from '../asked/standing-words.json' with { type: 'json' };
import type { Term } from '../calculation/term.js';
import type { Evidence } from '../evidence.js';
import type { ClaimSetting } from '../indicator-claims.js';
import { placeOf } from '../name-indicator.js';
import type { Member } from './members.js';

/** A sentence must say this much of what is asked of each side. */
const leastSaid = 0.6;
const past = new RegExp(standing.pastHeadings);
const before = 24;
const longestSentence = 240;

interface Found {
  passage: Passage;
  sentence: string;
  span: QuantitySpan;
  said: number;
  near: number;
}

/**
 * What a plan says in a sentence of the measure that the other side has a row for: a figure of the same unit, in
 * the sentence that says most of what is asked; undefined where none says enough, or two figures fit alike.
 */
export function statedFigure(
  member: Member,
  like: Indicator,
  frame: Understanding,
  { neighbours, hits }: Evidence,
  setting: ClaimSetting,
): Term | undefined {
  const terms = queryTerms(frame.phrases.slice(0, 1), frame.background).filter(
    ({ word }) => !/^[\d.%]/.test(word) && !asking.test(word),
  );
  const stem = member.scope?.replace(/[省市县区州盟旗]$/, '');
  const passages = [...new Set([...neighbours, ...hits.map(({ passage }) => passage)])].filter(
    (passage) =>
      passage.planId === member.planId &&
      passage.kind === 'text' &&
      !passage.sectionPath.some((title) => past.test(title)) &&
      (stem === undefined || `${passage.sectionPath.join('')}${passage.text}`.includes(stem)) &&
      shareHeld(terms, foldPassage(passage).text) >= leastSaid,
  );
  const units = resolveUnits(frame.question);
  const fits = ({ role, unit }: QuantitySpan) =>
    role === 'quantity' &&
    sameKind(unit, like.unit) &&
    counterOf(unit) === counterOf(units.find((one) => sameKind(one, unit)) ?? like.unit);
  const found = passages
    .flatMap((passage) => inPassage(passage, terms, fits))
    .sort((a, b) => b.said - a.said || b.near - a.near);
  const [best, next] = found;
  const isOpen =
    next && next.said === best?.said && next.near === best.near && next.span.raw !== best.span.raw;
  return best && !isOpen ? termOf(best, member, like, setting) : undefined;
}

/** 规模, 大, 多: how the sides are measured against each other. */
const asking = /^(?:规模|[多大高]|目标|规划)$/;

/** 万户 and 户 count households, 万个 things. */
function counterOf(unit: string): string {
  return unit.replace(/^[十百千万亿]+/, '');
}

function shareHeld(terms: readonly QueryTerm[], text: string): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const held = terms.filter(
    ({ word, alternatives }) => text.includes(word) || alternatives.some((one) => text.includes(one)),
  );
  return total === 0 ? 0 : held.reduce((sum, { weight }) => sum + weight, 0) / total;
}

function inPassage(
  passage: Passage,
  terms: readonly QueryTerm[],
  fits: (span: QuantitySpan) => boolean,
): Found[] {
  return splitSentences(passage.text)
    .filter(({ text }) => text.length <= longestSentence)
    .flatMap(({ text: sentence }) => {
      const said = shareHeld(terms, foldText(sentence));
      if (said < leastSaid) return [];
      return findQuantities(sentence)
        .filter(fits)
        .map((span) => {
          const lead = sentence.slice(Math.max(0, span.start - before), span.start);
          return { passage, sentence, span, said, near: shareHeld(terms, foldText(lead)) };
        });
    });
}

function termOf(
  { passage, sentence, span }: Found,
  member: Member,
  like: Indicator,
  setting: ClaimSetting,
): Term {
  const { value, unit, comparator } = span;
  const place = placeOf(
    { scope: member.scope, ownScope: member.scope === null },
    setting.plans.get(member.planId),
  );
  const year = findPeriods(sentence.slice(0, span.start)).at(-1)?.to ?? null;
  const name = `${place}${like.name.replace(/[（(][^（()）]*[）)]/g, '')}`;
  return {
    operand: { name, value, unit, year, comparator, source: 'citation', citation: 1 },
    support: { passage, quote: sentence },
  };
}
