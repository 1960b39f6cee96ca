import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { IndicatorMatch } from '../../../retrieve/find-indicators.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import { toChineseTerms } from '../../understand/translate.js';
import { fillTemplate } from '../fill-template.js';
import { besideKnown, isWhole } from './beside-known.js';
import { figureOf } from './dated-rows.js';
import { fitsTogether } from './fits-together.js';
import { givenTerm, ownTerm } from './given-term.js';
import { operandSearches, scopeIn } from './operand-searches.js';
import { phraseTerms } from './phrase-term.js';
import { isRatio, type OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Missing, Operands, Term } from './term.js';

/** The two figures that the question sets against each other, in its order; undefined when it names no two. */
export function namedPair(request: OperandRequest): Operands | undefined {
  const { wish } = request;
  if (wish.operands.length !== 2) return undefined;
  const found = phraseTerms(request);
  const filled = withNeighbours(
    found.map((one) => ('operand' in one ? one : (givenFor(one, request) ?? one))),
    request,
  );
  const terms = filled.filter((one): one is Term => 'operand' in one);
  const missing = filled.filter((one): one is Missing => 'name' in one);
  const [first, second] = besideQuoted(terms, request);
  if (missing.length > 0)
    return terms.length > 0 && missing.every(({ name }) => name !== '')
      ? { kind: 'missing', missing, known: terms }
      : undefined;
  if (!first || !second || (first.row && first.row === second.row)) return undefined;
  const searches = operandSearches(request.frame, request.evidence.collection);
  if (!fitsTogether([first, second], searches, request.frame))
    return { kind: 'missing', missing: [unfitting(second, request)], known: [first] };
  return {
    kind: 'terms',
    operation: operationFor(wish.operation, first, second),
    terms: [first, second],
    options: {},
  };
}

/** Where one of two is known, the other may be a whole, or a line beside it that no indicator is called. */
function withNeighbours(found: readonly (Term | Missing)[], request: OperandRequest): (Term | Missing)[] {
  if (request.wish.operation !== 'share') return [...found];
  // 全市 by itself is no figure that could be looked up.
  const open = found.map((one, at) => {
    const { text = '', plans = [], years = [] } = request.wish.operands[at] ?? {};
    return 'operand' in one && isWhole(text) ? { name: text, planIds: plans, years, rows: [] } : one;
  });
  const known = open.find((one): one is Term => 'operand' in one);
  if (!known) return [...found];
  return open.map((one, at) =>
    'operand' in one
      ? one
      : (besideKnown(one, known, request, at === 0 ? 'part' : 'whole') ?? found[at] ?? one),
  );
}

/** What the second part names, where its only figure is of another place, year or whole. */
function unfitting({ operand }: Term, { wish }: OperandRequest): Missing {
  const [, phrase] = wish.operands;
  const name = phrase?.text.trim() || operand.name;
  return { name, planIds: phrase?.plans ?? [], years: phrase?.years ?? [], rows: [] };
}

/** Beside a figure that the question quotes (302家), the other part is that of the same plan and place. */
function besideQuoted(terms: readonly Term[], { wish, evidence, frame, setting }: OperandRequest): Term[] {
  const quoted = wish.operands.findIndex(({ given }) => given.length > 0);
  const anchor = terms[quoted]?.row;
  if (!anchor || terms.length !== 2) return [...terms];
  return terms.map((term, at) => {
    const isOther = term.row && (term.row.planId !== anchor.planId || term.row.scope !== anchor.scope);
    if (at === quoted || !isOther) return term;
    const name = coreName(wish.operands[at]?.text.replace(/\s+/g, '') ?? '');
    const row = evidence.collection.find(
      (one) =>
        one.planId === anchor.planId &&
        one.scope === anchor.scope &&
        one.year === anchor.year &&
        one.value !== null &&
        coreName(one.name) === name,
    );
    return row ? rowTerm(row, frame, setting) : term;
  });
}

/** What is divided by something of another kind gives so much a unit. */
function operationFor(operation: string, { operand: a }: Term, { operand: b }: Term): string {
  return operation === 'ratio' && !sameKind(a.unit, b.unit) ? 'per_unit' : operation;
}

/** The asker's own figure for what the plan does not give, where the question says that it is of that. */
function givenFor({ name }: Missing, { wish, frame }: OperandRequest): Term | undefined {
  const words = queryTerms([name]).map(({ word }) => word);
  const own = wish.given.find(({ lead, raw }) => {
    const said = foldText(frame.language === 'en' ? toChineseTerms(lead) : lead);
    return name.includes(raw) || words.some((word) => !/^\d/.test(word) && said.includes(word));
  });
  return (
    own && ownTerm(own, name.includes(own.raw) ? name.replace(own.raw, '').trim() : name, frame.language)
  );
}

/** Two amounts that the question gives itself (2亿元, 15.4万平方米), the plan's where it states them. */
export function givenPair({ wish, frame, evidence, setting, matches }: OperandRequest): Operands | undefined {
  const [first, second] = wish.given.map((given) =>
    givenTerm({
      given,
      about: frame.question,
      name: matches[0]?.name ?? '',
      collection: evidence.collection,
      frame,
      setting,
    }),
  );
  if (!first || !second || wish.given.length !== 2) return undefined;
  return { kind: 'terms', operation: wish.operation, terms: [first, second], options: {} };
}

/** The same indicator in two plans, in the order in which the question names them. */
export function acrossPlans({ wish, matches, frame, setting }: OperandRequest): Operands | undefined {
  if (frame.plans.length !== 2) return undefined;
  const rows = frame.plans.flatMap((planId) => {
    const match = matches.find((one) => one.planId === planId);
    return match ? (figureOf(match, frame, setting) ?? []) : [];
  });
  return rows.length === 2 ? ofRows(rows, wish.operation, { frame, setting }) : undefined;
}

/** Two indicators of one plan and year: part and whole, or what is set against each other. */
export function acrossMatches({ wish, matches, frame, setting }: OperandRequest): Operands | undefined {
  const [first, second] = matches.filter(
    (match) => match.planId === matches[0]?.planId && match.scope === matches[0]?.scope,
  );
  if (!first || !second) return undefined;
  const [a, b] = [first, second].map((match) => figureOf(match, frame, setting));
  // What belongs to different years, or is a ratio beside an amount, is not set against each other.
  if (!a || !b || isRatio(a) !== isRatio(b) || (a.year !== b.year && a.year !== null && b.year !== null))
    return undefined;
  const rows = (a.value ?? 0) <= (b.value ?? 0) ? [a, b] : [b, a];
  return ofRows(rows, wish.operation, { frame, setting });
}

/** A year's amount and the amount of the whole period that it belongs to. */
export function partOfPeriod({
  wish,
  matches,
  evidence,
  frame,
  setting,
}: OperandRequest): Operands | undefined {
  const [match] = matches;
  const part = match?.rows.find((row) => row.value !== null && row.measure !== 'cumulative' && !isRatio(row));
  const whole = evidence.collection.find(
    (row) =>
      row.planId === part?.planId &&
      row.passageId === part?.passageId &&
      row.measure === 'cumulative' &&
      row.unit === part?.unit,
  );
  return part && whole ? ofRows([part, whole], wish.operation, { frame, setting }) : undefined;
}

const leastSpread = 0.4;

/** An amount and the count or area that it is spread over, of one passage and year where there are such. */
export function spreadOver(request: OperandRequest): Operands | undefined {
  const { wish, evidence, frame, setting } = request;
  const unit = /每(?:一)?(家|亩|公顷|平方公里|平方千米|平方米|平米|㎡|人|户|栋|支|只)/.exec(
    frame.question,
  )?.[1];
  if (!unit) return undefined;
  const isBase = (row: Indicator) => row.value !== null && sameKind(row.unit, unit);
  const isAmount = (row: Indicator) => row.value !== null && !isRatio(row) && !isBase(row) && row.unit !== '';
  const top = evidence.indicators[0]?.score ?? 0;
  const scopes = [
    ...new Set(evidence.collection.flatMap(({ scope, ownScope }) => (ownScope ? [] : (scope ?? [])))),
  ];
  const scope = scopeIn(frame.question, scopes);
  const strong = evidence.indicators.filter(
    (match) => match.scope === scope && match.score >= Math.max(leastSpread, top * 0.6),
  );
  const weights = new Map(queryTerms(frame.phrases, frame.background).map((one) => [one.word, one.weight]));
  const pairs = strong.flatMap((first) => {
    const amount = rowFitting([first], isAmount, request);
    const bases = strong.filter((match) => match.planId === amount?.planId && match.scope === amount?.scope);
    return bases.flatMap((second) => {
      const base = rowFitting([second], (row) => isBase(row) && row.year === amount?.year, request);
      if (!amount || !base) return [];
      const words = [...new Set([...first.covered, ...second.covered])];
      return [{ amount, base, says: words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0) }];
    });
  });
  // Of an amount and a base that say less of the question than two others do, one is not meant.
  const [best] = pairs.sort((a, b) => b.says - a.says);
  const { amount, base } = best ?? {};
  return amount && base ? ofRows([amount, base], wish.operation, { frame, setting }) : undefined;
}

function rowFitting(
  matches: readonly IndicatorMatch[],
  fits: (row: Indicator) => boolean,
  { frame, setting }: OperandRequest,
): Indicator | undefined {
  for (const match of matches) {
    const row = figureOf({ planId: match.planId, rows: match.rows.filter(fits) }, frame, setting);
    if (row) return row;
  }
  return undefined;
}

/** A given rate of exchange with the foreign amount; without one the conversion cannot be done. */
export function exchanged({ wish, frame, setting, matches, evidence }: OperandRequest): Term[] | undefined {
  const [given] = wish.given;
  const row = matches[0] && figureOf(matches[0], frame, setting);
  const figure = given
    ? givenTerm({ given, about: frame.question, name: '', collection: evidence.collection, frame, setting })
    : row && rowTerm(row, frame, setting);
  if (!figure) return undefined;
  const isForeign = lookUpUnit(figure.operand.unit)?.kind === 'foreignMoney';
  if (!isForeign || wish.exchangeRate === null) return [figure];
  const currency = figure.operand.unit.replace(/^[万亿千百]+/, '');
  const rate = { value: wish.exchangeRate, valueMax: null, unit: `元/${currency}`, comparator: '=' as const };
  return [
    figure,
    ownTerm(
      { ...rate, year: null, raw: '', lead: '' },
      fillTemplate(frame.language, 'exchangeName'),
      frame.language,
    ),
  ];
}

export function ofRows(
  rows: readonly Indicator[],
  operation: string,
  { frame, setting }: Pick<OperandRequest, 'frame' | 'setting'>,
  options: Record<string, unknown> = {},
): Operands {
  return { kind: 'terms', operation, terms: rows.map((row) => rowTerm(row, frame, setting)), options };
}
