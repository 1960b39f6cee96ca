import type { Language } from '../../records.js';
import answerTexts from './answer-texts.json' with { type: 'json' };
import surfaceTexts from './surface-texts.json' with { type: 'json' };
import generalTexts from './texts.json' with { type: 'json' };

const texts = {
  zh: { ...generalTexts.zh, ...answerTexts.zh, ...surfaceTexts.zh },
  en: { ...generalTexts.en, ...answerTexts.en, ...surfaceTexts.en },
};

/** Every text of the Slack app that does not come from an answer. */
export type Texts = (typeof texts)['zh'];

/** The texts in a language. */
export function textsFor(language: Language): Texts {
  return texts[language];
}

/** Puts values into the `{name}` places of a text. */
export function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
