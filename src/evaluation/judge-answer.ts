import type { Answer } from '../records.js';
import { containsPhrase } from './contains-phrase.js';
import { countedText } from './counted-text.js';
import type { Question } from './question.js';
import { statesValue } from './states-value.js';

/** Types that speak of all their plans at once; several plans of any other type are candidates for one. */
const typesOverPlans: ReadonlySet<Question['type']> = new Set([
  'calc',
  'compare',
  'conflict',
  'summary',
  'list',
]);
const fewestChoices = 2;

/** Says what is wrong with an answer, in a phrase each; nothing when it is correct. */
export function judgeAnswer(question: Question, answer: Answer): string[] {
  const isRefused = answer.status === 'refused';
  if (question.type === 'unanswerable') return isRefused ? [] : [`not refused but ${answer.status}`];
  if (isRefused) return [`refused (${answer.reason ?? 'no reason given'})`];
  if (answer.status === 'clarify') return judgeAskingBack(question, answer);
  return [
    ...missingPhrases(question, answer),
    ...wrongPhrases(question, answer),
    ...missingValues(question, answer),
  ];
}

/** Asking back is right where the question leaves open which of several plans is meant, and the choices are named. */
function judgeAskingBack(question: Question, answer: Answer): string[] {
  if (question.plans.length < 2 || typesOverPlans.has(question.type)) return ['asked back'];
  const listed = answer.text.match(/^\s*(?:[-*•]|\d+[.、）)])\s*\S/gmu) ?? [];
  const choices = Math.max(answer.followups.length, listed.length);
  return choices < fewestChoices ? ['asked back without naming the choices'] : [];
}

function missingPhrases({ type, answer: expected }: Question, answer: Answer): string[] {
  const text = countedText(answer.text, type);
  return expected.must_include
    .filter((group) => !group.some((phrase) => containsPhrase(text, phrase)))
    .map((group) => `text lacks ${group.slice(0, 4).join(' | ')}`);
}

function wrongPhrases({ answer: expected }: Question, answer: Answer): string[] {
  return expected.must_not_include
    .filter((phrase) => containsPhrase(answer.text, phrase))
    .map((phrase) => `text says ${phrase}`);
}

function missingValues(question: Question, answer: Answer): string[] {
  return question.answer.values
    .filter((expected) => !statesValue(answer, expected, question))
    .map((expected) => `figure not stated: ${expected.name} ${expected.value}${expected.unit}`);
}
