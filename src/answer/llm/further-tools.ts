import { tool } from 'langchain';
import { z } from 'zod';
import { auditTool } from '../../tools/audit.js';
import { compareTool } from '../../tools/compare.js';
import { glossaryTool } from '../../tools/glossary.js';
import { answer } from './look-up-tools.js';
import type { Run } from './run.js';
import { allowPassages, showPassage, showRow } from './show-results.js';

const planIds = z.array(z.string()).default([]).describe('Ids of the plans to look in; empty for all');
const AuditInput = auditTool.schema.extend({ planIds });
const CompareInput = compareTool.schema.extend({ planIds });
const GlossaryInput = glossaryTool.schema.extend({ planIds });

const findingLimit = 12;
const rowLimit = 8;

/** The shared tools for contradictions, comparisons and terms, as the model calls them. */
export function createFurtherTools(run: Run) {
  return [
    tool((input: z.infer<typeof AuditInput>) => answer(run, 'reading', () => audit(run, input)), {
      name: auditTool.name,
      description: auditTool.description,
      schema: AuditInput,
    }),
    tool((input: z.infer<typeof CompareInput>) => answer(run, 'searching', () => compare(run, input)), {
      name: compareTool.name,
      description: compareTool.description,
      schema: CompareInput,
    }),
    tool((input: z.infer<typeof GlossaryInput>) => answer(run, 'searching', () => glossary(run, input)), {
      name: glossaryTool.name,
      description: glossaryTool.description,
      schema: GlossaryInput,
    }),
  ];
}

async function audit(run: Run, input: z.infer<typeof AuditInput>) {
  const findings = await auditTool.run(run.context, input);
  const shown = findings.slice(0, findingLimit);
  await allowPassages(
    shown.flatMap(({ quotes }) => quotes),
    run,
  );
  if (findings.length === 0)
    return { found: 'nothing', note: 'No figures of these plans contradict each other.' };
  return {
    findings: shown.map(({ planId, certainty, about, stated, computed, note, quotes }) => ({
      planId,
      certainty,
      about,
      stated,
      computed,
      note,
      quotes: quotes.map(({ text, passageId }) => ({ text, passageId })),
    })),
    more: findings.length - shown.length,
  };
}

async function compare(run: Run, input: z.infer<typeof CompareInput>) {
  const { unit, plans, missing } = await compareTool.run(run.context, input);
  await allowPassages(
    plans.flatMap(({ rows }) => rows.map(({ row }) => row)),
    run,
  );
  return {
    unit,
    plans: plans.map(({ planId, rows, otherYears }) => ({
      planId,
      rows: rows.slice(0, rowLimit).map(({ row, inCommonUnit }) => ({ ...showRow(row), inCommonUnit })),
      ...(otherYears.length > 0 ? { otherYears } : {}),
    })),
    missing,
  };
}

async function glossary(run: Run, input: z.infer<typeof GlossaryInput>) {
  const { definitions, ...entry } = await glossaryTool.run(run.context, input);
  run.hits.push(...definitions.map(({ hit }) => hit));
  return {
    ...entry,
    definitions: definitions.map(({ sentence, hit }) => ({ sentence, ...showPassage(hit.passage, run) })),
  };
}
