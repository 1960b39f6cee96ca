import { sameKind } from '../../quantity/units.js';
import type { Indicator } from '../../records.js';
import type { IndicatorMatch } from '../../retrieve/find-indicators.js';
import { type Draft, type DraftClaim, emptyDraft } from '../draft.js';
import { quotedClaim } from '../quoted-claim.js';
import type { Understanding } from '../understand/understand.js';
import type { MadeClaim } from './calculation/calculation-claim.js';
import { rowTerm } from './calculation/row-term.js';
import { columnMeant } from './calculation/table-column.js';
import { chooseMatches } from './choose-matches.js';
import { onlyAlternatives } from './comparison/alternatives.js';
import { comparedRows } from './comparison/compared-rows.js';
import { comparedMembers, type Member, memberMatches } from './comparison/members.js';
import { ownYears } from './comparison/own-years.js';
import { rankedClaim } from './comparison/ranked-claim.js';
import { statedFigure } from './comparison/stated-figure.js';
import { draftOf } from './entries/entries-draft.js';
import { gapClaims, orderClaims } from './entries/order-claims.js';
import type { Evidence } from './evidence.js';
import { fillTemplate } from './fill-template.js';
import { type ClaimSetting, indicatorClaim, sentenceClaim } from './indicator-claims.js';
import { placeOf } from './name-indicator.js';

/** A comparison of figures must be what the question is about, not an indicator that it brushes. */
const leastShare = 0.3;
/** … which several plans or places named take up less of. */
const leastShareOfMembers = 0.2;
const extremes = /最[高低大小快慢多少]|highest|lowest|fastest|slowest|largest|smallest|most|least/i;
/** Whether a question wants the highest or lowest of several. */
export const asksForExtreme = (question: string): boolean => extremes.test(question);

/** Figures side by side, each with its place, and their order where units allow one. */
export function comparisonDraft(
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const chosen = onlyAlternatives(chooseMatches(evidence, frame), evidence.indicators, frame);
  const named = comparedMembers(frame, evidence);
  // Places named are compared, not all that the table has.
  const column =
    named.length > 1
      ? undefined
      : (wholeColumn(evidence, chosen[0]?.rows[0], frame) ?? columnNamed(frame, evidence));
  const members = column ? [] : named;
  const covered = members.every((member) => chosen.some((match) => isOf(match, member)));
  const found = covered ? [] : memberMatches(members, evidence);
  const meant = (match: IndicatorMatch) =>
    members.length === 0 || members.some((member) => isOf(match, member));
  const least = members.length > 1 ? leastShareOfMembers : leastShare;
  const matches = withoutBrushed(
    covered ? chosen.filter(meant) : found.flatMap(({ match }) => match ?? []),
    least,
  );
  const years = ownYears(members, frame, setting.plans);
  const stated = bySentence(found, frame, evidence, setting);
  if (stated) return stated;
  const rows =
    column ??
    ofOwnYears(
      years.size === 0
        ? comparedRows(matches, frame, evidence, setting)
        : matches.flatMap((match) => comparedRows([match], ofYear(match, frame, years), evidence, setting)),
      years,
    );
  // Where all others have no such figure, the one that there is stands beside their names.
  const isLone = rows.length === 1 && found.some(({ match }) => match === undefined);
  if ((rows.length < 2 && !isLone) || (!column && (matches[0]?.share ?? 0) < least)) return undefined;
  const shown = column ? extremesOf(column) : rows;
  const principal = column ?? principalOf(rows);
  const lines = distinctClaims(shown.flatMap((row) => statement(row, setting) ?? []));
  const each = oneEach(principal, members.length);
  const ranked = (each.length > 0 ? each : groupsOf(principal))
    .flatMap((group) => {
      const order = rankedClaim(group, frame, setting);
      const terms = group.map((row) => rowTerm(row, frame, setting));
      return order ? [order, ...gapClaims(terms, frame, setting)] : [];
    })
    .map((made, at) => numbered(made, at + 1));
  return emptyDraft({
    claims: [...ranked.map(({ claim }) => claim), ...lines],
    values: shown,
    calculations: ranked.map(({ calculation }) => calculation),
    sources: new Map(ranked.map(({ calculation, sources }) => [calculation.n, sources])),
    lead: withoutFigure(found, frame, setting),
    layout: 'bullets',
  });
}

/** A level that the question only brushes stands aside where each plan has what it asks for (its growth). */
function withoutBrushed(matches: readonly IndicatorMatch[], least: number): readonly IndicatorMatch[] {
  const meant = matches.filter(({ share }) => share >= least);
  const isOfAll = matches.every(({ planId }) => meant.some((match) => match.planId === planId));
  return isOfAll ? meant : matches;
}

/** Where some of those compared have their figure only in a sentence: all of them, in order, and the sentence. */
function bySentence(
  found: ReturnType<typeof memberMatches>,
  frame: Understanding,
  evidence: Evidence,
  setting: ClaimSetting,
): Draft | undefined {
  const known = found.flatMap(({ match }) => match ?? []);
  const [like] = known.flatMap((match) => comparedRows([match], frame, evidence, setting).slice(-1));
  if (!like || known.length === found.length) return undefined;
  const terms = found.flatMap(({ member, match }) => {
    const row = match && comparedRows([match], frame, evidence, setting).at(-1);
    if (row?.valueMax === null) return [rowTerm(row, frame, setting)];
    return statedFigure(member, like, frame, evidence, setting) ?? [];
  });
  if (terms.length < found.length) return undefined;
  const rows = terms.flatMap(({ row }) => row ?? []);
  return draftOf(
    orderClaims(terms, frame, setting),
    [
      ...rows.flatMap((row) => statement(row, setting) ?? []),
      ...terms.flatMap(({ row, support }) =>
        row || !support ? [] : [quotedClaim(support.quote, support.passage)],
      ),
    ],
    rows,
  );
}

/** Growth in prose stands with others in its sentence: the plan's own words say best whose it is. */
function statement(row: Indicator, setting: ClaimSetting): DraftClaim | undefined {
  const sentence = row.measure === 'rate' && row.source === 'prose' ? sentenceClaim(row, setting) : undefined;
  return sentence ?? indicatorClaim({ row, baseline: undefined, setting });
}

function distinctClaims(claims: readonly DraftClaim[]): DraftClaim[] {
  const byText = new Map<string, DraftClaim>();
  for (const claim of claims) {
    const known = byText.get(claim.text);
    const indicators = [...(known?.indicators ?? []), ...claim.indicators];
    byText.set(claim.text, { ...claim, indicators });
  }
  return [...byText.values()];
}

function numbered({ claim, calculation, sources }: MadeClaim, n: number): MadeClaim {
  return { claim: { ...claim, calculations: [n] }, calculation: { ...calculation, n }, sources };
}

function isOf({ planId, scope }: Member, member: Member): boolean {
  return planId === member.planId && scope === member.scope;
}

function ofYear(
  { planId, scope }: Pick<IndicatorMatch, 'planId' | 'scope'>,
  frame: Understanding,
  years: ReadonlyMap<Member, number>,
): Understanding {
  const own = [...years].find(([member]) => isOf(member, { planId, scope }))?.[1];
  return own === undefined ? frame : { ...frame, years: [own] };
}

/** Each of those compared has a year of its own: its figure of another's year is not meant. */
function ofOwnYears(rows: readonly Indicator[], years: ReadonlyMap<Member, number>): Indicator[] {
  if (years.size === 0) return [...rows];
  return rows.filter(({ planId, scope, ownScope, year }) =>
    [...years].some(
      ([member, own]) =>
        own === year && member.planId === planId && member.scope === (ownScope ? null : scope),
    ),
  );
}

/** Those compared that have no such figure are named. */
function withoutFigure(
  found: ReturnType<typeof memberMatches>,
  frame: Understanding,
  setting: ClaimSetting,
): string | null {
  const places = found
    .filter(({ match }) => match === undefined)
    .map(({ member }) =>
      placeOf({ ...member, ownScope: member.scope === null }, setting.plans.get(member.planId)),
    );
  if (places.length === 0) return null;
  return fillTemplate(frame.language, 'memberMissing', {
    places: places.join(frame.language === 'zh' ? '、' : ', '),
  });
}

/** Of several figures of one thing and year (64以上 in the text, 64.2 in the table) the exact one is set against others. */
function principalOf(rows: readonly Indicator[]): Indicator[] {
  const keyOf = ({ planId, scope, ownScope, year, measure, canonicalName }: Indicator) =>
    [planId, ownScope ? '' : scope, year, measure, canonicalName].join('\n');
  return rows.filter((row) => {
    const same = rows.filter((other) => keyOf(other) === keyOf(row));
    return row === (same.find(({ comparator }) => comparator === '=') ?? same[0]);
  });
}

/** Amounts and rates of one year belong together; rates a year are not set beside those of several. */
function groupsOf(rows: readonly Indicator[]): Indicator[][] {
  const groups = new Map<string, Indicator[]>();
  for (const row of rows) {
    if (row.value === null) continue;
    const isRate = row.measure === 'rate' || row.measure === 'share';
    const key = [isRate ? row.measure : 'amount', row.year ?? '', row.valueMax === null].join('|');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Where each of those compared has one figure, they have an order though their years differ. */
function oneEach(rows: readonly Indicator[], members: number): Indicator[][] {
  const places = new Set(rows.map(({ planId, scope, ownScope }) => `${planId} ${ownScope ? '' : scope}`));
  const isExact = rows.every(({ value, valueMax }) => value !== null && valueMax === null);
  return members > 1 && isExact && rows.length === members && places.size === members ? [[...rows]] : [];
}

/** "Which of the growth rates is highest": every row of that measure in the table of the one that matched. */
function wholeColumn(
  evidence: Evidence,
  first: Indicator | undefined,
  frame: Understanding,
): Indicator[] | undefined {
  if (!first || frame.plans.length > 1 || !extremes.test(frame.question) || first.source !== 'table')
    return undefined;
  const rows = evidence.collection.filter(
    (row) =>
      row.passageId === first.passageId &&
      row.measure === first.measure &&
      row.year === first.year &&
      row.value !== null,
  );
  const ofName = rows.filter(({ name }) => name === first.name);
  const column = ofName.length >= 3 ? ofName : rows.filter(({ unit }) => sameKind(unit, first.unit));
  return column.length >= 3 && column.length <= 30 ? column : undefined;
}

/** The column of a table whose heading the question names (哪个商圈的税收贡献率最高). */
function columnNamed({ question }: Understanding, evidence: Evidence): Indicator[] | undefined {
  if (!extremes.test(question)) return undefined;
  return columnMeant({ question, given: [] }, evidence)?.cells.map(({ row }) => row);
}

/** The highest and the lowest, with those equal to them. */
function extremesOf(rows: readonly Indicator[]): Indicator[] {
  const values = rows.flatMap((row) => row.value ?? []);
  const ends = [Math.max(...values), Math.min(...values)];
  return ends.flatMap((end) => rows.filter((row) => row.value === end));
}
