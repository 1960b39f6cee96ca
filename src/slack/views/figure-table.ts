import type { types } from '@slack/bolt';
import { formatQuantity } from '../../quantity/format-quantity.js';
import type { Language } from '../../records.js';
import type { Figure } from '../figures/figure.js';
import { escapeMarkup } from './escape.js';
import type { Part } from './message.js';
import { splitText } from './split-text.js';
import { textsFor } from './texts.js';

/** Rows and characters of a table; a little under what Slack allows a message. */
const rowLimit = 99;
const characterLimit = 9_000;
const cellLimit = 120;
const sectionLimit = 3_000;

/** Shows figures as a table, when there is more than one: what, whose, when, how much, how firm, where. */
export function buildFigureTable(figures: readonly Figure[], language: Language): Part[] {
  if (figures.length < 2) return [];
  const hasSubjects = new Set(figures.map(({ subject }) => subject)).size > 1;
  const texts = textsFor(language).table;
  const head = [
    ...(hasSubjects ? [texts.subject] : []),
    texts.name,
    texts.year,
    texts.value,
    texts.kind,
    texts.source,
  ];
  const body = figures.slice(0, rowLimit).map((figure) => cellsOf(figure, hasSubjects, language));
  const rows = withinLimit([head, ...body]);
  const lines = rows.slice(1).map((row) => `• ${escapeMarkup(row.join(' | '))}`);
  return [
    {
      plain: lines.join('\n'),
      forms: [
        [buildTable(rows, head.indexOf(texts.value))],
        splitText(lines.join('\n'), sectionLimit).map((text) => ({
          type: 'section',
          text: { type: 'mrkdwn', text },
        })),
      ],
    },
  ];
}

function buildTable(rows: readonly string[][], valueColumn: number): types.TableBlock {
  return {
    type: 'table',
    column_settings:
      rows[0]?.map((_, column) => ({
        is_wrapped: true,
        align: column === valueColumn ? 'right' : 'left',
      })) ?? [],
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text: text === '' ? '–' : text }))),
  };
}

function cellsOf(figure: Figure, hasSubjects: boolean, language: Language): string[] {
  const { subject, name, year, value, kind, citations, ...quantity } = figure;
  const amount = value === null ? '' : formatQuantity({ ...quantity, value }, language);
  const cells = [
    name,
    year === null ? '' : String(year),
    amount,
    textsFor(language).kinds[kind],
    citations.map((n) => `[${n}]`).join(' '),
  ];
  return (hasSubjects ? [subject, ...cells] : cells).map((text) => text.slice(0, cellLimit));
}

function withinLimit(rows: readonly string[][]): string[][] {
  let size = 0;
  return rows.filter((row) => {
    size += row.reduce((sum, cell) => sum + cell.length, 0);
    return size <= characterLimit;
  });
}
