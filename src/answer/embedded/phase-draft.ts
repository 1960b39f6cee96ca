import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { tablesOf } from './table-rows.js';

/** A stage of a plan as the column of a table is headed (第一年, 近期). */
const phase = /第[一二三四五]年|第[一二三四五]阶段|近期|中期|远期/;
/** The head over the columns of several stages. */
const overPhases = /阶段|年度|进度|目标|安排|时序/;
const budget = 1_500;
const longestName = 28;
const longestCell = 90;
const shortestCell = 4;

/** A line of a table of tasks with what is to be done in the stage asked for. */
interface PhaseRow {
  name: string;
  cell: string;
}

/**
 * What a table of tasks has for the stage that a question names (第一年要做哪些事), task by task, as far as there is
 * room; undefined where no table has a column for it.
 */
export function phaseDraft({ question, plans }: Understanding, evidence: Evidence): Draft | undefined {
  const asked = phase.exec(compact(question))?.[0];
  if (asked === undefined) return undefined;
  let used = 0;
  const claims: DraftClaim[] = [];
  for (const passage of tablesOf(evidence)) {
    if (plans.length > 0 && !plans.includes(passage.planId)) continue;
    for (const { name, cell } of rowsFor(asked, passage.text)) {
      used += name.length + cell.length;
      if (used > budget) break;
      claims.push({ ...quotedClaim(cell, passage), label: name });
    }
  }
  return claims.length < 2 ? undefined : emptyDraft({ claims, layout: 'bullets' });
}

function rowsFor(asked: string, text: string): PhaseRow[] {
  const lines = text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
  const at = lines.findIndex((cells) => cells.some((cell) => compact(cell) === asked));
  const phases = lines[at];
  const column = phases?.findIndex((cell) => compact(cell) === asked) ?? -1;
  if (!phases || column < 0) return [];
  const isUnderHead = phases.every((cell) => phase.test(cell));
  const head = isUnderHead ? lines[at - 1] : phases;
  if (!head) return [];
  const span = head.findIndex((cell) => overPhases.test(cell));
  const width = isUnderHead ? head.length + phases.length - 1 : head.length;
  const from = isUnderHead ? span + column : column;
  const named = head.findIndex((cell) => /任务|项目|工作|工程|名称|内容|举措/.test(cell));
  if (named < 0 || (isUnderHead && (span < 0 || span < named))) return [];
  return lines
    .slice(at + 1)
    .filter((cells) => cells.length === width)
    .map((cells) => ({
      name: shortened(cells[named] ?? '', longestName),
      cell: shortened(cells[from] ?? '', longestCell),
    }))
    .filter(({ cell }) => cell.length >= shortestCell);
}

/** As many clauses as fit; the first at least. */
function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  let kept = '';
  for (const clause of text.split(/(?<=[，；。])|(?=（\d+）)|(?=（)/)) {
    if (kept !== '' && kept.length + clause.length > room) break;
    kept += clause;
  }
  return kept.replace(/[，；]$/, '');
}
