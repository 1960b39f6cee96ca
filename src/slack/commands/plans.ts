import type { Language, Plan } from '../../records.js';
import { fillIn, textsFor } from '../views/texts.js';
import { answerPrivately } from './answer-privately.js';
import type { Command } from './command.js';
import { recordOf } from './record-of.js';

/** Lists the plans that this person may see, with their periods and how much is in them. */
export const plansCommand: Command = async (call, surroundings) => {
  const { engine, sightFor, languageOf } = surroundings;
  const sight = await sightFor({ ...call, private: true });
  const { plans } = await engine.context();
  const seen = plans.filter(({ planId }) => sight.has(planId));
  const language = await languageOf(call);
  const { title, none } = textsFor(language).commands.plans;
  const text =
    seen.length === 0
      ? none
      : [
          fillIn(title, { count: String(seen.length) }),
          ...seen.map((plan) => `- ${lineOf(plan, language)}`),
        ].join('\n');
  const record = recordOf('/plan plans', { language, text });
  await answerPrivately(call, { record, planIds: seen.map(({ planId }) => planId) }, surroundings);
};

function lineOf(plan: Plan, language: Language): string {
  const { entry, period, noPeriod, digest } = textsFor(language).commands.plans;
  const { periodStart, periodEnd } = plan;
  const shown = fillIn(entry, {
    title: plan.title,
    period:
      periodStart === null || periodEnd === null
        ? noPeriod
        : fillIn(period, { from: String(periodStart), to: String(periodEnd) }),
    passages: String(plan.passages),
    indicators: String(plan.indicators),
  });
  return plan.digest ? `${shown}${digest}` : shown;
}
