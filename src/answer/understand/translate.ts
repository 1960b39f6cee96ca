import terms from '../../vocabulary/english-terms.json' with { type: 'json' };
import exonyms from '../../vocabulary/exonyms.json' with { type: 'json' };
import indicators from '../../vocabulary/indicators.json' with { type: 'json' };

interface Entry {
  /** First word of the phrase. */
  phrase: string;
  expression: RegExp;
  zh: string;
}

let entries: Entry[] | undefined;

/** English terms of the genre, longest first, each as a pattern of whole words. */
function loadEntries(): Entry[] {
  const names = indicators.map(({ name, english }) => ({ en: english, zh: name }));
  // Where both know a phrase, the term list's rendering wins: it is written for searching.
  return [...terms, ...exonyms, ...names]
    .flatMap(({ en, zh }) => en.map((phrase) => ({ phrase: phrase.toLowerCase(), zh })))
    .sort((a, b) => b.phrase.length - a.phrase.length)
    .map(({ phrase, zh }) => ({
      phrase: phrase.split(/\s+/)[0] ?? phrase,
      expression: new RegExp(
        `(?<![a-z])${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}(?![a-z])`,
        'g',
      ),
      zh,
    }));
}

/**
 * Puts the English terms of the genre into Chinese, so that an English question searches Chinese plans.
 * What the vocabulary does not know stays as it is: names, figures, Chinese terms in brackets.
 */
export function toChineseTerms(question: string): string {
  const text = replaceTerms(question.toLowerCase());
  // What the vocabulary has as two words (private equity) may stand with a hyphen before a noun.
  const parted = text.replace(/(?<=[a-z])-(?=[a-z])/g, ' ');
  return (parted === text ? text : replaceTerms(parted)).replace(/\s+/g, ' ').trim();
}

function replaceTerms(question: string): string {
  entries ??= loadEntries();
  let text = question;
  // Thousands of phrases: a look for the words first is far cheaper than trying each pattern.
  for (const { phrase, expression, zh } of entries) {
    if (text.includes(phrase)) text = text.replace(expression, ` ${zh} `);
  }
  return text;
}
