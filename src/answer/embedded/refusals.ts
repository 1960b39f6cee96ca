import { foldText } from '../../models/cut-words.js';
import type { Language, Plan } from '../../records.js';
import { mentionedIndicators } from '../../retrieve/mentioned-indicators.js';
import type { Hit } from '../../store/open-store.js';
import { type Draft, emptyDraft } from '../draft.js';
import type { Understanding } from '../understand/understand.js';
import type { Evidence } from './evidence.js';
import { fillTemplate } from './fill-template.js';

/** Titles of plans in one line; of many only some, and how many there are. */
function titlesOf(plans: readonly Plan[], language: Language): string {
  const shown = plans.length > mostNamed ? plans.slice(0, fewNamed) : plans;
  const names = shown.map((plan) => `《${plan.title}》`).join(language === 'zh' ? '、' : ', ');
  const template = shown.length < plans.length ? 'andOthers' : undefined;
  return template ? fillTemplate(language, template, { names, count: plans.length }) : names;
}

const mostNamed = 8;
const fewNamed = 3;

/** A question about a place whose plan is not in the collection; never answered from another's. */
export function unknownPlanDraft(
  frame: Understanding,
  evidence: Evidence,
  plans: readonly Plan[],
): Draft | undefined {
  const said = ({ passage }: Hit) => `${passage.sectionPath.join(' ')} ${passage.text}`;
  const holds = (hits: readonly Hit[], name: string) =>
    foldText(hits.map(said).join('\n')).includes(foldText(name));
  const missing = [
    ...frame.unknownPlaces.filter((place) => !holds(evidence.hits.slice(0, 12), place)),
    ...frame.unknownNames.filter((name) => !holds(evidence.hits, name)),
  ];
  if (missing.length === 0) return undefined;
  const lead = fillTemplate(frame.language, 'noSuchPlan', {
    names: [...new Set(missing)].join('、'),
    plans: titlesOf(plans, frame.language),
  });
  return emptyDraft({ status: 'refused', reason: 'no_such_plan', lead });
}

/** Nothing found that answers; says what there is instead of guessing. */
export function notInPlansDraft(frame: Understanding, plans: readonly Plan[]): Draft {
  const named = plans.filter((plan) => frame.plans.includes(plan.planId));
  const lead =
    named.length > 0
      ? fillTemplate(frame.language, 'notInPlans', { plans: titlesOf(named, frame.language) })
      : fillTemplate(frame.language, 'notInAnyPlan', { plans: titlesOf(plans, frame.language) });
  // Nothing of the genre is asked for and no plan is named: it is no question for the plans.
  const isElsewhere = named.length === 0 && mentionedIndicators(foldText(frame.question)).length === 0;
  return emptyDraft({ status: 'refused', reason: isElsewhere ? 'out_of_scope' : 'not_in_plans', lead });
}
