import type { Plan } from '../../../records.js';
import { type QueryTerm, queryTerms } from '../../../retrieve/query-terms.js';
import { searchPassagesTool } from '../../../tools/search-passages.js';
import type { ToolContext } from '../../../tools/tool.js';
import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import { fillTemplate } from '../fill-template.js';
import { lineOf, listPlans } from './list-plans.js';
import words from './opening-words.json' with { type: 'json' };

const generic = new Set(words.generic);
const after = new RegExp(words.after, 'i');
const before = new RegExp(words.before, 'i');
const fillers = new RegExp(words.fillers, 'g');
const planPeriod = new RegExp(words.planPeriod);
const newest = new RegExp(words.newest, 'i');
const mostSections = 3;
const mostNewest = 5;

/** Which plans there are: all, or those of a place, a time or a subject; says so where there is none such. */
export async function collectionDraft(
  frame: Understanding,
  message: string,
  plans: readonly Plan[],
  context: ToolContext,
): Promise<Draft> {
  const { language } = frame;
  const unknown = [...frame.unknownPlaces, ...frame.unknownNames];
  const terms = subjectsIn(frame);
  const named = frame.plans.length > 0 ? plans.filter(({ planId }) => frame.plans.includes(planId)) : plans;
  const about = named.filter((plan) => terms.every((term) => isAbout(plan, term)));
  const ofPeriod = planPeriod.test(message) ? about.filter((plan) => isOfPeriod(plan, frame.years)) : [];
  const fitting =
    ofPeriod.length > 0 ? ofPeriod : about.filter((plan) => isOfYears(plan, frame.years, message));
  if (unknown.length > 0 && frame.plans.length === 0)
    return none(frame, fillTemplate(language, 'ofPlace', { names: unknown.join('、') }), plans);
  if (newest.test(message)) return listed(frame, 'newestPlans', fitting.length, newestOf(fitting, frame));
  const isAll = fitting.length === plans.length && terms.length === 0 && frame.years.length === 0;
  if (fitting.length > 0)
    return listed(frame, isAll ? 'plans' : 'plansFound', fitting.length, listPlans(fitting, language));
  const years = frame.years.map((year) => fillTemplate(language, 'year', { year }));
  const subject = terms.map(({ word }) => word).join(' ');
  const wanted = [
    ...(years.length > 0 ? [fillTemplate(language, 'ofPlace', { names: years.join('、') })] : []),
    ...(subject === '' ? [] : [fillTemplate(language, 'onSubject', { names: subject })]),
  ].join(language === 'zh' ? '、' : ' ');
  return none(frame, wanted, plans, await sectionsOn(frame, terms, context));
}

function listed(
  { language }: Understanding,
  template: 'plans' | 'plansFound' | 'newestPlans',
  count: number,
  plans: string,
): Draft {
  return emptyDraft({ lead: fillTemplate(language, template, { count, plans }) });
}

function none({ language }: Understanding, names: string, plans: readonly Plan[], sections = ''): Draft {
  const lead = fillTemplate(language, 'noSuchPlanHere', {
    names,
    sections,
    count: plans.length,
    plans: listPlans(plans, language),
  });
  return emptyDraft({ status: 'refused', reason: 'no_such_plan', lead });
}

/** What the plans asked for are about, and what they are called (实施方案). */
function subjectsIn({ phrases, background }: Understanding): QueryTerm[] {
  const said = queryTerms([(phrases[0] ?? '').replace(fillers, ' ')]).filter(
    ({ word }) =>
      !generic.has(word) && !background.includes(word) && !/^[\d一二三四五六七八九十]+/.test(word),
  );
  return said.filter(({ word }) => !said.some((other) => other.word !== word && other.word.includes(word)));
}

function isAbout({ title, issuer }: Plan, { word, alternatives }: QueryTerm): boolean {
  return [word, ...alternatives].some((one) => title.includes(one) || issuer?.includes(one) === true);
}

function isOfYears({ periodStart, periodEnd }: Plan, years: readonly number[], message: string): boolean {
  const [year] = years;
  if (year === undefined) return true;
  const [from, to] = [periodStart ?? periodEnd, periodEnd ?? periodStart];
  if (from === null || to === null) return false;
  if (after.test(message)) return to > year;
  if (before.test(message)) return from < year;
  return years.every((one) => from <= one && one <= to);
}

/** “十五五” is meant as the five years, not as whatever goes on in them. */
function isOfPeriod({ periodStart, periodEnd }: Plan, years: readonly number[]): boolean {
  return periodEnd !== null && years.includes(periodEnd) && periodStart === periodEnd - 4;
}

function newestOf(plans: readonly Plan[], { language }: Understanding): string {
  const key = ({ date, periodStart }: Plan) => date ?? `${periodStart ?? ''}`;
  return [...plans]
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))
    .slice(0, mostNewest)
    .map((plan) => `\n- ${lineOf(plan, language)}${plan.date === null ? '' : ` ${plan.date}`}`)
    .join('');
}

/** Sections of other plans that bear the subject in their title. */
async function sectionsOn(
  { language, phrases }: Understanding,
  terms: readonly QueryTerm[],
  context: ToolContext,
): Promise<string> {
  if (terms.length === 0) return '';
  const hits = await searchPassagesTool.run(context, {
    phrases: phrases.slice(0, 1),
    background: [],
    planIds: [],
    years: [],
    parts: [],
    wantsFigures: false,
    limit: 24,
  });
  const titles = new Map(context.plans.map(({ planId, title }) => [planId, title]));
  const found = hits.flatMap(({ passage }) => {
    const heading = passage.sectionPath.find((title) => terms.some(({ word }) => title.includes(word)));
    return heading ? [`《${titles.get(passage.planId) ?? passage.planId}》“${heading}”`] : [];
  });
  const sections = [...new Set(found)].slice(0, mostSections).join(language === 'zh' ? '、' : ', ');
  return sections === '' ? '' : fillTemplate(language, 'sectionsOn', { sections });
}
