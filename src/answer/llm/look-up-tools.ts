import { tool } from 'langchain';
import { z } from 'zod';
import { PlanbotError } from '../../errors.js';
import { findIndicatorsTool } from '../../tools/find-indicators.js';
import { listPlansTool } from '../../tools/list-plans.js';
import { readSectionTool } from '../../tools/read-section.js';
import { searchPassagesTool } from '../../tools/search-passages.js';
import { showableHeadings } from '../show-title.js';
import { toChineseTerms } from '../understand/translate.js';
import { dataBlock } from './data-block.js';
import { replyText } from './replies.js';
import type { Run } from './run.js';
import { showIndicators, showPassage, showPlan } from './show-results.js';

const passageLimit = 6;
const indicatorLimit = 8;
const titleLimit = 80;

const planIds = z.array(z.string()).default([]).describe('Ids of the plans to look in; empty for all');
const SearchInput = searchPassagesTool.schema.pick({ phrases: true }).extend({
  planIds,
  years: z.array(z.number().int()).default([]).describe('Years that the passage should speak of'),
});
const IndicatorInput = findIndicatorsTool.schema.pick({ phrases: true }).extend({ planIds });

/** The shared look-ups as the model calls them. */
export function createLookUpTools(run: Run) {
  const { context } = run;
  return [
    tool(() => answer(run, 'reading', async () => (await listPlansTool.run(context, {})).map(showPlan)), {
      name: listPlansTool.name,
      description: listPlansTool.description,
      schema: z.object({}),
    }),
    tool((input: z.infer<typeof SearchInput>) => answer(run, 'searching', () => search(run, input)), {
      name: searchPassagesTool.name,
      description: searchPassagesTool.description,
      schema: SearchInput,
    }),
    tool((input: z.infer<typeof IndicatorInput>) => answer(run, 'searching', () => indicators(run, input)), {
      name: findIndicatorsTool.name,
      description: findIndicatorsTool.description,
      schema: IndicatorInput,
    }),
    tool(
      (input: z.infer<typeof readSectionTool.schema>) =>
        answer(run, 'reading', () => readSection(run, input)),
      {
        name: readSectionTool.name,
        description: readSectionTool.description,
        schema: readSectionTool.schema,
      },
    ),
  ];
}

/** A look-up's result as data; a failure says no more than that, what it names is not for a model. */
export async function answer(
  run: Run,
  kind: 'searching' | 'reading' | 'calculating',
  work: () => Promise<unknown>,
): Promise<string> {
  run.emit({ kind });
  const known = new Set(run.citable.keys());
  try {
    const result = dataBlock(await work());
    tellFound(run, known);
    return result;
  } catch (error) {
    if (error instanceof PlanbotError && error.code === 'calculation_invalid')
      return dataBlock(error.message);
    return replyText('lookUpFailed');
  }
}

/** Tells the asker where a look-up has led. */
function tellFound({ citable, context, emit }: Run, known: ReadonlySet<string>): void {
  const titles = new Map(context.plans.map(({ planId, title }) => [planId, title]));
  const places = [...citable.values()]
    .filter(({ passageId }) => !known.has(passageId))
    .map(({ planId, sectionPath, page }) => ({
      planTitle: titles.get(planId) ?? planId,
      sectionPath: showableHeadings(sectionPath),
      page,
    }));
  if (places.length > 0) emit({ kind: 'found', places });
}

async function search(run: Run, { phrases, planIds, years }: z.infer<typeof SearchInput>) {
  const hits = await searchPassagesTool.run(run.context, {
    phrases: phrases.map(inChinese),
    planIds,
    years,
    background: [],
    parts: [],
    wantsFigures: false,
    limit: passageLimit,
  });
  run.hits.push(...hits);
  const passages = hits.map(({ passage }) => showPassage(passage, run));
  return passages.length > 0 ? { passages } : nothingFound(run);
}

async function indicators(run: Run, { phrases, planIds }: z.infer<typeof IndicatorInput>) {
  const wanted = { phrases: phrases.map(inChinese), planIds, limit: indicatorLimit };
  const matches = await findIndicatorsTool.run(run.context, wanted);
  return matches.length > 0 ? { indicators: await showIndicators(matches, run) } : nothingFound(run);
}

async function readSection(run: Run, input: z.infer<typeof readSectionTool.schema>) {
  const reading = await readSectionTool.run(run.context, input);
  if (reading.kind === 'outline')
    return reading.titles.length > 0 ? { outline: reading.titles.slice(0, titleLimit) } : nothingFound(run);
  return { passages: reading.passages.map((passage) => showPassage(passage, run)) };
}

/** A model that was told to search in Chinese does not always. */
function inChinese(phrase: string): string {
  return /\p{Script=Han}/u.test(phrase) ? phrase : toChineseTerms(phrase);
}

/** Says what there is instead. */
function nothingFound({ context }: Run) {
  const visible = context.plans.filter((plan) => context.planIds.includes(plan.planId));
  return { found: 'nothing', plans: visible.map(showPlan) };
}
