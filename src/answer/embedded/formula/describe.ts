import { findPeriods } from '../../../quantity/periods.js';
import { contentTerms } from '../../../retrieve/find-indicators.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import type { QueryTerm } from '../../../retrieve/query-terms.js';
import type { GivenFigure } from '../../understand/given-figures.js';
import type { Understanding } from '../../understand/understand.js';
import { plain } from './figure-pool.js';
import words from './formula-words.json' with { type: 'json' };

/** What a part of a question says of the figure that it names. */
export interface Description {
  /** The words that name it, those of working out, of time and of counting aside. */
  terms: readonly QueryTerm[];
  years: readonly number[];
  /** Empty where any of the plans may have it. */
  plans: readonly string[];
  wants: 'target' | 'actual' | null;
  /** Amounts that are part of the name (超十亿元企业), or the figure itself. */
  quoted: readonly GivenFigure[];
  /** The text itself, folded, without what names nothing. */
  literal: string;
  /** What the genre calls it, where the text is no more than such a name. */
  canonicalName: string | undefined;
  /** Said of all years of a period together. */
  spans: boolean;
}

/** 五个项目 counts; it is not what one of them is called. */
const isCount = /^[一二三四五六七八九十两\d]{1,2}(?:个|项|类|家|大|条|处|座|所|支)?$/;
const working = new RegExp(words.working.join('|'), 'g');
const unnamed = new Set(words.unnamed);
const target = new RegExp(words.target);
const actual = new RegExp(words.actual);

/** Reads what a part of a question calls a figure. */
export function describe(
  text: string,
  {
    years,
    plans,
    given = [],
  }: { years: readonly number[]; plans: readonly string[]; given?: readonly GivenFigure[] },
  frame: Understanding,
): Description {
  const literal = literalOf(text);
  const terms = namingTerms(text, frame.background);
  // What the cutter makes no word of (A股) is looked for as it stands.
  const isUncut = terms.length === 0 && literal.length >= shortestLiteral;
  return {
    terms: isUncut ? [{ word: literal, alternatives: [], weight: uncutWeight }] : terms,
    literal,
    canonicalName: mentionedIndicators(literal).find(({ text }) => text === literal)?.canonicalName,
    spans: spans.test(text),
    years,
    plans,
    wants: target.test(text) ? 'target' : actual.test(text) ? 'actual' : null,
    quoted: given.filter(({ raw }) => !isCount.test(raw)),
  };
}

/** The words of a text that name something. */
export function namingTerms(text: string, background: readonly string[] = []): readonly QueryTerm[] {
  const bare = withoutPeriods(text).replace(working, ' ');
  const mentioned = mentionedIndicators(plain(bare));
  return contentTerms([bare], background)
    .filter(({ word }) => !unnamed.has(word) && !/^[\d.,%〇一二三四五六七八九十两几]+[^\d]?$/.test(word))
    .map((term) => {
      // What the genre calls it, too: GDP is 地区生产总值.
      const names = mentioned
        .filter(({ text }) => text === term.word)
        .map(({ canonicalName }) => canonicalName);
      return names.length === 0
        ? term
        : { ...term, alternatives: [...term.alternatives, ...names.map(plain)] };
    });
}

const spans = new RegExp(words.spans);
const shortestLiteral = 2;
const uncutWeight = 6;
const light = new RegExp([...words.unnamed, ...words.light].join('|'), 'g');

function literalOf(text: string): string {
  return plain(withoutPeriods(text).replace(working, ' ').replace(light, ''));
}

function withoutPeriods(text: string): string {
  return findPeriods(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
}
