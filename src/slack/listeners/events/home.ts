import type { App } from '@slack/bolt';
import { describeError } from '../../describe-error.js';
import { createSuggestQuestions, type SuggestQuestions } from '../../home/suggest-questions.js';
import { buildHome } from '../../views/home.js';
import type { Surroundings } from '../surroundings.js';

type Needs = Pick<
  Surroundings,
  'engine' | 'sightFor' | 'clients' | 'languageOf' | 'recentQuestions' | 'settings' | 'log'
>;
type Tools = Needs & { suggestQuestions: SuggestQuestions };

/** Shows Home to whoever opens it; suggests questions to whoever opens the conversation. */
export function listenToHome(app: App, surroundings: Needs): void {
  const needs: Tools = { ...surroundings, suggestQuestions: createSuggestQuestions(surroundings.engine) };
  app.event('app_home_opened', async ({ event, body, context }) => {
    const { teamId: team = body.team_id } = context;
    const { user, channel, tab } = event;
    try {
      if (tab === 'home') await publishHome({ team, user }, needs);
      else await suggestPrompts({ team, user, channel }, needs);
    } catch (error) {
      needs.log.warn({ user, tab, error: describeError(error) }, 'Home was not shown');
    }
  });
}

async function publishHome(person: { team: string; user: string }, needs: Tools): Promise<void> {
  const { engine, sightFor, suggestQuestions, clients, languageOf, recentQuestions, settings } = needs;
  const sight = await sightFor({ ...person, private: true });
  const context = await engine.context(sight);
  const language = await languageOf(person);
  const view = buildHome({
    plans: context.plans.filter(({ planId }) => context.planIds.includes(planId)),
    recent: await recentQuestions.of(person),
    suggestions: await suggestQuestions(sight, language),
    language,
    timeZone: settings.PLANBOT_TIME_ZONE,
  });
  const { client } = await clients(person.team);
  await client.views.publish({ user_id: person.user, view });
}

/** With a thread they would show nowhere: an agent's suggestions are for its conversation as a whole. */
async function suggestPrompts(
  { channel, ...person }: { team: string; user: string; channel: string },
  { sightFor, suggestQuestions, clients, languageOf }: Tools,
): Promise<void> {
  const sight = await sightFor({ ...person, private: true });
  const questions = await suggestQuestions(sight, await languageOf(person));
  const prompts = questions.map((message) => ({ title: clip(message), message }));
  const { client } = await clients(person.team);
  await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts });
}

const titleLimit = 60;

function clip(text: string): string {
  return text.length <= titleLimit ? text : `${text.slice(0, titleLimit - 1)}…`;
}
