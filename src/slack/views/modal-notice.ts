import type { types } from '@slack/bolt';
import type { Language } from '../../records.js';
import { textsFor } from './texts.js';

/** One sentence in the place of a form. */
export function buildModalNotice(text: string, language: Language): types.ModalView {
  const { title, close } = textsFor(language).feedback.form;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: close },
    blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
  };
}
