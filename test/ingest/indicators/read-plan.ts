import { cutPassages } from '../../../ingest/chunk.js';
import { extractIndicators } from '../../../ingest/indicators/extract.js';
import { parseText } from '../../../ingest/parse/parse-text.js';
import { readPlanHead } from '../../../ingest/plan-record.js';
import { buildSections } from '../../../ingest/structure.js';
import type { Indicator, Passage } from '../../../src/records.js';

const front = [
  '---',
  'title: 江州市“十四五”金融业发展规划',
  'period: 2021-2025',
  'region: 江州市',
  '---',
  '',
];

/** Takes a plan of an invented city through the readers: headings and text as a planner would write them. */
export function readPlan(...lines: string[]): {
  rows: Indicator[];
  passages: Passage[];
  warnings: string[];
} {
  const document = parseText([...front, ...lines].join('\n'));
  const head = readPlanHead(document, 'jiangzhou');
  const sections = buildSections(document.blocks);
  const passages = cutPassages('jiangzhou', sections);
  const warnings: string[] = [];
  return {
    rows: extractIndicators({ planId: 'jiangzhou', head, sections, passages, warnings }),
    passages,
    warnings,
  };
}

/** A row in a line: name, figure, years, kind. */
export function shown(row: Indicator): string {
  const { name, scope, ownScope, value, valueMax, unit, comparator, text, year, yearFrom, kind } = row;
  const figure =
    value === null ? text : `${comparator === '=' || comparator === 'range' ? '' : comparator}${value}`;
  const range = valueMax === null ? '' : `-${valueMax}`;
  const years = yearFrom === null ? year : `${yearFrom}-${year}`;
  return `${ownScope ? '' : `[${scope}] `}${name} ${figure}${range}${unit} ${years} ${kind}`;
}
