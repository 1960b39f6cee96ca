import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../records.js';
import { fillIn, textsFor } from './texts.js';

/** The parts of the form in their order, which are the action ids of its menus, too. */
export const formFields = ['plan', 'indicator', 'year'] as const;
export type FormField = (typeof formFields)[number];

export const targetFormId = 'target_form';

/** What the form remembers of itself: entries with what they say, so that they can be shown again. */
const Entry = z.object({ text: z.string(), value: z.string() });
export const FormState = z.object({ plan: Entry.optional(), indicator: Entry.optional() });
export type FormState = z.infer<typeof FormState>;

const textLimit = 75;
const metadataLimit = 3_000;

/**
 * The form for a target value. A menu stands there once the one before it was chosen, under an id of that
 * choice: another plan empties the indicator.
 */
export function buildTargetForm({
  state,
  language,
}: {
  state: FormState;
  language: Language;
}): types.ModalView {
  const { form } = textsFor(language);
  const shown = formFields.filter(
    (field) => field === 'plan' || (field === 'indicator' ? state.plan : state.indicator) !== undefined,
  );
  const metadata = JSON.stringify(state);
  return {
    type: 'modal',
    callback_id: targetFormId,
    title: { type: 'plain_text', text: form.title },
    submit: { type: 'plain_text', text: form.submit },
    close: { type: 'plain_text', text: form.close },
    private_metadata: metadata.length <= metadataLimit ? metadata : '{}',
    blocks: [
      ...shown.map((field) => buildField(field, state, language)),
      ...(shown.length < formFields.length ? [hint(form.hint)] : []),
    ],
  };
}

function buildField(field: FormField, state: FormState, language: Language): types.InputBlock {
  const { form } = textsFor(language);
  const initial = field === 'year' ? undefined : state[field];
  return {
    type: 'input',
    block_id: blockIdOf(field, state),
    label: { type: 'plain_text', text: form[field] },
    dispatch_action: field !== 'year',
    element: {
      type: 'external_select',
      action_id: field,
      min_query_length: 0,
      placeholder: { type: 'plain_text', text: fillIn(form.search, { what: form[field] }) },
      ...(initial === undefined ? {} : { initial_option: buildOption(initial) }),
    },
  };
}

function blockIdOf(field: FormField, { plan, indicator }: FormState): string {
  if (field === 'plan') return 'plan';
  return field === 'indicator' ? `indicator:${plan?.value}` : `year:${plan?.value}:${indicator?.value}`;
}

/** An entry of a menu; one that is too long for Slack ends in an ellipsis. */
export function buildOption({ text, value }: { text: string; value: string }): types.PlainTextOption {
  const shown = text.length <= textLimit ? text : `${text.slice(0, textLimit - 1)}…`;
  return { text: { type: 'plain_text', text: shown }, value };
}

function hint(text: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text }] };
}
