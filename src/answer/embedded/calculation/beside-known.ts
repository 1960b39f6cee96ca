import { foldText } from '../../../models/cut-words.js';
import { Exact } from '../../../quantity/exact.js';
import { convert, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import { contentTerms, termInName } from '../../../retrieve/find-indicators.js';
import { coreName } from '../../../retrieve/indicator-index.js';
import words from './calculation-terms.json' with { type: 'json' };
import { placedFigures } from './placed-figures.js';
import { isRatio, type OperandRequest } from './request.js';
import { rowTerm } from './row-term.js';
import type { Missing, Term } from './term.js';

/** Further down, a passage is about something else. */
const mostPassages = 8;
/** What a figure's own words say of what is looked for, at least. */
const leastSaid = 0.75;

const wholeOnly = new RegExp(`^(?:${words.wholes})+$`);
const totalRow = new RegExp(words.totalRow, 'i');
const unnamed = new Set(words.unnamed);

/** A figure that no indicator is called, beside one that is known: the whole that it is part of, or a line of the same box. */
export function besideKnown(
  missing: Missing,
  known: Term,
  request: OperandRequest,
  role: 'part' | 'whole',
): Term | undefined {
  const { frame, setting } = request;
  const row = isWhole(missing.name) ? wholeOf(known, request) : lineCalled({ missing, known, role }, request);
  return row && rowTerm(row, frame, setting);
}

/** 全市, 总数, 全流域合计: the whole itself, whatever it is of. */
export function isWhole(name: string): boolean {
  const bare = name.replace(/\d{4}年?末?|的|[\s“”]/g, '');
  return bare !== '' && wholeOnly.test(bare);
}

/** The same thing for all of the plan's place: the total of the table, or the plan's own figure. */
function wholeOf({ row }: Term, { evidence }: OperandRequest): Indicator | undefined {
  if (!row) return undefined;
  const like = evidence.collection.filter(
    (one) =>
      one !== row &&
      one.planId === row.planId &&
      one.year === row.year &&
      one.value !== null &&
      one.valueMax === null &&
      sameKind(one.unit, row.unit) &&
      one.value >= (row.value ?? 0) &&
      [one.name, one.canonicalName].some((name) =>
        [row.name, row.canonicalName].map(coreName).includes(coreName(name)),
      ),
  );
  const isTotal = (one: Indicator) =>
    totalRow.test(one.quote.trim()) || totalRow.test(one.scope ?? '') || isWhole(one.scope ?? '');
  const inTable = like.filter((one) => one.passageId === row.passageId);
  return (
    inTable.find(isTotal) ??
    inTable.find(isOwn) ??
    like.find(isTotal) ??
    like.find((one) => isOwn(one) && !isOwn(row))
  );
}

function isOwn({ ownScope, scope }: Indicator): boolean {
  return ownScope || scope === null;
}

/** The figure of a passage that is called so; undefined where several are. */
function lineCalled(
  { missing, known, role }: { missing: Missing; known: Term; role: 'part' | 'whole' },
  { evidence, frame }: OperandRequest,
): Indicator | undefined {
  const terms = contentTerms([missing.name], frame.background).filter(
    ({ word }) => !/^\d/.test(word) && !unnamed.has(word),
  );
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const years =
    missing.years.length > 0 ? missing.years : known.operand.year === null ? [] : [known.operand.year];
  const amount = new Exact(known.operand.value);
  const fitsRole = (row: Indicator) => {
    const other = convert({ value: new Exact(row.value ?? 0), from: row.unit, to: known.operand.unit });
    return role === 'part' ? other.lt(amount) : other.gt(amount);
  };
  const planId = known.row?.planId;
  const candidates = evidence.hits
    .slice(0, mostPassages)
    .flatMap(({ passage }) => placedFigures(passage, evidence.collection))
    .filter(
      ({ row }) => (planId === undefined || row.planId === planId) && row !== known.row && !isRatio(row),
    )
    .filter(({ row }) => sameKind(row.unit, known.operand.unit) && fitsRole(row))
    .filter(({ row }) => row.year === null || years.length === 0 || years.includes(row.year))
    .map(({ row, own }) => {
      const text = foldText(own).replace(/\s+/g, '');
      const said = terms.reduce((sum, term) => sum + term.weight * termInName(term, text), 0) / total;
      return {
        row,
        rank: said + (row.passageId === known.row?.passageId ? 0.1 : 0),
        said,
        length: text.length,
      };
    })
    .filter(({ said }) => said >= leastSaid)
    .sort((a, b) => b.rank - a.rank || a.length - b.length);
  const [best] = candidates;
  const rival = candidates.find(
    ({ row, rank }) => best !== undefined && rank > best.rank - 0.05 && row.value !== best.row.value,
  );
  return rival ? undefined : best?.row;
}
