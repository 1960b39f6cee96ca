import type { Indicator, Language, Plan } from '../../../records.js';
import { queryTerms } from '../../../retrieve/query-terms.js';
import type { ToolContext } from '../../../tools/tool.js';
import { type Draft, emptyDraft } from '../../draft.js';
import type { Understanding } from '../../understand/understand.js';
import chat from '../chat-words.json' with { type: 'json' };
import { fillTemplate } from '../fill-template.js';
import { asksForWholePlan } from '../plan-draft.js';
import { bareFigureDraft } from './bare-figure.js';
import { collectionDraft } from './collection-draft.js';
import { listPlans } from './list-plans.js';
import { planCard } from './plan-card.js';
import type { Opening } from './read-opening.js';

/** A name that fits more plans than this is asked back. */
const mostCards = 2;

/**
 * The reply to what asks nothing of a plan's content: what there is and what can be asked, with no claim on a plan.
 * Undefined where it is a question for the plans.
 */
export async function aboutDraft(
  message: string,
  opening: Opening | undefined,
  frame: Understanding,
  context: ToolContext,
): Promise<Draft | undefined> {
  const plans = context.plans.filter((plan) => context.planIds.includes(plan.planId));
  const { language, kind } = frame;
  if (opening === 'figure' && !frame.isFollowUp) return bareFigureDraft(message, frame, context);
  if (opening === 'plans' || kind === 'plans') return collectionDraft(frame, message, plans, context);
  const named = plansNamed(message, frame, plans);
  if (named.length > 0) return cardsDraft(named, frame, context);
  const blanks = () => ({
    count: plans.length,
    plans: listPlans(plans, language),
    example: exampleOf({ language }, plans, context),
  });
  if (kind === 'empty')
    return emptyDraft({
      status: 'refused',
      reason: 'empty_question',
      lead: fillTemplate(language, 'empty', blanks()),
    });
  const template = opening && replies[opening];
  if (template)
    return emptyDraft({
      status: 'refused',
      reason: 'out_of_scope',
      lead: fillTemplate(language, template, blanks()),
    });
  if (kind === 'about' || isChat(frame))
    return emptyDraft({ lead: fillTemplate(language, 'about', blanks()) });
  return undefined;
}

const replies: Partial<Record<Opening, 'offTopic' | 'pasted' | 'otherLanguage'>> = {
  offTopic: 'offTopic',
  code: 'offTopic',
  pasted: 'pasted',
  foreign: 'otherLanguage',
};

/** The plans whose name is all that the message says. */
function plansNamed(message: string, frame: Understanding, plans: readonly Plan[]): Plan[] {
  // After a question a plan's name asks the same of that plan.
  if (asksForWholePlan(frame) || (frame.isFollowUp && frame.thread && !isChat(frame.thread.previous)))
    return [];
  const said = plain(message);
  const titled = plans.filter(({ title }) =>
    [title, title.replace(inBrackets, '')].map(plain).includes(said),
  );
  if (titled.length > 0) return titled;
  const { kind, years, phrases } = frame.thread?.own ?? frame;
  const isBare = years.length === 0 && kind === 'fact' && queryTerms(phrases).length === 0;
  const isName = frame.planNames.some((name) => plain(name) === said);
  return isBare && isName ? plans.filter(({ planId }) => frame.plans.includes(planId)) : [];
}

/** Titles are said without the period that stands behind them. */
const inBrackets = /[（(][^（()）]*[）)]\s*$/;

function plain(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '').toLowerCase();
}

async function cardsDraft(
  plans: readonly Plan[],
  frame: Understanding,
  context: ToolContext,
): Promise<Draft> {
  const { language } = frame;
  if (plans.length > mostCards) {
    const lead = fillTemplate(language, 'whichPlan', {
      name: frame.planNames[0] ?? '',
      plans: listPlans(plans, language),
    });
    return emptyDraft({ status: 'clarify', lead, followups: plans.slice(0, 4).map(({ title }) => title) });
  }
  const cards = [];
  for (const plan of plans)
    cards.push(
      planCard(
        plan,
        await context.store.passagesOf(plan.planId),
        exampleOf(frame, [plan], context),
        language,
      ),
    );
  return emptyDraft({ lead: cards.join('\n\n') });
}

/** A greeting, an emoji: nothing in it that a plan could be searched for. */
function isChat(frame: Understanding): boolean {
  const { kind, phrases, years } = frame;
  if (kind === 'conflict' || asksForWholePlan(frame)) return false;
  if (frame.thread && isThanks(frame.thread.own)) return true;
  const terms = queryTerms(phrases);
  const words = frame.plans.length === 0 && !frame.isFollowUp ? [...chat.words, ...chat.asking] : chat.words;
  const isBare = terms.length === 0 && frame.plans.length === 0 && !frame.isFollowUp;
  return isBare || (years.length === 0 && terms.every(({ word }) => words.includes(word)));
}

/** 谢谢, 好的收到 under an answer, which ask nothing further. */
function isThanks({ phrases, years, plans }: Understanding): boolean {
  const terms = queryTerms(phrases);
  const isBare = years.length === 0 && plans.length === 0;
  return isBare && terms.length > 0 && terms.every(({ word }) => chat.words.includes(word));
}

/** A question that a plan of the collection answers: after a target that it sets. */
export function exampleOf(
  { language }: { language: Language },
  plans: readonly Plan[],
  { indicators }: Pick<ToolContext, 'indicators'>,
): string {
  for (const plan of plans) {
    const group = indicators.groups.find(
      ({ planId, rows }) => planId === plan.planId && rows.some((row) => isPlainTarget(row)),
    );
    const row = group?.rows.find((one) => isPlainTarget(one));
    if (row)
      return fillTemplate(language, 'exampleQuestion', {
        place: plan.region ?? '',
        year: row.year ?? '',
        name: row.name,
      });
  }
  return '';
}

function isPlainTarget({ kind, value, year, source, ownScope }: Indicator): boolean {
  return kind === 'target' && value !== null && year !== null && source === 'table' && ownScope;
}
