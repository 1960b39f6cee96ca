import type { Language } from '../../records.js';
import templates from './templates.json' with { type: 'json' };

export type TemplateName = keyof (typeof templates)['zh'];

/** Fills a template of the answer's language; a blank that is not given becomes nothing. */
export function fillTemplate(
  language: Language,
  name: TemplateName,
  blanks: Readonly<Record<string, string | number>> = {},
): string {
  return templates[language][name].replace(/\{(\w+)\}/g, (_, blank: string) => String(blanks[blank] ?? ''));
}
