import data from './question-forms.json' with { type: 'json' };

/** A way of asking in English, and how the same is asked in Chinese; `{a}` stands for the group `a`. */
export interface QuestionForm {
  expression: RegExp;
  as: string;
  /** What is counted comes first in the group `n` (how many beds …). */
  countsNoun: boolean;
  /** It asks in a whole sentence, its clauses together. */
  isWhole: boolean;
}

const macros = Object.entries(data.macros);

/** The forms in the order in which they are tried. */
export const questionForms: readonly QuestionForm[] = data.forms.map(({ form, as, ...more }) => ({
  expression: compile(form),
  as,
  countsNoun: 'count' in more,
  isWhole: 'whole' in more,
}));

/** A pattern of the data, with what it calls by a name in capitals written out. */
export function compile(pattern: string, flags = 'iu'): RegExp {
  const written = macros.reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), pattern);
  return new RegExp(written, flags);
}
