import { fillPrompt } from '../../prompts.js';
import type { AskRequest, Language } from '../../records.js';
import type { ToolContext } from '../../tools/tool.js';
import type { Understanding } from '../understand/understand.js';
import { dataBlock } from './data-block.js';
import { showPlan } from './show-results.js';

/** Plans that are listed with the question; where there are more, the model asks with list_plans. */
const listedPlans = 40;

/** The question as the model gets it: with the thread, what the words resolve to, and what plans there are. */
export function questionText({
  request,
  frame,
  context,
}: {
  request: AskRequest;
  frame: Understanding;
  context: ToolContext;
}): string {
  const visible = context.plans.filter((plan) => context.planIds.includes(plan.planId));
  const listed = visible.slice(0, listedPlans).map(showPlan);
  return fillPrompt('question.md', {
    language: languageName(frame.language),
    question: asked(request.question),
    history: (request.history ?? []).map((one) => `- ${asked(one)}`).join('\n') || '(none)',
    planIds: frame.plans.join(', ') || '(none named)',
    years: frame.years.join(', ') || '(none named)',
    phrases: frame.phrases.join(' '),
    plans: dataBlock({ plans: listed, more: visible.length - listed.length }),
  });
}

export function languageName(language: Language): string {
  return language === 'zh' ? 'Chinese' : 'English';
}

/** An asker cannot open or close the mark that plans' text stands in. */
function asked(text: string): string {
  return text.replace(/<(\/?)plan_data/gi, '‹$1plan_data');
}
