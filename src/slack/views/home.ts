import type { types } from '@slack/bolt';
import type { Language, Plan } from '../../records.js';
import type { RecentQuestion } from '../recent-questions.js';
import { buildButton } from './button.js';
import { escapeMarkup } from './escape.js';
import { fillIn, textsFor } from './texts.js';

/** What somebody's Home shows. */
export interface HomeContent {
  plans: readonly Plan[];
  recent: readonly RecentQuestion[];
  suggestions: readonly string[];
  language: Language;
  timeZone: string;
}

/** Home holds 100 blocks; a plan takes one. */
const planLimit = 60;
const lineLimit = 2_900;
const recentLimit = 5;

/** The Home tab: what to ask, what was asked, which plans there are, and how to go about it. */
export function buildHome(content: HomeContent): types.HomeView {
  return {
    type: 'home',
    blocks: [
      ...buildGreeting(content),
      ...buildQuestions(content),
      ...buildPlans(content),
      ...buildHelp(content),
    ],
  };
}

function buildGreeting({ language }: HomeContent): types.KnownBlock[] {
  const { home } = textsFor(language);
  return [
    { type: 'header', text: { type: 'plain_text', text: home.title } },
    section(home.intro),
    {
      type: 'actions',
      elements: [buildButton({ id: 'open_target_form', text: home.targetForm, value: 'home' })],
    },
  ];
}

function buildQuestions({ suggestions, recent, language, timeZone }: HomeContent): types.KnownBlock[] {
  const { home } = textsFor(language);
  const buttons = (questions: readonly string[], id: string) =>
    questions.map((one, at) => buildButton({ id: `${id}:${at}`, text: one, value: one }));
  const asked = recent.slice(0, recentLimit);
  const days = asked.map(({ askedAt }) => dateOf(new Date(askedAt), timeZone));
  const dates = [...new Set(days)].join(' · ');
  return [
    ...(suggestions.length === 0
      ? []
      : [label(home.suggested), { type: 'actions' as const, elements: buttons(suggestions, 'home_ask') }]),
    label(home.recent),
    ...(asked.length === 0
      ? [note(home.noRecent)]
      : [
          {
            type: 'actions' as const,
            elements: buttons(
              asked.map(({ text }) => text),
              'home_ask_again',
            ),
          },
          note(fillIn(home.recentNote, { dates })),
        ]),
  ];
}

function buildPlans({ plans, language, timeZone }: HomeContent): types.KnownBlock[] {
  const { home } = textsFor(language);
  const shown = plans.slice(0, planLimit);
  const rest = plans.length - shown.length;
  return [
    { type: 'divider' },
    label(fillIn(home.plans, { count: String(plans.length) })),
    ...(plans.length === 0 ? [note(home.noPlans)] : []),
    ...shown.map((plan) => section(planText(plan, language, timeZone))),
    ...(rest > 0 ? [note(fillIn(home.morePlans, { count: String(rest) }))] : []),
  ];
}

function planText(plan: Plan, language: Language, timeZone: string): string {
  const { home } = textsFor(language);
  const { title, periodStart, periodEnd, passages, indicators, readAt, digest } = plan;
  const facts = [
    periodStart === null ? home.noPeriod : `${periodStart}–${periodEnd ?? ''}`,
    fillIn(home.passages, { count: String(passages) }),
    fillIn(home.indicators, { count: String(indicators) }),
    ...(readAt === undefined ? [] : [fillIn(home.readAt, { date: dateOf(new Date(readAt), timeZone) })]),
    ...(digest ? [home.digest] : []),
  ];
  return `*《${escapeMarkup(title)}》*\n${facts.join(' · ')}`;
}

function buildHelp({ language }: HomeContent): types.KnownBlock[] {
  const { home } = textsFor(language);
  return [{ type: 'divider' }, label(home.helpTitle), section(home.help.join('\n'))];
}

function label(text: string): types.SectionBlock {
  return section(`*${text}*`);
}

function section(text: string): types.SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: text.slice(0, lineLimit) } };
}

function note(text: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

/** 2026-03-01, by the clock of the place where people read it. */
function dateOf(moment: Date, timeZone: string): string {
  return moment.toLocaleDateString('sv-SE', { timeZone });
}
