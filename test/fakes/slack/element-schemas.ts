import { z } from 'zod';

/** Text as plain text only, of at most so many characters. */
export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
export const anyText = (max: number) =>
  z.union([
    plainText(max),
    z.strictObject({
      type: z.literal('mrkdwn'),
      text: z.string().min(1).max(max),
      verbatim: z.boolean().optional(),
    }),
  ]);
export const image = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(3_000),
  alt_text: z.string().max(2_000),
});

const actionId = z.string().min(1).max(255);
const placeholder = plainText(150).optional();
const option = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: anyText(75).optional(),
});
const confirm = z.strictObject({
  title: plainText(100),
  text: plainText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const focus = z.boolean().optional();

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  value: z.string().max(2_000).optional(),
  url: z.url().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(option).min(1).max(5),
  confirm: confirm.optional(),
});
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  placeholder,
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
  focus_on_load: focus,
});
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  action_id: actionId,
  placeholder,
  initial_option: option.optional(),
  min_query_length: z.number().int().min(0).optional(),
  focus_on_load: focus,
});
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
  focus_on_load: focus,
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).optional(),
});
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  placeholder,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3_000).optional(),
  max_length: z.number().int().min(1).max(3_000).optional(),
  focus_on_load: focus,
});

/** What may stand in an actions block or beside a section. */
export const actionElement = z.discriminatedUnion('type', [
  button,
  overflow,
  staticSelect,
  externalSelect,
  radioButtons,
  checkboxes,
]);
/** What may stand in an input block. */
export const inputElement = z.discriminatedUnion('type', [
  staticSelect,
  externalSelect,
  radioButtons,
  checkboxes,
  textInput,
]);

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(2_000),
  accessibility_label: z.string().max(75).optional(),
});
/** What may stand in a context_actions block. */
export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    action_id: actionId,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    action_id: actionId,
    icon: z.literal('trash'),
    text: plainText(75),
    value: z.string().max(2_000).optional(),
  }),
]);
