import type { Answer, Language } from '../../records.js';
import { fillIn, textsFor } from '../views/texts.js';
import type { Figure } from './figure.js';

/**
 * What the figures of an answer let somebody ask next: how fast one grows between two of its years, and its
 * figure for a year that the answer does not give. Questions in words, as a person would put them.
 */
export function suggestQuestions(
  answer: Answer,
  { figures, otherYears }: { figures: readonly Figure[]; otherYears: readonly number[] },
): string[] {
  const { language, calculations } = answer;
  const [asked] = figures.filter(({ kind }) => kind === 'target' || kind === 'forecast');
  if (asked === undefined || asked.year === null) return [];
  const [base] = figures.filter(
    ({ subject, measure, year, valueMax }) =>
      subject === asked.subject &&
      measure === asked.measure &&
      year !== null &&
      year < (asked.year ?? 0) &&
      valueMax === null,
  );
  const isDone = calculations.length > 0 || asked.measure !== 'level' || asked.valueMax !== null;
  const growth = base === undefined || isDone ? [] : [growthQuestion(base, asked, language)];
  return [...growth, ...otherYears.map((year) => yearQuestion(asked, year, language))];
}

function growthQuestion(from: Figure, to: Figure, language: Language): string {
  return fillIn(textsFor(language).suggestions.growth, {
    subject: to.subject,
    name: to.name,
    from: String(from.year),
    to: String(to.year),
  });
}

function yearQuestion({ subject, name }: Figure, year: number, language: Language): string {
  return fillIn(textsFor(language).suggestions.year, { subject, name, year: String(year) });
}
