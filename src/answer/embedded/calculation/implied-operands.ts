import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import { fillTemplate } from '../fill-template.js';
import { figureOf } from './dated-rows.js';
import { givenTerm, ownTerm } from './given-term.js';
import { isGrowth } from './is-growth.js';
import { isRatio, type OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Operands, Term } from './term.js';

/** An amount and the share that it has in a whole, of one year: the share must be that of the amount. */
export function partAndShare(request: OperandRequest, planId?: string): Operands | undefined {
  const { frame, setting, evidence } = request;
  const ratios = request.wish.given.filter(({ unit }) => lookUpUnit(unit)?.kind === 'ratio');
  const [ofQuestion] = ratios.filter((ratio) => !isGrowth(ratio));
  // A rate of growth in the question says nothing of how large a part is.
  if (ratios.length > 0 && !ofQuestion) return undefined;
  for (const part of partsOf(request, planId)) {
    const rows = ofNamedWhole(
      evidence.collection.filter((row) => part.row && isShareOf(row, part.row)),
      frame.question,
    );
    const stated = ofQuestion
      ? rows.find((row) => row.value === ofQuestion.value)
      : rows.find((row) => row.year === part.operand.year);
    const share = stated
      ? rowTerm(stated, frame, setting)
      : ofQuestion && ownTerm(ofQuestion, fillTemplate(frame.language, 'shareName'), frame.language);
    if (share) return { kind: 'terms', operation: 'implied_total', terms: [part, share], options: {} };
  }
  return undefined;
}

/** Of shares of several wholes (占GDP, 占第三产业), those of the whole that the question names; none where it names none. */
function ofNamedWhole(shares: readonly Indicator[], question: string): Indicator[] {
  const wholeOf = ({ canonicalName }: Indicator) => coreName(canonicalName.split('占')[1] ?? '');
  if (new Set(shares.map(wholeOf)).size < 2) return [...shares];
  const said = foldText(question).replace(/\s+/g, '');
  return shares.filter(({ name, canonicalName }) =>
    [name, canonicalName].some((one) => {
      const whole = foldText(one.split('占')[1] ?? '').replace(wholeEnding, '');
      return whole !== '' && said.includes(whole);
    }),
  );
}

const wholeEnding = /的?(?:比重|比例|份额|百分比|比)$/;

/** Amounts that the question quotes, then those of the indicators that it names. */
function partsOf({ wish, matches, evidence, frame, setting }: OperandRequest, planId?: string): Term[] {
  const quoted = wish.given
    .filter(({ unit }) => lookUpUnit(unit)?.kind !== 'ratio')
    .map((given) =>
      givenTerm({
        given,
        about: frame.question,
        name: matches.find(({ rows }) => rows.some((row) => !isRatio(row)))?.name ?? '',
        collection: evidence.collection,
        frame,
        setting,
      }),
    );
  if (quoted.length > 0) return quoted;
  const named = planId === undefined ? matches : [...matches, ...evidence.indicators];
  const rows = named
    .filter((match) => planId === undefined || match.planId === planId)
    .flatMap((match) => figureOf(match, frame, setting) ?? [])
    .filter((row) => !isRatio(row));
  const ofShares = sharedAmounts(ratiosOf(matches, planId), evidence.collection, frame.years);
  return [...rows, ...ofShares].map((row) => rowTerm(row, frame, setting));
}

function ratiosOf(matches: OperandRequest['matches'], planId: string | undefined): Indicator[] {
  return matches
    .filter((match) => planId === undefined || match.planId === planId)
    .flatMap(({ rows }) => rows.filter(isRatio));
}

/** The amounts that shares named in the question are shares of: 金融业增加值 of 金融业增加值占GDP比重. */
function sharedAmounts(
  shares: readonly Indicator[],
  collection: readonly Indicator[],
  years: readonly number[],
): Indicator[] {
  return collection.filter(
    (row) =>
      row.value !== null &&
      !isRatio(row) &&
      (years.length === 0 || (row.year !== null && years.includes(row.year))) &&
      shares.some((share) => share.planId === row.planId && share.year === row.year && isShareOf(share, row)),
  );
}

/** 金融业增加值占GDP比重 is a share of 金融业增加值, and of nothing else. */
export function isShareOf(ratio: Indicator, part: Indicator): boolean {
  if (ratio.planId !== part.planId || ratio.year !== part.year || ratio.scope !== part.scope) return false;
  if (ratio.unit !== '%' || !ratio.name.includes('占')) return false;
  const [numerator = ''] = ratio.name.split('占');
  const base = coreName(ratio.canonicalName.split('占')[0] ?? '');
  return coreName(numerator) === coreName(part.name) || base === coreName(part.canonicalName);
}
