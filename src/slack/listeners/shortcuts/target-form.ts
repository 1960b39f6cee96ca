import type { App, BlockExternalSelectAction, BlockSuggestion, ViewSubmitAction } from '@slack/bolt';
import { describeError } from '../../describe-error.js';
import {
  type Chosen,
  indicatorChoices,
  planChoices,
  planIdOf,
  rowsOf,
  yearChoices,
} from '../../form/choices.js';
import {
  buildOption,
  buildTargetForm,
  type FormField,
  FormState,
  formFields,
  targetFormId,
} from '../../views/target-form.js';
import { buildTargetValues } from '../../views/target-values.js';
import { textsFor } from '../../views/texts.js';
import type { Surroundings } from '../surroundings.js';

type Needs = Pick<Surroundings, 'engine' | 'sightFor' | 'clients' | 'languageOf' | 'log'>;
type Person = { team: string; user: string };

const fieldPattern = new RegExp(`^(?:${formFields.join('|')})$`);
const choicesFor = {
  plan: (context: Parameters<typeof planChoices>[0], _: Chosen, typed: string) => planChoices(context, typed),
  indicator: indicatorChoices,
  year: yearChoices,
} as const;

/** The form for a target value: opened from anywhere or from Home, filled in menu by menu, answered in its place. */
export function listenToTargetForm(app: App, needs: Needs): void {
  app.shortcut(targetFormId, async ({ ack, shortcut, context }) => {
    await ack();
    await open({ team: context.teamId ?? '', user: shortcut.user.id }, shortcut.trigger_id, needs);
  });
  app.action('open_target_form', async ({ ack, body, context }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    await open({ team: context.teamId ?? '', user: body.user.id }, body.trigger_id, needs);
  });
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: fieldPattern },
    async ({ ack, options, context }) => {
      const person = { team: context.teamId ?? '', user: options.user.id };
      await ack({ options: await suggest(person, options, needs) });
    },
  );
  app.action<BlockExternalSelectAction>(
    { type: 'block_actions', action_id: fieldPattern },
    async ({ ack, action, body, context }) => {
      await ack();
      const { view, user } = body;
      const { selected_option: option, action_id: field } = action;
      if (view === undefined || option === null || option === undefined || field === 'year') return;
      const before = readState(view.private_metadata);
      const entry = { text: option.text.text, value: option.value };
      const state = field === 'plan' ? { plan: entry } : { plan: before.plan, indicator: entry };
      const person = { team: context.teamId ?? '', user: user.id };
      await update(person, { viewId: view.id, hash: view.hash, state: FormState.parse(state) }, needs);
    },
  );
  app.view<ViewSubmitAction>(targetFormId, async ({ ack, view, body, context }) => {
    const person = { team: context.teamId ?? '', user: body.user.id };
    await ack(await answer(person, view, needs));
  });
}

async function open(person: Person, trigger: string, { clients, languageOf, log }: Needs): Promise<void> {
  try {
    const { client } = await clients(person.team);
    const view = buildTargetForm({ state: {}, language: await languageOf(person) });
    await client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the form was not opened');
  }
}

async function update(
  person: Person,
  { viewId, hash, state }: { viewId: string; hash: string; state: FormState },
  { clients, languageOf, log }: Needs,
): Promise<void> {
  try {
    const { client } = await clients(person.team);
    const view = buildTargetForm({ state, language: await languageOf(person) });
    await client.views.update({ view_id: viewId, hash, view });
  } catch (error) {
    // Somebody was faster than the form, or closed it: the next choice brings it up to date.
    log.info({ error: describeError(error) }, 'the form was not brought up to date');
  }
}

async function suggest(person: Person, options: BlockSuggestion, { engine, sightFor }: Needs) {
  const context = await engine.context(await sightFor({ ...person, private: true }));
  const { plan, indicator } = readState(options.view?.private_metadata ?? '');
  const chosen = { plan: plan?.value, indicator: indicator?.value };
  const field = formFields.find((one) => one === options.action_id) ?? 'plan';
  return choicesFor[field](context, chosen, options.value).map(buildOption);
}

/** The figures in the place of the form; or what is wrong, under the menu that it is wrong with. */
async function answer(
  person: Person,
  view: ViewSubmitAction['view'],
  { engine, sightFor, languageOf }: Needs,
) {
  const context = await engine.context(await sightFor({ ...person, private: true }));
  const language = await languageOf(person);
  const { form } = textsFor(language);
  const { blocks, values } = readValues(view);
  const wrong = (field: FormField, text: string) => ({
    response_action: 'errors' as const,
    errors: { [blocks[field] ?? blocks.plan ?? 'plan']: text },
  });
  const plan = context.plans.find(({ planId }) => planId === planIdOf(context, values));
  if (plan === undefined) return wrong('plan', form.planGone);
  if (values.indicator === undefined) return wrong('plan', form.chooseIndicator);
  const all = rowsOf(context, { ...values, year: undefined });
  if (all.length === 0) return wrong('indicator', form.indicatorGone);
  const rows = rowsOf(context, values);
  if (values.year === undefined || rows.length === 0) return wrong('year', form.chooseYear);
  const others = all.filter((row) => !rows.includes(row));
  return { response_action: 'update' as const, view: buildTargetValues({ plan, rows, others, language }) };
}

function readValues({ state }: ViewSubmitAction['view']) {
  const values: Partial<Record<FormField, string>> = {};
  const blocks: Partial<Record<FormField, string>> = {};
  for (const [blockId, inputs] of Object.entries(state.values))
    for (const field of formFields) {
      const input = inputs[field];
      if (input === undefined) continue;
      blocks[field] = blockId;
      const value = input.selected_option?.value;
      if (value !== undefined) values[field] = value;
    }
  return { values, blocks };
}

function readState(metadata: string): FormState {
  try {
    return FormState.parse(JSON.parse(metadata));
  } catch {
    return {};
  }
}
