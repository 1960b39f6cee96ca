import { escapeHtml } from './markup-html.js';
import { isPart, listOf, type Part, textHtml } from './parts.js';

/** A button, a menu or an input as it looks. */
export function elementHtml(element: Part): string {
  const { type } = element;
  if (type === 'feedback_buttons')
    return [element.positive_button, element.negative_button]
      .map((one) => `<span class="button">${textHtml(one)}</span>`)
      .join('');
  if (type === 'button' || type === 'icon_button')
    return `<span class="button${element.style === 'primary' ? ' primary' : ''}">${textHtml(element.text)}</span>`;
  if (type === 'image') return `<em>${escapeHtml(String(element.alt_text ?? ''))}</em>`;
  if (type === 'radio_buttons' || type === 'checkboxes') {
    const mark = type === 'checkboxes' ? '☐' : '○';
    return listOf(element.options)
      .map((option) => `<div class="option">${mark} ${textHtml(option.text)}</div>`)
      .join('');
  }
  const chosen = isPart(element.initial_option) ? textHtml(element.initial_option.text) : '';
  const shown = chosen === '' ? `<span class="placeholder">${textHtml(element.placeholder)}</span>` : chosen;
  return `<div class="field">${shown}<span class="caret">${type === 'plain_text_input' ? '' : '▾'}</span></div>`;
}
