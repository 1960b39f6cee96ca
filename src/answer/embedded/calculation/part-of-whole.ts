import { foldText } from '../../../models/cut-words.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import { contentTerms } from '../../../retrieve/find-indicators.js';
import { mentionedIndicators } from '../../../retrieve/mentioned-indicators.js';
import { resolveUnits } from '../../understand/resolve-unit.js';
import { asksToWorkOut } from './asks-back.js';
import words from './calculation-terms.json' with { type: 'json' };
import { ofRows } from './pair-operands.js';
import { type PlacedFigure, placedFigures } from './placed-figures.js';
import { nearness, saidBy, saidOfName } from './quotient.js';
import { isRatio, type OperandRequest } from './request.js';
import type { Operands } from './term.js';

/** Further down, a passage is about something else. */
const mostPassages = 8;
/** What the whole and the share say of the question together, at least. */
const leastSaid = 0.7;
/** A pair this near in rank leaves open which is meant. */
const clearBy = 0.05;

const asksShare = new RegExp(words.asksShare, 'i');
const changes = new RegExp(words.changeWords);
const workingWords = new Set(words.ofWorking);
const ratios = words.ratioOf.map(({ ratio, whole }) => ({ ratio: new RegExp(ratio), whole }));
const ofPeople = /人口|老人|多少人|people|residents/;

interface Pair {
  whole: PlacedFigure;
  share: PlacedFigure;
  rank: number;
}

/** How much a share of a whole comes to, where the question asks for the amount: 438.6万人 of which 22.7% are old. */
export function partOfWhole(request: OperandRequest): Operands | undefined {
  const { frame, setting, wish } = request;
  if (asksShare.test(frame.question) || frame.plans.length > 1) return undefined;
  if (!asksToWorkOut(frame) && wish.given.length === 0) return undefined;
  const [best, ...others] = pairsOf(request).sort((a, b) => b.rank - a.rank);
  if (!best) return undefined;
  const isOther = ({ whole, share }: Pair) =>
    whole.row.value !== best.whole.row.value || share.row.value !== best.share.row.value;
  if (others.some((pair) => isOther(pair) && pair.rank > best.rank - clearBy)) return undefined;
  return ofRows([best.whole.row, best.share.row], 'implied_part', { frame, setting });
}

function pairsOf(request: OperandRequest): Pair[] {
  const { evidence, frame } = request;
  const figures = evidence.hits
    .slice(0, mostPassages)
    .flatMap(({ passage }) => placedFigures(passage, evidence.collection))
    .filter(({ row }) => frame.years.length === 0 || row.year === null || frame.years.includes(row.year));
  const terms = termsOf(request);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const text = foldText([frame.question, ...frame.phrases].join(' ')).replace(/\s+/g, '');
  const shares = figures.filter((figure) => isShareAsked(figure, text, request));
  const wholes = figures.filter((figure) => isWholeAsked(figure, request));
  return shares.flatMap((share) =>
    wholes.flatMap((whole) => {
      if (whole.row.planId !== share.row.planId || whole.row.scope !== share.row.scope) return [];
      if (whole.row.year !== null && share.row.year !== null && whole.row.year !== share.row.year) return [];
      if (!isTold(whole, share, text, request)) return [];
      const own = saidBy(terms, `${whole.own} ${share.own}`) / (total || 1);
      const exact = saidOfName(whole.row.name, text) + saidOfName(share.row.name, text);
      return own >= leastSaid
        ? [{ whole, share, rank: own + 0.3 * exact + 0.1 * nearness(whole, share) }]
        : [];
    }),
  );
}

/** The question gives or names the whole, or it is what such a share is always of. */
function isTold(whole: PlacedFigure, share: PlacedFigure, text: string, { wish }: OperandRequest): boolean {
  const { row } = whole;
  const names = [row.name, row.canonicalName].map((name) => foldText(name));
  const [part = '', of] = share.row.name.split('占');
  // The part that a share is of is not its whole.
  if (names.some((name) => part !== '' && (name.includes(part) || part.includes(name)))) return false;
  if (wish.given.some(({ value, unit }) => value === row.value && unit === row.unit)) return true;
  const stated = of?.replace(/的?(?:比重|比例|比)$/, '') ?? '';
  if (stated !== '') return names.some((name) => name.includes(stated) || stated.includes(name));
  if (ratios.some(({ ratio, whole: of }) => ratio.test(share.row.name) && names.includes(of))) return true;
  return whole.sentence === share.sentence && names.some((name) => text.includes(name));
}

/** A share by its name, of something that the question names; the one that it quotes, where it quotes one. */
function isShareAsked({ row, own }: PlacedFigure, text: string, { wish }: OperandRequest): boolean {
  if (row.unit !== '%' || row.measure === 'rate' || changes.test(row.name) || /每|均/.test(own)) return false;
  const quoted = wish.given.filter(({ unit }) => unit === '%');
  if (quoted.length > 0 && !quoted.some(({ value }) => value === row.value)) return false;
  const isNamedShare =
    /占|比重/.test(`${row.name} ${own}`) || ratios.some(({ ratio }) => ratio.test(row.name));
  const isOfGiven = wish.given.some(({ unit }) => unit !== '%');
  const part = row.name.split('占')[0]?.replace(/(?:比重|比例|比|率)$/, '') ?? '';
  return (isNamedShare || isOfGiven) && part !== '' && saidOfName(part, text) >= leastOfPart;
}

const leastOfPart = 0.6;

/** In the unit that is asked for. */
function isWholeAsked({ row, own }: PlacedFigure, { frame }: OperandRequest): boolean {
  if (isRatio(row) || row.unit === '' || /每|均/.test(own)) return false;
  const units = resolveUnits(frame.question).filter((unit) => lookUpUnit(unit)?.kind !== 'number');
  if (units.length > 0) return units.some((unit) => sameKind(unit, row.unit));
  return ofPeople.test(frame.question) ? sameKind(row.unit, '人') : lookUpUnit(row.unit)?.kind === 'money';
}

function termsOf({ frame }: OperandRequest) {
  const mentioned = mentionedIndicators(foldText(frame.phrases.join(' ')).replace(/\s+/g, ''));
  return contentTerms(frame.phrases, frame.background)
    .filter(
      ({ word }) =>
        !/^[\d.%几]/.test(word) && !workingWords.has(word) && !lookUpUnit(word) && !/算|里$/.test(word),
    )
    .map((term) => {
      const names = mentioned.filter(({ text }) => text.includes(term.word));
      return { ...term, alternatives: [...term.alternatives, ...names.map((one) => one.canonicalName)] };
    });
}
