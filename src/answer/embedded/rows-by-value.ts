import { isInPart } from '../../retrieve/rank.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import { compact } from '../sentences.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { cellUnder, rowsUnder, type TableRow, tablesOf } from './table-rows.js';

/** Columns that sort the rows: where, of what kind, in what state. */
const sorting = /地点|位置|区域|地区|所在|片区|县|属地|类型|性质|类别|属性|状态|领域|环节|产业链?$|方式/;
/** 哪些任务, 哪几个项目, which tasks: the rows are wanted, not what stands in them. */
const asksForRows =
  /(?:哪些|哪几[个项条]|什么|啥)(?:重点|主要|重大)?(?:任务|项目|事项|工作|行动|工程|事|活)?(?:是|的|$|[？?，。])|(?:哪些|哪几[个项条])(?:重点|主要|重大)?(?:任务|项目|事项|工作|行动|工程)|(?:哪些|哪几[个项条])\p{Script=Han}{2,5}[？?。]?$|\bwhich (?:tasks|projects)/iu;
const responsible = /责任|牵头|负责|主管|配合|协助|单位|部门/;
const body =
  /(?:\p{Script=Han}{2,12}?)(?:管委会|委员会|领导小组|局|办|厅|公司|集团|中心|银行|大学)(?=[在负牵主参的要和，]|$)/gu;
const rank = /优先|等级|星级|重要/;
const stars = /([一二三四五1-5])(?:颗)?星|(★+)/;
const mostRows = 30;
const longestName = 80;
const shortestBody = 4;

/**
 * The rows of a table that a question picks by what stands in one of their columns: the tasks of a body, those of
 * the highest priority. Undefined where it picks none.
 */
export function rowsByValueDraft(frame: Understanding, evidence: Evidence): Draft | undefined {
  if (!asksForRows.test(frame.question)) return undefined;
  const rows = tablesOf(evidence)
    .filter(({ planId }) => frame.plans.length === 0 || frame.plans.includes(planId))
    .flatMap((passage) => rowsUnder(passage, isHeader));
  const picked =
    byBody(rows, frame.phrases[0] ?? frame.question) ??
    byRank(rows, frame.question) ??
    bySort(inParts(rows, frame.parts), frame.question);
  if (!picked || picked.length === 0 || picked.length > mostRows) return undefined;
  return emptyDraft({ claims: picked.map(claimOf), layout: picked.length > 1 ? 'bullets' : 'sentences' });
}

function isHeader(cells: readonly string[]): boolean {
  return cells.some(
    (cell) => cell.length <= 12 && [responsible, rank, sorting].some((column) => column.test(cell)),
  );
}

/** Rows with the body that the question names in a column of bodies. */
function byBody(rows: readonly TableRow[], question: string): TableRow[] | undefined {
  const named = [...question.matchAll(body)].map(([name]) => compact(name));
  const found = named.flatMap((name) =>
    rows.filter((row) => cellsOf(row, responsible).some((cell) => namesBody(cell, name))),
  );
  return found.length > 0 ? found : undefined;
}

/** 区财政局 for 财政局, but not 区财政局下属中心. */
function namesBody(cell: string, name: string): boolean {
  return compact(cell)
    .split(/[、，,；;（）()]/)
    .some(
      (one) =>
        one === name ||
        (one.endsWith(name) && one.length <= name.length + 2) ||
        (name.endsWith(one) && one.length >= shortestBody),
    );
}

/** Rows of the rank that the question names by its stars, or of the highest that there is. */
function byRank(rows: readonly TableRow[], question: string): TableRow[] | undefined {
  const [, numeral = '', signs = ''] = stars.exec(question.replace('两', '二')) ?? [];
  const wanted = Math.max(signs.length, '零一二三四五'.indexOf(numeral), '012345'.indexOf(numeral), 0);
  const rankOf = (row: TableRow) => cellsOf(row, rank).find((cell) => /^★+$/.test(cell))?.length ?? 0;
  const highest = Math.max(0, ...rows.map(rankOf));
  const isHighest = /最(?:高|优先)/.test(question) && rank.test(question);
  const length = wanted > 0 ? wanted : isHighest ? highest : 0;
  return length > 0 ? rows.filter((row) => rankOf(row) === length) : undefined;
}

/** Rows of the table that the question names by its number (附件2), of all where it names none. */
function inParts(rows: readonly TableRow[], parts: readonly string[]): readonly TableRow[] {
  const inside = rows.filter(({ passage }) => isInPart(passage.sectionPath, parts));
  return inside.length > 0 ? inside : rows;
}

/** Rows of one table whose place, kind or state the question names, where their title or head says what it wants. */
function bySort(rows: readonly TableRow[], question: string): TableRow[] | undefined {
  const wanted = things.exec(question)?.[0];
  const plain = compact(question);
  const found = rows.filter(
    (row) =>
      (wanted === undefined ||
        compact([...row.passage.sectionPath.slice(-1), ...row.header].join('')).includes(wanted)) &&
      cellsOf(row, sorting).some(
        (cell) => /^\p{Script=Han}{2,12}$/u.test(compact(cell)) && plain.includes(compact(cell)),
      ),
  );
  const [first] = found;
  const ofOne = found.filter(({ header }) => header.join() === first?.header.join());
  // A place that a line is called after, and no other, is what is asked about, not what sorts the lines.
  return ofOne.length > 0 && ofOne.every(({ name }) => !plain.includes(compact(name))) ? ofOne : undefined;
}

const things = /项目|工程|任务|指标|企业|产业链/;

function cellsOf(row: TableRow, column: RegExp): string[] {
  return row.header.flatMap((title, at) => (column.test(title) ? [cellUnder(row, at)] : []));
}

function claimOf({ passage, name }: TableRow): DraftClaim {
  const text = name.length > longestName ? (name.split(/[（(，。；]/)[0] ?? name) : name;
  return quotedClaim(text, passage);
}
