import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../ingest/parse/clean-lines.js';
import { removeContents } from '../../ingest/parse/contents.js';
import { misplaced, missing, passageText } from '../setup/lost-text.js';
import { originalPlans, readOriginal } from '../setup/original-plans.js';
import { type ReadPlan, readPlan, sectionTitled } from '../setup/read-plan.js';

const samples = new URL('../../data/plans/', import.meta.url);
const sources = [
  ...readdirSync(samples).map((name) => [name, readFileSync(new URL(name, samples), 'utf8')] as const),
  ...[...originalPlans.keys()].map((planId) => [planId, readOriginal(planId)] as const),
];

/** The text of a file outside its front matter and contents pages, without markup and repeated headers. */
function bodyOf(source: string, { tables }: ReadPlan): string {
  const headers = new Set(tables.map((table) => table.header.join('').replace(/\s/g, '')));
  const { lines } = removeContents(cleanLines(source.replace(/^---\n[\s\S]*?\n---\n/, '')));
  return lines
    .map((line) => line.text.replace(/\s/g, ''))
    .filter((text) => !headers.has(text) && !/^[|:-]*$/.test(text))
    .join('')
    .replace(/[#*|\\]|<\/?\w+>/g, '');
}

describe('a whole plan', () => {
  it.each(sources)('%s loses no text on its way into passages', (_, source) => {
    const plan = readPlan(source);
    expect(missing(bodyOf(source, plan), passageText(plan).replace(/[#*|\\]/g, ''))).toEqual([]);
  });

  it.each(sources)('%s has passages that name the lines on which their words stand', (_, source) => {
    expect(misplaced(readPlan(source), source)).toEqual([]);
  });

  it.each(sources)('%s has no passage beyond the limits, and no empty one', (_, source) => {
    for (const { kind, text } of readPlan(source).passages) {
      expect(text.length).toBeLessThanOrEqual(kind === 'table' ? 1_500 : 800);
      expect(text.trim()).not.toBe('');
    }
  });
});

interface Expected {
  planId: string;
  /** How many top sections begin with this numbering. */
  parts: [RegExp, number];
  boxes: number;
  annexes: number;
  /** Rows of the tables of indicators, by what their caption says. */
  tables: [RegExp, number][];
}

const expected: Expected[] = [
  {
    planId: 'chengdu-finance-2021-2025',
    parts: [/^第.章/, 9],
    boxes: 10,
    annexes: 0,
    tables: [
      [/完成情况/, 10],
      [/规划主要指标$/, 6],
    ],
  },
  { planId: 'xining-finance-2021-2025', parts: [/^.、/, 5], boxes: 0, annexes: 0, tables: [[/核心指标/, 9]] },
  {
    planId: 'changjiahui-finance-2021-2025',
    parts: [/^.、/, 6],
    boxes: 10,
    annexes: 3,
    tables: [[/^表3/, 14]],
  },
  { planId: 'lhasa-etdz-2026-2030', parts: [/^第.篇/, 8], boxes: 20, annexes: 0, tables: [[/^表1/, 23]] },
  {
    planId: 'lhasa-financial-district-2024-2030',
    parts: [/^.、/, 5],
    boxes: 0,
    annexes: 0,
    tables: [[/新增目标表/, 8]],
  },
];

/** The plan's id where its original is there. */
function present(planId: string): string[] {
  return originalPlans.has(planId) ? [planId] : [];
}

function countTitles({ sections }: ReadPlan, wanted: RegExp): number {
  return sections.filter(({ level, title }) => level === 1 && wanted.test(title)).length;
}

describe('the outline of a published plan', () => {
  it('is known for each of the sample plans', () => {
    const digests = readdirSync(samples).map((name) => name.replace('-digest.md', ''));
    expect(expected.map(({ planId }) => planId).sort()).toEqual(digests.sort());
  });

  it.each(expected.filter(({ planId }) => originalPlans.has(planId)))(
    '$planId has its parts, boxes, annexes and tables',
    ({ planId, parts, boxes, annexes, tables }) => {
      const plan = readPlan(readOriginal(planId));
      expect(countTitles(plan, parts[0])).toBe(parts[1]);
      expect(plan.sections.filter(({ kind }) => kind === 'box')).toHaveLength(boxes);
      expect(countTitles(plan, /^附件\s*\d/)).toBe(annexes);
      for (const [caption, rows] of tables) {
        const table = plan.tables.find((one) => one.caption !== null && caption.test(one.caption));
        expect(table?.rows.length, String(caption)).toBe(rows);
      }
    },
  );

  it.each(present('lhasa-etdz-2026-2030'))('%s ends with a glossary of its own', (planId) => {
    const plan = readPlan(readOriginal(planId));
    expect(sectionTitled(plan, '名词解释').blocks.length).toBeGreaterThan(10);
  });

  it.each(present('lhasa-financial-district-2024-2030'))(
    '%s has a section for each of its numbered tasks',
    (planId) => {
      const plan = readPlan(readOriginal(planId));
      const tasks = plan.sections.filter(({ path }) => path.length === 3 && /^四、/.test(path[0] ?? ''));
      expect(tasks.filter(({ title }) => /^\d+[.．、]/.test(title))).toHaveLength(16);
    },
  );
});
