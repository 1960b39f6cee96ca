import { cutWords, foldText } from '../../models/cut-words.js';
import { sameQuantity } from '../../quantity/same-quantity.js';
import type { Indicator, Plan, Quantity } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { coreName } from '../../retrieve/indicator-index.js';
import qualifiers from '../../retrieve/name-qualifiers.json' with { type: 'json' };
import type { Understanding } from '../understand/understand.js';
import { isPlanned } from './firmness.js';

/** Rows that answer a question about one indicator, or the years there are where the asked one is missing. */
export type RowChoice =
  | { outcome: 'rows'; rows: Indicator[]; baseline: Indicator | undefined; all: Indicator[] }
  | { outcome: 'no_such_year'; rows: Indicator[] };

const everyYear = /(?:[三四五两]年|各年|每年|逐年|年度)[^，。？?]{0,4}(?:分别|各|都)|分别/;
export const asksForPresent = /现在|目前|当前|现有|原来|已经|现状|基数|currently|now|baseline/i;

/** Picks from an indicator's rows those of the years and the firmness that the question asks for. */
export function chooseRows(
  match: Pick<IndicatorMatch, 'rows'>,
  frame: Understanding,
  plan: Plan | undefined,
): RowChoice {
  const rows = ofSaidName(ofOrdinalYear(ownRows(match.rows, frame), frame.question), frame.question);
  if (frame.years.length > 0) {
    const asked = frame.years.flatMap((year) =>
      byFirmness(
        rows.filter((row) => row.year === year),
        frame,
      ),
    );
    if (asked.length > 0)
      return { outcome: 'rows', rows: oneAYear(asked), baseline: baselineOf(rows, asked), all: rows };
    const undated = rows.filter((row) => row.year === null);
    if (undated.length > 0)
      return { outcome: 'rows', rows: oneAYear(undated), baseline: undefined, all: rows };
    return { outcome: 'no_such_year', rows: oneAYear(rows) };
  }
  const wanted = rows.filter((row) => fitsKind(row, frame));
  const chosen = wanted.length > 0 ? wanted : rows;
  const last = frame.kind === 'target' && !everyYear.test(frame.question) ? lastTarget(chosen, plan) : chosen;
  return { outcome: 'rows', rows: oneAYear(last), baseline: baselineOf(rows, last), all: rows };
}

/** 第一年 of an action plan: the first of the years that it gives figures for; each of several that are named. */
function ofOrdinalYear(rows: Indicator[], question: string): Indicator[] {
  const named = [...question.matchAll(/第([一二三四五])年/g)].map(([, ordinal]) => ordinal ?? '');
  const years = [
    ...new Set(rows.filter((row) => row.kind === 'target').flatMap((row) => row.year ?? [])),
  ].sort();
  const asked = named.map((ordinal) => years['一二三四五'.indexOf(ordinal)]);
  if (named.length === 0 || years.length < 2 || asked.includes(undefined)) return rows;
  return rows.filter((row) => row.year !== null && asked.includes(row.year));
}

/** Of names that one indicator goes by (基金管理规模, 私募基金管理规模), those with the word that the question says. */
function ofSaidName(rows: Indicator[], question: string): Indicator[] {
  // What stands in brackets explains a name, and sets it apart from no other.
  const words = new Map(
    rows.map(({ name }) => [name, new Set(cutWords(name.replace(/[（(][^（()）]*[）)]/g, '')))]),
  );
  if (words.size < 2) return rows;
  const isTelling = (word: string) => [...words.values()].some((others) => !others.has(word));
  const asked = foldText(question).replace(/\s+/g, '');
  const said = ({ name }: Indicator) =>
    [...(words.get(name) ?? [])].filter((word) => word.length > 1 && isTelling(word) && asked.includes(word))
      .length;
  const most = Math.max(...rows.map(said));
  const named = withoutNarrower(
    rows.filter((row) => said(row) === most),
    asked,
  );
  const years = new Set(named.map((row) => row.year));
  // A year that only the plainer name has is still that of the indicator.
  return rows.filter((row) => named.includes(row) || !years.has(row.year));
}

/** 私募基金管理规模 is not meant by 基金管理规模, where a row of the same year has just that name. */
function withoutNarrower(rows: Indicator[], asked: string): Indicator[] {
  const narrows = (row: Indicator, plain: Indicator) => {
    if (row.name.length <= plain.name.length || !row.name.endsWith(plain.name)) return false;
    const more = foldText(row.name.slice(0, -plain.name.length));
    // 全市各项 says that all of it is meant.
    const tells = qualifiers.words.reduce((rest, word) => rest.replaceAll(word, ''), more) !== '';
    return tells && row.year === plain.year && !asked.includes(more);
  };
  return rows.filter((row) => !rows.some((plain) => narrows(row, plain)));
}

/** Of a year that has both an old target and the actual figure, the one that is asked for, or both. */
function byFirmness(rows: Indicator[], frame: Understanding): Indicator[] {
  const targets = rows.filter(isPlanned);
  const actual = rows.filter((row) => row.kind === 'actual' || row.kind === 'baseline');
  if (targets.length === 0 || actual.length === 0) return rows;
  const wantsTarget = /目标|计划|规划值|定的|要达到|target|plan/i.test(frame.question);
  const wantsActual =
    asksForPresent.test(frame.question) || /有多少|实际|完成|实现了|actual/i.test(frame.question);
  if (wantsTarget === wantsActual) return wantsTarget ? rows : actual;
  return wantsTarget ? targets : actual;
}

/** The plan's own figures, unless the question names another scope. */
function ownRows(rows: readonly Indicator[], frame: Understanding): Indicator[] {
  const own = rows.filter(
    (row) => row.ownScope || (frame.scope !== null && row.scope?.includes(frame.scope)),
  );
  return own.length > 0 ? own : [...rows];
}

function fitsKind(row: Indicator, frame: Understanding): boolean {
  const isFuture = isPlanned(row);
  if (frame.kind === 'target') return isFuture || asksForPresent.test(frame.question);
  return frame.kind === 'fact' ? !isFuture : true;
}

/** Without a year in the question the target of the plan's last year is meant, or the last there is. */
function lastTarget(rows: readonly Indicator[], plan: Plan | undefined): Indicator[] {
  const years = rows.flatMap((row) => row.year ?? []);
  if (years.length === 0) return [...rows];
  const last = plan?.periodEnd && years.includes(plan.periodEnd) ? plan.periodEnd : Math.max(...years);
  return rows.filter(
    (row) => row.year === null || row.year === last || row.kind === 'actual' || row.kind === 'baseline',
  );
}

/** One row a year and figure: a table's before prose that says the same. */
function oneAYear(rows: readonly Indicator[]): Indicator[] {
  const chosen: Indicator[] = [];
  const ordered = [...rows].sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999) || rankOf(b) - rankOf(a));
  for (const row of ordered) {
    if (!chosen.some((known) => known.year === row.year && sameAmount(known, row))) chosen.push(row);
  }
  return chosen;
}

/** Where prose and table give the same amount, the one that also bounds it (以上, 不低于) says more. */
function rankOf(row: Indicator): number {
  return (row.comparator === '=' ? 0 : 2) + (row.source === 'table' ? 1 : 0) + (row.attribute ? 1 : 0);
}

/** The same amount, whether or not one of them also bounds it (6.5, 6.5以上). */
export function sameAmount(a: Indicator, b: Indicator): boolean {
  const [first, second] = [quantityOf(a), quantityOf(b)];
  return first && second ? sameQuantity(first, second) : a.text === b.text;
}

export function sameFigure(a: Indicator, b: Indicator): boolean {
  if (a.value === null || b.value === null) return a.text === b.text;
  const [first, second] = [quantityOf(a), quantityOf(b)];
  return first !== undefined && second !== undefined && sameQuantity(first, second, { comparators: 'loose' });
}

export function quantityOf(row: Indicator): Quantity | undefined {
  return row.value === null
    ? undefined
    : { value: row.value, valueMax: row.valueMax, unit: row.unit, comparator: row.comparator };
}

/** A figure before another one: of its name, its table or its passage, or of a like name with a year of its own. */
function isSameSeries(one: Indicator, before: Indicator): boolean {
  const isDated = before.kind === 'baseline' || before.quote.includes(String(before.year));
  return (
    one.name === before.name ||
    one.quote === before.quote ||
    one.passageId === before.passageId ||
    (isDated && coreName(one.name) === coreName(before.name))
  );
}

function baselineOf(rows: readonly Indicator[], chosen: readonly Indicator[]): Indicator | undefined {
  const first = Math.min(...chosen.flatMap((row) => row.year ?? []));
  // The same figure in a table has its baseline beside it, whatever the sentence calls it.
  const said = rows.filter((row) => chosen.some((one) => one.year === row.year && sameFigure(one, row)));
  const earlier = rows.filter(
    (row) =>
      row.year !== null &&
      row.year < first &&
      row.value !== null &&
      (row.kind === 'baseline' || row.kind === 'actual') &&
      said.some((one) => isSameSeries(one, row)),
  );
  const beside = (row: Indicator) => Number(said.some((one) => one.quote === row.quote));
  return earlier.sort((a, b) => beside(b) - beside(a) || (b.year ?? 0) - (a.year ?? 0))[0];
}
