import type { types } from '@slack/bolt';
import { formatQuantity } from '../../quantity/format-quantity.js';
import type { Indicator, Language, Plan } from '../../records.js';
import { escapeMarkup } from './escape.js';
import { showCells } from './show-cells.js';
import { fillIn, textsFor } from './texts.js';

const rowLimit = 20;
const textLimit = 2_900;

/** What a plan gives for an indicator and a year, each figure with its words and its place; other years beneath. */
export function buildTargetValues({
  plan,
  rows,
  others,
  language,
}: {
  plan: Plan;
  rows: readonly Indicator[];
  /** The indicator's figures for other years. */
  others: readonly Indicator[];
  language: Language;
}): types.ModalView {
  const { form, digestNote } = textsFor(language);
  const [first] = rows;
  const title = first ? `*${escapeMarkup(first.name)}*` : '';
  const isContradictory = new Set(rows.map((row) => `${row.value}${row.valueMax}${row.unit}`)).size > 1;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: form.title },
    close: { type: 'plain_text', text: form.close },
    blocks: [
      section(`${title}\n《${escapeMarkup(plan.title)}》`),
      ...(isContradictory ? [section(`:warning: ${form.differ}`)] : []),
      ...rows.slice(0, rowLimit).map((row) => section(rowText(row, language))),
      ...(others.length > 0 ? [{ type: 'divider' as const }, section(othersText(others, language))] : []),
      ...(plan.digest ? [section(digestNote)] : []),
    ],
  };
}

function rowText(row: Indicator, language: Language): string {
  const { page, sectionPath, quote, attribute } = row;
  const texts = textsFor(language);
  const place = [
    sectionPath.join(texts.placeSeparator),
    page === null ? '' : fillIn(texts.page, { page: String(page) }),
  ]
    .filter((one) => one !== '')
    .join(texts.pageSeparator);
  const kind = [texts.kinds[row.kind], attribute ?? ''].filter((one) => one !== '').join(' · ');
  const quoted = showCells(quote)
    .split('\n')
    .map((line) => `>${escapeMarkup(line)}`);
  return [`*${figureText(row, language)}* (${kind})`, ...quoted, escapeMarkup(place)].join('\n');
}

function othersText(others: readonly Indicator[], language: Language): string {
  const { form } = textsFor(language);
  const lines = others.map((row) => figureText(row, language));
  return [form.others, ...[...new Set(lines)].map((line) => `• ${line}`)].join('\n');
}

function figureText(
  { value, valueMax, unit, comparator, year, text }: Indicator,
  language: Language,
): string {
  const figure = value === null ? text : formatQuantity({ value, valueMax, unit, comparator }, language);
  return `${year === null ? '' : `${year}${language === 'zh' ? '年' : ':'} `}${escapeMarkup(figure)}`;
}

function section(text: string): types.SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: text.slice(0, textLimit) } };
}
