import { formatQuantity } from '../../quantity/format-quantity.js';
import type { Indicator, Language, Passage, Plan } from '../../records.js';
import type { DraftClaim } from '../draft.js';
import { compact, splitSentences } from '../sentences.js';
import { quantityOf } from './choose-rows.js';
import { fillTemplate, type TemplateName } from './fill-template.js';
import { nameIndicator, placeOf } from './name-indicator.js';

const longestSentence = 240;

export interface ClaimSetting {
  language: Language;
  plans: ReadonlyMap<string, Plan>;
  passages: ReadonlyMap<string, Passage>;
}

/** States one indicator row, with its attribute and the baseline that it starts from. */
export function indicatorClaim({
  row,
  baseline,
  twin,
  setting,
}: {
  row: Indicator;
  baseline: Indicator | undefined;
  /** The same figure in a table. */
  twin?: Indicator | undefined;
  setting: ClaimSetting;
}): DraftClaim | undefined {
  const passage = setting.passages.get(row.passageId);
  if (!passage) return undefined;
  const { language } = setting;
  const start = baseline && baselineText(baseline, language);
  const startPassage = start && baseline ? setting.passages.get(baseline.passageId) : undefined;
  const withBaseline = baseline !== undefined && start !== undefined && startPassage !== undefined;
  const text = fillTemplate(language, templateOf(row), {
    place: placeOf(row, setting.plans.get(row.planId)),
    year: yearText(row, language),
    name: nameIndicator(row, language),
    figure: figureText(row, language),
    text: row.text,
    attribute: attributeText(row.attribute ? row : (twin ?? row), language),
    twin:
      twin && twin.comparator !== row.comparator
        ? fillTemplate(language, 'tableSays', { figure: figureText(twin, language) })
        : '',
    baseline: withBaseline && row.kind === 'target' && row.value !== null ? start : '',
  });
  const support = [{ passage, quote: row.quote }];
  if (withBaseline && startPassage.passageId !== passage.passageId)
    support.push({ passage: startPassage, quote: baseline.quote });
  const twinPassage = twin && setting.passages.get(twin.passageId);
  if (twin && twinPassage) support.push({ passage: twinPassage, quote: twin.quote });
  const rows = [row, ...(withBaseline ? [baseline] : []), ...(twin && twinPassage ? [twin] : [])];
  // A plan that names no place leaves none to say.
  return {
    text: text.replace(/^: /, ''),
    support: dedupeSupport(support),
    indicators: rows,
    calculations: [],
    counts: [],
  };
}

function dedupeSupport(support: readonly DraftClaim['support'][number][]): DraftClaim['support'] {
  return support.filter(
    (one, at) =>
      !support
        .slice(0, at)
        .some((other) => other.passage.passageId === one.passage.passageId && other.quote === one.quote),
  );
}

/** The plan's own sentence that a prose row stands in: its neighbours in the sentence say what it is of. */
export function sentenceClaim(row: Indicator, setting: ClaimSetting): DraftClaim | undefined {
  const passage = setting.passages.get(row.passageId);
  const quote = compact(row.quote);
  const sentence = passage && splitSentences(passage.text).find((one) => compact(one.text).includes(quote));
  if (!passage || !sentence || sentence.text.length > longestSentence) return undefined;
  const support = [{ passage, quote: sentence.text }];
  return { text: sentence.text, support, indicators: [row], calculations: [], counts: [] };
}

function templateOf(row: Indicator): TemplateName {
  if (row.value === null) return 'qualitative';
  if (row.kind === 'target') return 'target';
  if (row.year === null) return 'undated';
  if (row.kind === 'growth') return 'growth';
  return row.kind === 'forecast' ? 'forecast' : 'actual';
}

function figureText(row: Indicator, language: Language): string {
  const quantity = quantityOf(row);
  return quantity ? formatQuantity(quantity, language) : row.text;
}

function yearText(row: Indicator, language: Language): string {
  return row.year === null ? '' : spanText(row, row.year, language) + sumText(row, language);
}

/** A sum up to a year ([1.3] in a table) is no figure of that year. */
function sumText({ measure, name, yearFrom }: Indicator, language: Language): string {
  const isSaid = yearFrom !== null || /累计|五年|合计/.test(name);
  return measure === 'cumulative' && !isSaid ? fillTemplate(language, 'cumulative') : '';
}

function spanText(row: Indicator, year: number, language: Language): string {
  return row.yearFrom !== null && row.yearFrom < year
    ? fillTemplate(language, 'span', { from: row.yearFrom, year })
    : fillTemplate(language, 'year', { year });
}

function attributeText(row: Indicator, language: Language): string {
  if (!row.attribute) return '';
  const english: Record<string, string> = { 预期性: 'anticipatory', 约束性: 'binding' };
  return language === 'zh'
    ? `（${row.attribute}）`
    : ` (${row.attribute}, ${english[row.attribute] ?? 'as marked'})`;
}

function baselineText(baseline: Indicator, language: Language): string | undefined {
  // What was reached over other years is no start of what is to be reached over these.
  if (baseline.value === null || baseline.year === null || sumText(baseline, language) !== '')
    return undefined;
  return fillTemplate(language, 'baseline', {
    year: fillTemplate(language, 'year', { year: baseline.year }),
    figure: figureText(baseline, language),
  });
}
