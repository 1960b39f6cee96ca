import { z } from 'zod';
import { Comparator, languages } from '../records.js';

/** Kinds of question in a question file. */
export const questionTypes = [
  'target',
  'fact',
  'summary',
  'list',
  'calc',
  'compare',
  'conflict',
  'definition',
  'responsibility',
  'unanswerable',
  'followup',
] as const;
export const QuestionType = z.enum(questionTypes);
export type QuestionType = z.infer<typeof QuestionType>;

/** Where something stands: a plan, its section as `title > title`, and the words there. */
const Place = z.object({ plan: z.string(), section: z.string(), quote: z.string().min(1) });
export type Place = z.infer<typeof Place>;

/** What a correct answer must cite; the places of `or` are as right. */
const Evidence = Place.extend({ or: z.array(Place).default([]) });
export type Evidence = z.infer<typeof Evidence>;

/** A figure that an answer must state. */
const ExpectedValue = z.object({
  value: z.number(),
  unit: z.string(),
  year: z.number().int().nullish(),
  op: Comparator.optional(),
  name: z.string().default(''),
  rel_tol: z.number().nonnegative().optional(),
});
export type ExpectedValue = z.infer<typeof ExpectedValue>;

/** A line of a question file: a question with its checked answer. */
export const Question = z.object({
  id: z.string().min(1),
  type: QuestionType,
  lang: z.enum(languages),
  plans: z.array(z.string()),
  question: z.string(),
  history: z.array(z.string()).default([]),
  evidence: z.array(Evidence).default([]),
  calc: z.object({ op: z.string().default(''), inputs: z.array(z.number()).default([]) }).optional(),
  answer: z.object({
    /** Groups of alternatives; each group must be met. */
    must_include: z.array(z.array(z.string()).min(1)).default([]),
    must_not_include: z.array(z.string()).default([]),
    values: z.array(ExpectedValue).default([]),
    text: z.string().default(''),
  }),
});
export type Question = z.infer<typeof Question>;

/** The places that a piece of evidence may be cited from. */
export function placesOf(evidence: Evidence): Place[] {
  return [evidence, ...evidence.or];
}
