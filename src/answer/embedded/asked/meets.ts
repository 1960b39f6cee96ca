import { findQuantities } from '../../../quantity/find-quantities.js';
import { findPeriods } from '../../../quantity/periods.js';
import { lookUpUnit, sameKind } from '../../../quantity/units.js';
import type { Indicator } from '../../../records.js';
import type { Asked } from '../../understand/asked/read-asked.js';
import { isPlanned } from '../firmness.js';
import { isOfMatter } from './of-matter.js';
import words from './standing-words.json' with { type: 'json' };
import type { Statement } from './statement.js';

const pastHeadings = new RegExp(words.pastHeadings);
const pastWords = new RegExp(words.pastWords);
const futureWords = new RegExp(words.futureWords);
/** What stands under these is to come. */
const goalHeadings = /(?:发展|规划|主要|具体|总体|工作|预期|重点|阶段)目标|愿景|目标任务/;
const change = new RegExp(words.change);
const compared = new RegExp(words.compared);
const comparing = new RegExp(words.comparing);
const distributive = new RegExp(words.distributive);
const each = new RegExp(words.each);
const distributed = new RegExp(words.distributed);
const overYears = new RegExp(words.overYears);
const saidOverYears = new RegExp(words.saidOverYears);
const ofWhole = new RegExp(words.ofWhole, 'i');
const dates = new RegExp(words.dates);
const counters = new Set(words.counters);
/** 7\t设立…: which row of a table it is. */
const rowNumber = /^\d{1,3}\t/;

/** Whether a statement answers what is asked: of that thing, with a figure or a date as asked, of that time. */
export function meets(asked: Asked, statement: Statement, background: readonly string[]): boolean {
  return fits(asked, statement) && isOfMatter(asked, statement, background);
}

/** Whether a statement has what is asked for of whatever it speaks of: a figure or a date as asked, of that time. */
export function fits(asked: Asked, statement: Statement): boolean {
  return (
    hasKind(asked, statement) &&
    isOfTime(asked, statement) &&
    isSaidOf(asked, statement) &&
    isOfPhase(asked, statement)
  );
}

/**
 * 比上年多多少 wants a figure set against another, 三类各几家 one of each, 五年新增多少 one over the years, and 税收多少
 * no share of something.
 */
function isSaidOf({ text, matter, before, units }: Asked, statement: Statement): boolean {
  const { rows } = statement;
  const isShare =
    rows.length > 0 && rows.every(({ measure, name }) => measure === 'share' && name.includes('占'));
  // 产值达到800亿元，终端产品占比…: a sentence with an amount beside the share says more than the share.
  if (isShare && !hasAmount(statement) && units.length === 0 && !ofWhole.test(`${before} ${text}`))
    return false;
  const all = `${statement.text} ${rows.map(({ name }) => name).join(' ')}`;
  if (overYears.test(text) && rows.length > 0 && !saidOverYears.test(all) && !rows.some(isFall)) return false;
  const isCompared = compared.test(text) && (matter === '' || compared.test(matter));
  if (isCompared && !comparing.test(statement.text)) return false;
  // 交易额和保费收入各多少: each part is one of those that the question lists.
  const wantsEach = distributive.test(text) || (before === '' && each.test(text));
  return !wantsEach || distributed.test(statement.text);
}

/** When 一期 runs says nothing of when 二期 does. */
function isOfPhase({ text, before }: Asked, { plain, headings }: Statement): boolean {
  const [wanted] = text.match(phase) ?? before.match(phase) ?? [];
  if (wanted === undefined) return true;
  const said: readonly string[] = plain.match(phase) ?? [];
  return said.includes(wanted) || (said.length === 0 && headings.includes(wanted));
}

const phase = /[一二三四五六]期(?![间末内货])/g;

/** 用水量下降12% is said of all the plan's years. */
function isFall({ name, unit }: Indicator): boolean {
  return unit === '%' && /下降|降低/.test(name) && !/年均/.test(name);
}

function hasAmount({ plain, rows }: Statement): boolean {
  const isRow = (value: number) => rows.some((row) => row.value === value);
  return findQuantities(plain).some(
    ({ role, unit, value }) =>
      role === 'quantity' && unit !== '' && lookUpUnit(unit)?.kind !== 'ratio' && !isRow(value),
  );
}

/** A figure of the unit asked for, a date where one is asked for. */
function hasKind({ text, matter, wants, units, years }: Asked, { plain, rows }: Statement): boolean {
  if (wants === 'quality' || wants === 'open') return true;
  if (wants === 'date')
    return (
      dates.test(plain) || findPeriods(plain).some(({ from }) => !years.includes(from) || years.length === 1)
    );
  if (rows.some(({ value }) => value === null) && units.length === 0) return true;
  const stated = findQuantities(plain.replace(rowNumber, '')).filter(
    ({ role, raw }) => (role === 'quantity' || role === 'rank') && !/^[一两](?![十百千万亿])/.test(raw),
  );
  const ofRows = rows.filter(({ value }) => value !== null);
  // The cells of a table row have their unit in its head, which the indicators know.
  const isCells = plain.includes('\t') && ofRows.length > 0;
  const figures = isCells ? ofRows : [...stated, ...ofRows];
  // 服务器规模 is no share or rate of them.
  const isAmount = units.length === 0 && amounts.test(matter) && !changes.test(text);
  if (isAmount && figures.every(({ unit }) => lookUpUnit(unit)?.kind === 'ratio')) return false;
  return units.length === 0
    ? figures.length > 0
    : figures.some(({ unit }) => unit === '' || units.some((asked) => isOfKind(unit, asked)));
}

const amounts = /(?:规模|总量|总数|数量|总额|余额|金额)$/;
const changes = /[增涨升降减]|提高|扩大|倍|占|率/;

function isOfKind(unit: string, asked: string): boolean {
  const isOfPeople = (one: string) => /[人名]/.test(one);
  if (isOfPeople(unit) !== isOfPeople(asked)) return false;
  return sameKind(unit, asked) || (isCounted(unit, asked) && isCounted(asked, unit));
}

/** 家, 户, 所 count one thing in several words, and 个 counts any; 张 (of beds) is not said for 家. */
function isCounted(unit: string, other: string): boolean {
  const plain = unit.replace(/^[十百千万亿]+/, '');
  return lookUpUnit(unit)?.kind === 'count' && (counters.has(plain) || other.endsWith('个'));
}

/** Of one of the years asked, or of none said; what was where that is asked, what is to come where that is. */
function isOfTime({ years, time }: Asked, statement: Statement): boolean {
  const periods = findPeriods(statement.plain);
  const said = [
    ...periods.flatMap(({ from, to }) => [from, to]),
    ...statement.rows.flatMap(({ year }) => year ?? []),
  ];
  const isWithin = (year: number) =>
    said.includes(year) || periods.some(({ from, to }) => from <= year && year <= to);
  if (years.length > 0 && said.length > 0 && !years.some(isWithin)) return false;
  if (time === 'present') return !isOnlyPlanned(statement);
  return time === 'future' ? !isOnlyPast(statement) : true;
}

const isFact = ({ kind }: Indicator) => kind === 'actual' || kind === 'baseline' || kind === 'growth';

/** A statement of what was reached, with nothing in it of what is to come. */
export function isOnlyPast({ text, headings, rows }: Statement): boolean {
  if (change.test(text) && !pastHeadings.test(headings)) return false;
  if (rows.length > 0) return rows.every(isFact);
  return !futureWords.test(text) && (pastHeadings.test(headings) || pastWords.test(text));
}

function isOnlyPlanned({ text, headings, rows }: Statement): boolean {
  if (change.test(text) || pastWords.test(text)) return false;
  if (goalHeadings.test(headings) && !rows.some(isFact)) return true;
  if (rows.length > 0) return rows.every(isPlanned);
  return futureWords.test(text) && !pastHeadings.test(headings);
}
