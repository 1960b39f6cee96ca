import type { Language, Plan } from '../../../records.js';
import { fillTemplate } from '../fill-template.js';

/** As many plans are listed one by one; more are counted. */
export const mostListed = 20;
const mostGroups = 8;

/** Plans one under the other with place and period; of many how many there are of each period and place. */
export function listPlans(plans: readonly Plan[], language: Language): string {
  if (plans.length <= mostListed)
    return ordered(plans)
      .map((plan) => `\n- ${lineOf(plan, language)}`)
      .join('');
  const [year] = counted(plans, ({ periodEnd }) => (periodEnd === null ? undefined : `${periodEnd}`));
  const [place] = counted(plans, ({ region }) => region ?? undefined);
  const narrow = fillTemplate(language, 'narrowPlans', {
    place: place?.[0] ?? plans[0]?.title ?? '',
    year: Number(year?.[0] ?? 0) - 1,
  });
  return [
    grouped(
      language,
      'plansByPeriod',
      counted(plans, (plan) => periodOf(plan, language)),
    ),
    grouped(
      language,
      'plansByPlace',
      counted(plans, ({ region }) => region ?? undefined),
    ),
    `\n${narrow}`,
  ].join('');
}

/** A plan with the place that it is of and its period, as far as its title does not say them. */
export function lineOf(plan: Plan, language: Language): string {
  const { title, region } = plan;
  const period = title.includes(`${plan.periodEnd}`) ? undefined : periodOf(plan, language);
  const notes = [region !== null && !title.includes(region) ? region : '', period ?? ''];
  const said = notes.filter((note) => note !== '').join(language === 'zh' ? '，' : ', ');
  return said === ''
    ? `《${title}》`
    : language === 'zh'
      ? `《${title}》（${said}）`
      : `《${title}》 (${said})`;
}

export function periodOf({ periodStart, periodEnd }: Plan, language: Language): string | undefined {
  if (periodEnd === null) return undefined;
  if (periodStart === null) return fillTemplate(language, 'year', { year: periodEnd });
  return fillTemplate(language, 'span', { from: periodStart, year: periodEnd });
}

function ordered(plans: readonly Plan[]): Plan[] {
  const key = ({ region, title }: Plan) => `${region ?? ''} ${title}`;
  return [...plans].sort((a, b) => key(a).localeCompare(key(b), 'zh'));
}

/** The commonest first. */
function counted(plans: readonly Plan[], nameOf: (plan: Plan) => string | undefined): [string, number][] {
  const counts = new Map<string, number>();
  for (const plan of plans) {
    const name = nameOf(plan);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh'));
}

function grouped(
  language: Language,
  template: 'plansByPeriod' | 'plansByPlace',
  counts: readonly [string, number][],
): string {
  if (counts.length < 2) return '';
  const shown = counts.slice(0, mostGroups).map(([name, count]) => `${name} ${count}`);
  const rest = counts.length > mostGroups ? '…' : '';
  const groups = `${shown.join(language === 'zh' ? '、' : ', ')}${rest}`;
  return `\n${fillTemplate(language, template, { groups })}`;
}
